import { describe, expect, it } from "vitest";
import {
  initialPicking,
  type PickingAction,
  pickingReducer,
} from "../../../src/ui/panels/suggestion-picking.ts";

const DOWN: PickingAction = { type: "move", by: 1, cards: 3, sentences: 2 };
const UP: PickingAction = { type: "move", by: -1, cards: 3, sentences: 2 };

function stateAfter(...actions: readonly PickingAction[]) {
  return actions.reduce(pickingReducer, initialPicking);
}

describe("pickingReducer", () => {
  it("stays inside the list of cards", () => {
    expect(stateAfter(UP).active).toBe(0);
    expect(stateAfter(DOWN, DOWN, DOWN, DOWN).active).toBe(2);
  });

  it("moves among the sentences of the open card", () => {
    expect(stateAfter(DOWN, { type: "toggle", index: 1 }, DOWN, DOWN)).toMatchObject({
      active: 1,
      sentence: 1,
    });
  });

  it("keeps marks in the order of the text and takes them back", () => {
    const marks: readonly PickingAction[] = [
      { type: "toggle", index: 0 },
      { type: "mark", at: 1 },
      { type: "mark", at: 0 },
    ];
    expect(stateAfter(...marks).marked).toEqual([0, 1]);
    expect(stateAfter(...marks, { type: "mark", at: 1 }).marked).toEqual([0]);
  });

  it("forgets the marks of a card that is closed", () => {
    const state = stateAfter(
      { type: "toggle", index: 0 },
      { type: "mark", at: 0 },
      { type: "toggle", index: 0 },
    );
    expect(state).toMatchObject({ open: undefined, marked: [] });
  });
});
