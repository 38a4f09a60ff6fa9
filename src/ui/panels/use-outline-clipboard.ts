/** Cut, copy and paste of whole parts in the outline. */
import { type RefObject, useEffect, useRef } from "react";
import { deleteMany, pasteBelow, writeCopied } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { outlineStrings as strings } from "./outline.strings.ts";
import type { OutlineSelection } from "./outline-selection.ts";

/**
 * Answers the keys and menus of the clipboard while the tree has the keyboard. The browser tells the page as a whole: the
 * tree has no caret of its own, and that of the text is hidden. `onPasted`: the caret stands in what came in.
 */
export function useOutlineClipboard(
  link: EditorLink,
  tree: RefObject<HTMLElement | null>,
  selection: OutlineSelection | undefined,
  onPasted: () => void,
): void {
  const { bars } = useServices();
  const latest = useRef({ link, selection, onPasted });
  latest.current = { link, selection, onPasted };
  useEffect(() => {
    const answer = (event: ClipboardEvent) => {
      const { link, selection, onPasted } = latest.current;
      const { clipboardData } = event;
      if (!clipboardData || !selection || document.activeElement !== tree.current) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.type === "paste") {
        const done = link.run(pasteBelow(selection.active, clipboardData));
        if (done) {
          bars.close("insert");
          onPasted();
        } else
          bars.show({ topic: "insert", intent: "info", text: strings.noParts, actions: [], closable: true });
        return;
      }
      const copied = link.copy(selection.ids);
      if (copied) writeCopied(clipboardData, copied);
      if (copied && event.type === "cut") link.run(deleteMany(selection.ids));
    };
    const kinds = ["copy", "cut", "paste"] as const;
    for (const kind of kinds) document.addEventListener(kind, answer, true);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, answer, true);
    };
  }, [tree, bars]);
}
