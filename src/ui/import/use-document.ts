/** Deciding about a document: every decision is read again at once, in the page or on the host. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ReadingDecisions } from "../../core/reading/decisions.ts";
import { useServices } from "../services.ts";
import { decided, type ImportedDocument, redone, undone } from "./imported-document.ts";
import { isReadHere, readHere, readOnHost } from "./read-again.ts";

export interface DocumentActions {
  readonly decide: (change: (decisions: ReadingDecisions) => ReadingDecisions) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** A long document is being read again. */
  readonly busy: boolean;
  readonly failed: boolean;
}

/** `onChange` gets the document with every decision, and again when a long one has been read. */
export function useDocument(
  document: ImportedDocument,
  onChange: (document: ImportedDocument) => void,
): DocumentActions {
  const { host } = useServices();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const latest = useRef({ document, onChange });
  latest.current = { document, onChange };
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const apply = useCallback(
    (change: (document: ImportedDocument) => ImportedDocument) => {
      const { document: before } = latest.current;
      const changed = change(before);
      if (changed === before) return;
      const show = (shown: ImportedDocument) => {
        latest.current.document = shown;
        latest.current.onChange(shown);
      };
      if (isReadHere(changed)) return show(readHere(changed));
      show(changed);
      setState("busy");
      void readOnHost(host, changed).then((read) => {
        // A later decision is on its way: its answer counts.
        if (!alive.current || latest.current.document.decisions !== changed.decisions) return;
        setState(read ? "idle" : "failed");
        if (read) show({ ...latest.current.document, current: read.current });
      });
    },
    [host],
  );
  return {
    decide: useCallback((change) => apply((before) => decided(before, change(before.decisions))), [apply]),
    undo: useCallback(() => apply(undone), [apply]),
    redo: useCallback(() => apply(redone), [apply]),
    busy: state === "busy",
    failed: state === "failed",
  };
}
