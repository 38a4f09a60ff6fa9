/** The preview of an open plan: whether it is shown, in which form, and what goes to the printer. */
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import type { PrintedDocument } from "../../core/official/printed-page.ts";
import type { DocumentForm } from "../../core/plan/model.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { useChanges } from "../shared/use-changes.ts";
import { createPreviewStore, type PreviewStore } from "./preview-store.ts";

export interface Preview {
  readonly open: boolean;
  readonly store: PreviewStore;
  /** The plan's own until another one is chosen. */
  readonly form: DocumentForm;
  readonly setForm: (form: DocumentForm) => void;
  readonly toggle: () => void;
  readonly close: () => void;
  /** Closes at once and leaves the keyboard where it is. */
  readonly leave: () => void;
  /** Lays out again, for what is not part of the text: the profile. */
  readonly refresh: () => void;
  /** Pages that stand ready for the printer. */
  readonly printing: PrintedDocument | undefined;
  /** Puts the pages of `form` ready, lets `work` print them, and takes them away; false where they could not be laid out. */
  readonly withPages: (form: DocumentForm, work: () => Promise<unknown>) => Promise<boolean>;
}

export function usePreview(session: PlanSession, link: EditorLink): Preview {
  const own = useStore(link, (facts) => facts.frontMatter.form);
  const [store] = useState(() => createPreviewStore(session.pages));
  const [open, setOpen] = useState(false);
  const [chosen, setForm] = useState<DocumentForm>();
  const [round, setRound] = useState(0);
  const [printing, setPrinting] = useState<PrintedDocument>();
  const form = chosen ?? own;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks for new pages
  const follow = useCallback(() => {
    if (open) store.follow(form);
    return undefined;
  }, [open, form, round, store]);
  useChanges(session, (state) => state.revision, follow);
  useEffect(() => () => store.dispose(), [store]);

  const close = useCallback(() => {
    setOpen(false);
    requestAnimationFrame(() => link.focus());
  }, [link]);
  const withPages = useCallback(
    async (wanted: DocumentForm, work: () => Promise<unknown>) => {
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
    toggle: () => (open ? close() : setOpen(true)),
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
