import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { toLines } from "../../../src/core/editor/lines.ts";
import { createPartDrag } from "../../../src/ui/drag/part-drag.ts";
import { speedAt } from "../../../src/ui/drag/scroll-at-edges.ts";
import type { PlanEditor } from "../../../src/ui/editor/index.ts";
import { editing, linesOf } from "../../support/outline-text.ts";

/** What of an editor dragging uses, around a real state. */
function editorOf(first: EditorState) {
  let state = first;
  const view = { dispatch: (tr: typeof state.tr) => (state = state.apply(tr)) };
  const editor = {
    view,
    composing: false,
    get state() {
      return state;
    },
    can: (command: (state: EditorState) => boolean) => command(state),
  };
  return { editor: editor as unknown as PlanEditor, lines: () => linesOf(state) };
}

class Data {
  readonly types = new Map<string, string>();
  effectAllowed = "";
  setData(type: string, text: string): void {
    this.types.set(type, text);
  }
}

/** Stands for a view of the text; only compared. */
const VIEW = {} as EditorView;

function begin(lines: readonly string[], dragged: string) {
  const state = editing(...lines);
  const idOf = (text: string): string =>
    toLines(state.doc).find(({ content }) => content.textBetween(0, content.size) === text)?.attributes["id"];
  const { editor, lines: now } = editorOf(state);
  const drag = createPartDrag(() => editor);
  const data = new Data();
  drag.start(data as unknown as DataTransfer, new Set([idOf(dragged)]), VIEW, 100);
  return { drag, data, idOf, now };
}

const PLAN = ["# |", "S 一", "I 甲", "I 乙", "S 二", "I 丙"];

describe("createPartDrag", () => {
  it("says where the parts land and with which number, and moves them there", () => {
    const { drag, idOf, now } = begin(PLAN, "甲");
    drag.over(VIEW, idOf("丙"), 100);
    expect(drag.getState().target).toMatchObject({
      before: idOf("丙"),
      label: "2.",
      place: { kind: "item" },
    });
    expect(drag.drop()).toBe(true);
    expect(now().slice(1)).toEqual(["S 一", "I 乙", "S 二", "I |甲", "I 丙"]);
    expect(drag.getState().ids.size).toBe(0);
  });

  it("keeps the level of the part unless the pointer goes to the side", () => {
    const { drag, idOf } = begin(PLAN, "丙");
    drag.over(VIEW, idOf("二"), 110);
    expect(drag.getState().target).toMatchObject({ label: "3.", place: { kind: "item" } });
    drag.over(VIEW, idOf("二"), 60);
    expect(drag.getState().target).toMatchObject({ label: "二、", place: { kind: "section" } });
  });

  it("counts sideways moves anew on another surface", () => {
    const { drag, idOf } = begin(PLAN, "丙");
    drag.over("outline", idOf("二"), 900);
    expect(drag.getState().target).toMatchObject({ place: { kind: "item" } });
    drag.over("outline", idOf("二"), 860);
    expect(drag.getState().target).toMatchObject({ place: { kind: "section" } });
  });

  it("has no target where nothing would change, over no place, and when it has ended", () => {
    const { drag, idOf, now } = begin(PLAN, "甲");
    drag.over(VIEW, idOf("甲"), 100);
    expect(drag.getState().target).toBeUndefined();
    drag.over(VIEW, idOf("丙"), 100);
    drag.over(VIEW, undefined, 100);
    expect(drag.drop()).toBe(false);
    const again = begin(PLAN, "甲");
    again.drag.over(VIEW, idOf("丙"), 100);
    again.drag.end();
    expect(again.drag.drop()).toBe(false);
    expect(now()).toEqual(PLAN);
  });

  it("carries a copy with numbers for other programs", () => {
    const { data } = begin(PLAN, "二");
    expect(data.types.get("text/plain")).toBe("二、二\n3.丙");
    expect(data.effectAllowed).toBe("copyMove");
  });
});

describe("speedAt", () => {
  it("is faster the nearer to an edge, and nothing between them", () => {
    expect(speedAt(300, 0, 600)).toBe(0);
    expect(speedAt(40, 0, 600)).toBeLessThan(0);
    expect(speedAt(5, 0, 600)).toBeLessThan(speedAt(40, 0, 600));
    expect(speedAt(700, 0, 600)).toBe(speedAt(600, 0, 600));
  });
});
