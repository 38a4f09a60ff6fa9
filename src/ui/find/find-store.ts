/** What is looked for in an open plan and which match is shown; it outlives the bar, so that F3 goes on. */
import type { Node } from "prosemirror-model";
import { createStore, type StoreApi } from "zustand/vanilla";
import {
  type FindQuery,
  type FoundText,
  findText,
  matchFrom,
  outermostPartAt,
} from "../../core/find/find-text.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { replaceFound, selectFound } from "./find-commands.ts";

export interface FindState {
  /** Undefined while the bar is closed. */
  readonly mode: "find" | "replace" | undefined;
  readonly text: string;
  readonly replacement: string;
  readonly exact: boolean;
  /** The part that the caret stood in when the bar was opened; undefined where there is none. */
  readonly part: string | undefined;
  readonly inPart: boolean;
  /** The match at or behind this position is the one that is shown. */
  readonly anchor: number;
  /** Counts how often the bar was asked for, so that it takes the keyboard each time. */
  readonly asked: number;
}

export interface FindResult {
  readonly doc: Node;
  readonly found: readonly FoundText[];
  /** -1 where nothing was found. */
  readonly current: number;
}

export interface FindStore extends StoreApi<FindState> {
  /** Opens the bar for the place of the caret; a short selection becomes what is looked for. */
  readonly open: (mode: "find" | "replace") => void;
  /** Closes the bar and gives the keyboard back to the caret, which has not moved. */
  readonly close: () => void;
  readonly change: (
    change: Partial<Pick<FindState, "text" | "replacement" | "exact" | "inPart" | "mode">>,
  ) => void;
  /** Shows the next (1) or the previous (-1) match, round the ends. */
  readonly step: (by: 1 | -1) => void;
  /** Selects the shown match in the text, closes the bar and puts the keyboard there. */
  readonly goThere: () => void;
  /** Replaces the shown match and shows the next; false where the text cannot be changed now. */
  readonly replaceOne: () => boolean;
  /** Replaces these matches of a document in one step of undo; false where the text cannot be changed now. */
  readonly replaceAll: (doc: Node, found: readonly FoundText[]) => boolean;
  /** Matches in the text as it is now; undefined before there is a text. */
  readonly result: () => FindResult | undefined;
}

/** Longest selection that is taken over as what is looked for, in characters. */
const LONGEST_SELECTION = 60;

export function createFindStore(link: EditorLink): FindStore {
  const store = createStore<FindState>(() => ({
    mode: undefined,
    text: "",
    replacement: "",
    exact: false,
    part: undefined,
    inPart: false,
    anchor: 0,
    asked: 0,
  }));
  const { getState: get, setState: set } = store;

  const result = () => {
    const { doc } = link.getState();
    if (!doc) return undefined;
    const found = findText(doc, queryOf(get()));
    return { doc, found, current: matchFrom(found, get().anchor) };
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
      set({ anchor: match.from + replacement.length });
      return true;
    },
    replaceAll: (doc, found) => link.rewrite("replace", replaceFound(doc, found, get().replacement)),
    result,
  };
}

/** What the state asks for. */
export function queryOf({ text, exact, inPart, part }: FindState): FindQuery {
  return inPart && part !== undefined ? { text, exact, within: part } : { text, exact };
}
