/** Completion of the sentence at the caret out of the newest suggestions. */
import { useEffect } from "react";
import { completionOf } from "../../core/suggest/completion.ts";
import { showGhostText } from "../editor/plugins/ghost-text.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { SuggestionStore } from "../session/suggestions.ts";

/** Characters before the caret that must still stand there when the answer comes. */
const SAME_TYPED = 12;

export function useGhostText(link: EditorLink, suggestions: SuggestionStore): void {
  useEffect(
    () =>
      suggestions.subscribe(({ context, hits }) => {
        if (context?.place !== "body") return;
        const completion = completionOf(context.typed, hits);
        link.run(showGhostText(completion, context.typed.slice(-SAME_TYPED)));
      }),
    [link, suggestions],
  );
}
