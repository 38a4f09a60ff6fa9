/** Completion of the sentence at the caret out of the newest suggestions, and what is said of it. */
import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { completionOf } from "../../core/suggest/completion.ts";
import { showGhostText } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { SuggestionStore } from "../session/suggestions.ts";
import { windowStrings as strings } from "./window.strings.ts";

/** Characters before the caret that must still stand there when the answer comes. */
const SAME_TYPED = 12;

export interface GhostTextProps {
  readonly link: EditorLink;
  readonly suggestions: SuggestionStore;
}

/** Nothing to see but on the page; screen readers hear it. */
export function GhostText({ link, suggestions }: GhostTextProps): ReactNode {
  const shown = useStore(link, (facts) => facts.ghost);
  useEffect(
    () =>
      suggestions.subscribe(({ context, hits }) => {
        if (context?.place !== "body") return;
        link.run(showGhostText(completionOf(context.typed, hits), context.typed.slice(-SAME_TYPED)));
      }),
    [link, suggestions],
  );
  return (
    <span className="visually-hidden" aria-live="polite">
      {shown === "" ? "" : strings.completion(shown)}
    </span>
  );
}
