/** The preview of an open plan: whether it is shown, in which form, and what goes to the printer. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import type { PrintedDocument } from "../../core/official/printed-page.ts";
import type { DocumentForm } from "../../core/plan/model.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { DocumentWish, PlanSession } from "../session/plan-session.ts";
import { useChanges } from "../shared/use-changes.ts";
import { createPreviewStore, type PreviewStore } from "./preview-store.ts";

export interface Preview {
  readonly open: boolean;
  readonly store: PreviewStore;
  /** The plan's own until another one is chosen. */
  readonly form: DocumentForm;
  readonly setForm: (form: DocumentForm) => void;
  /** Name of the profile; null: the one in use. */
  readonly profile: string | null;
  /** What is laid out. */
  readonly wish: DocumentWish;
  /** Shows the document as it would be exported, until the preview is opened anew. */
  readonly show: (wish: DocumentWish) => void;
  readonly toggle: () => void;
  readonly close: () => void;
  /** Closes at once and leaves the keyboard where it is. */
  readonly leave: () => void;
  /** Lays out again, for what is not part of the text: the profile. */
  readonly refresh: () => void;
  /** Pages that stand ready for the printer. */
  readonly printing: PrintedDocument | undefined;
  /** Puts the pages of the document ready, lets `work` print them, and takes them away; false where they could not be laid out. */
  readonly withPages: (wish: DocumentWish, work: () => Promise<unknown>) => Promise<boolean>;
}

export function usePreview(session: PlanSession, link: EditorLink): Preview {
  const own = useStore(link, (facts) => facts.frontMatter.form);
  const [store] = useState(() => createPreviewStore(session.pages));
  const [open, setOpen] = useState(false);
  const [chosen, setForm] = useState<DocumentForm>();
  const [exported, setExported] = useState<DocumentWish>();
  const [round, setRound] = useState(0);
  const [printing, setPrinting] = useState<PrintedDocument>();
  const form = chosen ?? own;
  const wish = useMemo<DocumentWish>(
    () => ({ form, profile: exported?.profile ?? null, tasks: exported?.tasks }),
    [form, exported],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks for new pages
  const follow = useCallback(() => {
    if (open) store.follow(wish);
    return undefined;
  }, [open, wish, round, store]);
  useChanges(session, (state) => state.revision, follow);
  useEffect(() => () => store.dispose(), [store]);

  const close = useCallback(() => {
    setOpen(false);
    requestAnimationFrame(() => link.focus());
  }, [link]);
  const withPages = useCallback(
    async (wanted: DocumentWish, work: () => Promise<unknown>) => {
      const pages = await store.current(wanted);
      if (!pages) return false;
      flushSync(() => setPrinting(pages));
      try {
        await settled();
        await work();
      } finally {
        setPrinting(undefined);
      }
      return true;
    },
    [store],
  );
  return {
    open,
    store,
    form,
    setForm,
    profile: wish.profile,
    wish,
    show: (shown) => {
      setForm(shown.form);
      setExported(shown);
      setOpen(true);
    },
    toggle: () => {
      if (open) return close();
      setExported(undefined);
      setOpen(true);
    },
    close,
    leave: useCallback(() => flushSync(() => setOpen(false)), []),
    refresh: useCallback(() => setRound((before) => before + 1), []),
    printing,
    withPages,
  };
}

/** Fonts are there and what was drawn has been laid out. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
