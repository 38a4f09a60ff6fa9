/** Where the keys stand in the list of suggestions: on a card, or among the sentences of the one open card. */

export interface PickingState {
  readonly active: number;
  /** Card whose sentences are shown; at most one. */
  readonly open: number | undefined;
  readonly sentence: number;
  /** Marked sentences of the open card, in their order in the text. */
  readonly marked: readonly number[];
}

export type PickingAction =
  | { readonly type: "reset" }
  | { readonly type: "move"; readonly by: 1 | -1; readonly cards: number; readonly sentences: number }
  | { readonly type: "toggle"; readonly index: number }
  | { readonly type: "mark"; readonly at: number };

export const initialPicking: PickingState = { active: 0, open: undefined, sentence: 0, marked: [] };

export function pickingReducer(state: PickingState, action: PickingAction): PickingState {
  switch (action.type) {
    case "reset":
      return initialPicking;
    case "move":
      if (state.open === state.active) {
        return { ...state, sentence: bounded(state.sentence + action.by, action.sentences) };
      }
      return { ...state, active: bounded(state.active + action.by, action.cards) };
    case "toggle":
      if (state.open === action.index) return { ...state, active: action.index, open: undefined, marked: [] };
      return { active: action.index, open: action.index, sentence: 0, marked: [] };
    case "mark": {
      const marked = state.marked.includes(action.at)
        ? state.marked.filter((at) => at !== action.at)
        : [...state.marked, action.at].sort((one, other) => one - other);
      return { ...state, sentence: action.at, marked };
    }
  }
}

function bounded(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
