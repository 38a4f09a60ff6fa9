/** What the window does by itself while a plan is open. */
import { useCallback, useEffect } from "react";
import { useStore } from "zustand";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import type { EditorFacts, EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import type { SuggestionStore } from "../session/suggestions.ts";
import { useChanges } from "../shared/use-changes.ts";
import { startStrings } from "../start/start.strings.ts";
import { windowStrings as strings } from "./window.strings.ts";

/** Suggestions asked for one place. */
const SUGGESTION_LIMIT = 12;
/** As the contract limits it; a longer title is in no library. */
const LONGEST_TITLE = 500;

/** Keeps the suggestions on the caret while their panel is shown. */
export function useFollowCaret(link: EditorLink, suggestions: SuggestionStore, shown: boolean): void {
  const follow = useCallback(
    ({ caret, frontMatter, year, title }: EditorFacts) => {
      if (!shown || !caret) return undefined;
      const { place, typed, heading, sectionHeading, covered } = caret;
      suggestions.follow({
        place,
        typed,
        heading,
        sectionHeading,
        covered,
        issuer: frontMatter.issuer,
        year,
        title: title.replaceAll("\n", "").slice(0, LONGEST_TITLE),
        limit: SUGGESTION_LIMIT,
      });
      return undefined;
    },
    [shown, suggestions],
  );
  useChanges(link, (facts) => facts, follow);
}

/** A bar for as long as what is typed does not reach the journal. */
export function useConnectionBar(session: PlanSession): void {
  const { bars } = useServices();
  const link = useStore(session, (state) => state.link);
  const failure = useStore(session, (state) => state.failure);
  useEffect(() => {
    const retry = [{ label: strings.retry, run: session.retry }];
    const bar = { topic: "connection", closable: false } as const;
    switch (link) {
      case "ok":
        return bars.close("connection");
      case "lost":
        return bars.show({ ...bar, intent: "warning", text: strings.disconnected, actions: [] });
      case "failed":
        return bars.show({
          ...bar,
          intent: "error",
          text: failure ? failureText(failure, "save") : strings.disconnected,
          actions: retry,
        });
      case "diverged":
        return bars.show({ ...bar, intent: "error", text: strings.otherWindow, actions: [] });
    }
  }, [bars, link, failure, session]);
}

/**
 * Keeps the page from being closed while something typed is nowhere but here. What is in the journal comes back at
 * the next start and needs no warning.
 */
export function useUnloadGuard(session: PlanSession): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      const { revision, acknowledged } = session.getState();
      if (revision === acknowledged) return;
      session.retry();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [session]);
}

/** Name of the window in the task bar. */
export function useWindowTitle(link: EditorLink): void {
  const title = useStore(link, (facts) => facts.title.replaceAll("\n", ""));
  useEffect(() => {
    document.title = strings.windowTitle(title || strings.untitled);
    return () => {
      document.title = startStrings.product;
    };
  }, [title]);
}
