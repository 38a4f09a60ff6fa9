/**
 * Suggestions that follow the caret: every question carries a number, only the answer to the newest one counts,
 * and the old answer stays until it has come, so that nothing flashes.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { SuggestContext, Suggestion } from "../../core/suggest/suggestion.ts";
import type { Host } from "../../host/client.ts";
import type { Failure } from "../../host/contract.ts";

/** Pause before a question is asked while typing, in milliseconds: below it an answer would be stale on arrival. */
export const ASK_DELAY = 60;

export interface SuggestionsState {
  /** What the shown hits answer; null before the first answer. */
  readonly context: SuggestContext | null;
  readonly hits: readonly Suggestion[];
  readonly failure: Failure | null;
}

export interface SuggestionStore extends StoreApi<SuggestionsState> {
  /** Asks for the place where the caret stands now; undefined: it stands where nothing is suggested. */
  readonly follow: (context: SuggestContext | undefined) => void;
  readonly retry: () => void;
  readonly dispose: () => void;
}

export function createSuggestionStore(host: Pick<Host, "call">): SuggestionStore {
  const store = createStore<SuggestionsState>(() => ({ context: null, hits: [], failure: null }));
  let newest = 0;
  let wanted: SuggestContext | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (context: SuggestContext) => {
    newest += 1;
    const number = newest;
    const reply = await host.call("library.suggest", context);
    if (number !== newest) return;
    if (reply.ok) store.setState({ context, hits: reply.value.suggestions, failure: null });
    else store.setState({ context, hits: [], failure: reply.failure });
  };

  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (wanted) void ask(wanted);
    }, ASK_DELAY);
  };

  return {
    ...store,
    follow: (context) => {
      if (sameContext(context, wanted)) return;
      wanted = context;
      if (context) schedule();
    },
    retry: schedule,
    dispose: () => {
      clearTimeout(timer);
      newest += 1;
    },
  };
}

function sameContext(one: SuggestContext | undefined, other: SuggestContext | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
