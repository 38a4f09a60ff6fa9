/** 修订 in the window of a plan: turning it on and off, asking for a name, and the copy for Word. */
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { recordChanges, type StampSource, toggleTracking } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { exportChanges } from "./export-changes.ts";
import { reviseStrings as strings } from "./revise.strings.ts";

export interface RevisingOptions {
  readonly link: EditorLink;
  readonly session: PlanSession;
  readonly stamp: StampSource;
  /** Shows the field for the name. */
  readonly onWriteAuthor: () => void;
}

export interface Revising {
  readonly toggle: () => void;
  /** Writes the open changes into a Word file, and says what became of it. */
  readonly write: () => Promise<void>;
}

/** While changes are tracked and nobody's name is known, a bar asks for it. */
export function useRevising(options: RevisingOptions): Revising {
  const { link, session, stamp } = options;
  const services = useServices();
  const { bars, settings } = services;
  const latest = useRef(options);
  latest.current = options;
  const tracking = useStore(link, (facts) => facts.tracking);
  const nameless = useStore(settings, (values) => values.author.trim() === "");

  useEffect(() => {
    if (!tracking || !nameless) return;
    bars.show({
      topic: "revise",
      intent: "info",
      text: strings.noAuthor,
      actions: [{ label: strings.writeAuthor, run: () => latest.current.onWriteAuthor() }],
      closable: true,
    });
    return () => bars.close("revise");
  }, [bars, tracking, nameless]);

  return {
    toggle: () => link.run(toggleTracking(stamp)),
    write: async () => {
      link.run(recordChanges(stamp));
      const result = await exportChanges(services, session, link);
      if (!result) return;
      const intent = result.ok ? "success" : "error";
      bars.show({ topic: "export", intent, text: result.text, actions: [], closable: true });
    },
  };
}
