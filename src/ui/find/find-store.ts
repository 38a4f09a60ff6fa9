/** What is looked for in an open plan and which match is shown; it outlives the bar, so that F3 goes on. */
import type { Node } from "prosemirror-model";
import { createStore, type StoreApi } from "zustand/vanilla";
import {
  foundByPattern,
  isPattern,
  MAX_PATTERN_LENGTH,
  MOST_PATTERN_MATCHES,
} from "../../core/find/find-pattern.ts";
import {
  type FindQuery,
  type FoundText,
  findText,
  matchFrom,
  outermostPartAt,
  searchedParagraphs,
} from "../../core/find/find-text.ts";
import { replacementOf } from "../../core/find/replace-text.ts";
import type { Host } from "../../host/client.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { replaceFound, selectFound } from "./find-commands.ts";

export interface FindState {
  /** Undefined while the bar is closed. */
  readonly mode: "find" | "replace" | undefined;
  readonly text: string;
  readonly replacement: string;
  readonly exact: boolean;
  /** Whether the text is a regular expression, which the host matches. */
  readonly pattern: boolean;
  /** The last answer of the host. */
  readonly matched: MatchedPattern | undefined;
  /** The part that the caret stood in when the bar was opened; undefined where there is none. */
  readonly part: string | undefined;
  readonly inPart: boolean;
  /** The match at or behind this position is the one that is shown. */
  readonly anchor: number;
  /** Counts how often the bar was asked for, so that it takes the keyboard each time. */
  readonly asked: number;
}

/** Why a pattern finds nothing yet, or not everything. */
export type PatternProblem = "waiting" | "no-pattern" | "timed-out" | "failed" | "too-many";

/** Matches of a pattern in a document. */
interface MatchedPattern {
  readonly doc: Node;
  readonly question: string;
  readonly found: readonly FoundText[];
  readonly problem: PatternProblem | undefined;
}

export interface FindResult {
  readonly doc: Node;
  readonly found: readonly FoundText[];
  /** -1 where nothing was found. */
  readonly current: number;
  readonly problem: PatternProblem | undefined;
}

export interface FindStore extends StoreApi<FindState> {
  /** Opens the bar for the place of the caret; a short selection becomes what is looked for. */
  readonly open: (mode: "find" | "replace") => void;
  /** Closes the bar and gives the keyboard back to the caret, which has not moved. */
  readonly close: () => void;
  readonly change: (
    change: Partial<Pick<FindState, "text" | "replacement" | "exact" | "pattern" | "inPart" | "mode">>,
  ) => void;
  /** Shows the next (1) or the previous (-1) match, round the ends. */
  readonly step: (by: 1 | -1) => void;
  /** Selects the shown match in the text, closes the bar and puts the keyboard there. */
  readonly goThere: () => void;
  /** Replaces the shown match and shows the next; false where the text cannot be changed now. */
  readonly replaceOne: () => boolean;
  /** Replaces these matches of a document in one step of undo; false where the text cannot be changed now. */
  readonly replaceAll: (doc: Node, found: readonly FoundText[]) => boolean;
  /** Matches in the text as it is now; undefined before there is a text. Those of a pattern come with `searchPattern`. */
  readonly result: () => FindResult | undefined;
  /** Has the pattern matched against the text as it is now. */
  readonly searchPattern: () => Promise<void>;
}

/** Longest selection that is taken over as what is looked for, in characters. */
const LONGEST_SELECTION = 60;

export function createFindStore(link: EditorLink, host: Host): FindStore {
  const store = createStore<FindState>(() => ({
    mode: undefined,
    text: "",
    replacement: "",
    exact: false,
    pattern: false,
    matched: undefined,
    part: undefined,
    inPart: false,
    anchor: 0,
    asked: 0,
  }));
  const { getState: get, setState: set } = store;

  const result = () => {
    const { doc } = link.getState();
    if (!doc) return undefined;
    const { found, problem } = foundIn(doc, get());
    return { doc, found, current: matchFrom(found, get().anchor), problem };
  };

  const searchPattern = async () => {
    const { doc } = link.getState();
    const state = get();
    const { text: pattern, exact } = state;
    if (!doc || !state.pattern || pattern === "") return;
    const question = questionOf(state);
    const tell = (found: readonly FoundText[], problem?: PatternProblem) => {
      // An answer that comes late is to another question.
      if (link.getState().doc === doc && questionOf(get()) === question)
        set({ matched: { doc, question, found, problem } });
    };
    if (pattern.length > MAX_PATTERN_LENGTH || !isPattern(pattern)) return tell([], "no-pattern");
    const paragraphs = searchedParagraphs(doc, queryOf(state).within);
    const texts = paragraphs.map(({ text }) => text);
    const reply = await host.call("text.match", { paragraphs: texts, pattern, exact });
    if (!reply.ok) return tell([], reply.failure.code === "timed-out" ? "timed-out" : "failed");
    const { matches } = reply.value;
    tell(
      foundByPattern(paragraphs, matches),
      matches.length >= MOST_PATTERN_MATCHES ? "too-many" : undefined,
    );
  };

  return {
    ...store,
    open: (mode) => {
      const { doc } = link.getState();
      const { asked, text, inPart, mode: before } = get();
      const selection = link.selection();
      // Asked for from inside the bar: the place stays.
      if (before !== undefined || !doc || !selection) return set({ mode, asked: asked + 1 });
      const to = Math.min(selection.to, doc.content.size);
      const selected = doc.textBetween(Math.min(selection.from, to), to, "\n");
      const taken = selected !== "" && selected.length <= LONGEST_SELECTION && !selected.includes("\n");
      const part = outermostPartAt(doc, selection.from);
      set({
        mode,
        part,
        inPart: inPart && part !== undefined,
        text: taken ? selected : text,
        anchor: selection.from,
        asked: asked + 1,
      });
    },
    close: () => {
      set({ mode: undefined });
      link.focus();
    },
    change: (change) => set(change),
    step: (by) => {
      const shown = result();
      if (!shown || shown.current < 0) return;
      const { found, current } = shown;
      const next = found[(current + by + found.length) % found.length];
      if (next) set({ anchor: next.from });
    },
    goThere: () => {
      const shown = result();
      const match = shown?.found[shown.current];
      if (!shown || !match) return;
      set({ mode: undefined });
      link.run(selectFound(shown.doc, match));
      link.focus();
    },
    replaceOne: () => {
      const shown = result();
      const match = shown?.found[shown.current];
      if (!shown || !match) return true;
      const { replacement } = get();
      if (!link.run(replaceFound(shown.doc, [match], replacement))) return false;
      // What has just been written is not searched again.
      set({ anchor: match.from + replacementOf(match, replacement).length });
      return true;
    },
    replaceAll: (doc, found) => link.rewrite("replace", replaceFound(doc, found, get().replacement)),
    result,
    searchPattern,
  };
}

/** What is found in a document: words at once, a pattern in the last answer to the same question. */
export function foundIn(
  doc: Node,
  state: FindState,
): { readonly found: readonly FoundText[]; readonly problem: PatternProblem | undefined } {
  if (!state.pattern) return { found: findText(doc, queryOf(state)), problem: undefined };
  const { matched, text } = state;
  if (text === "") return { found: [], problem: undefined };
  return matched?.doc === doc && matched.question === questionOf(state)
    ? matched
    : { found: [], problem: "waiting" };
}

function questionOf(state: FindState): string {
  return JSON.stringify(queryOf(state));
}

/** What the state asks for. */
export function queryOf({ text, exact, inPart, part }: FindState): FindQuery {
  return inPart && part !== undefined ? { text, exact, within: part } : { text, exact };
}
