import { selectAll } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { DecorationSet } from "prosemirror-view";
import { beforeEach, describe, expect, it } from "vitest";
import { fromDoc, toDoc } from "../../../src/core/editor/convert.ts";
import { openChanges } from "../../../src/core/revise/open-changes.ts";
import { restorePlan } from "../../../src/ui/editor/commands/restore.ts";
import {
  nextChange,
  previousChange,
  settleAtCaret,
  settleChanges,
  toggleTracking,
} from "../../../src/ui/editor/commands/revise.ts";
import {
  deletePart,
  movePartUp,
  pressBackspace,
  pressEnter,
} from "../../../src/ui/editor/commands/structure.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import {
  hasChangeMarks,
  recordChanges,
  shownChanges,
  toggleChangeMarks,
} from "../../../src/ui/editor/plugins/revisions.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

const safety = item("校园安全。压实属地责任。", [paragraph("开展专项整治。")]);
const supply = item("扩大供给。新建3所。");
const PLAN = plan("示例市2027年教育工作要点", [section("重点任务", [supply, safety, item("抓好落实。")])]);

let author = "张三";
let clock = 0;
const stamp = () => {
  clock += 1;
  return { author, at: `2026-11-25T08:00:${String(clock).padStart(2, "0")}Z` };
};

beforeEach(() => {
  author = "张三";
  clock = 0;
});

function start(tracking = true): EditorState {
  let last = 0;
  const state = editorState(
    toDoc(PLAN),
    () => {
      last += 1;
      return `new-${last}`;
    },
    undefined,
    undefined,
    stamp,
  );
  return tracking ? run(state, toggleTracking(stamp)) : state;
}

function run(state: EditorState, ...commands: readonly Command[]): EditorState {
  return commands.reduce((current, command) => {
    let after = current;
    command(current, (tr) => {
      after = after.applyTransaction(tr).state;
    });
    return after;
  }, state);
}

/** Puts the caret before a text, or selects it. */
function at(text: string, isSelected = false): Command {
  return (state, dispatch) => {
    let found = -1;
    state.doc.descendants((node, position) => {
      const index = node.isTextblock ? node.textContent.indexOf(text) : -1;
      if (index >= 0 && found < 0) found = position + 1 + index;
      return !node.isTextblock;
    });
    if (found < 0) return false;
    const selection = TextSelection.create(state.doc, found, isSelected ? found + text.length : found);
    dispatch?.(state.tr.setSelection(selection));
    return true;
  };
}

const type =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(text === "" ? state.tr.deleteSelection() : state.tr.insertText(text));
    return true;
  };

const rest = recordChanges(stamp);

/** What is listed: kind, words, author. */
function listed(state: EditorState): readonly string[] {
  return openChanges(state.doc).map(({ change, record }) => {
    const words = change.kind === "text" ? `-${change.deleted}+${change.inserted}` : change.text;
    return `${change.kind} ${words} ${record?.author ?? "?"}`;
  });
}

function written(state: EditorState): unknown {
  const { revisions: _revisions, ...rest } = fromDoc(state.doc);
  return rest;
}

describe("toggleTracking", () => {
  it("makes every edit from then on a change, and none before", () => {
    const before = run(start(false), at("新建3所"), type("年内"));
    expect(listed(before)).toEqual([]);
    const state = run(before, toggleTracking(stamp), at("3所", true), type("5所"), rest);
    expect(listed(state)).toEqual(["text -3+5 张三"]);
  });

  it("keeps open changes when it is turned off, and makes no change of what is written then", () => {
    const off = run(start(), at("3所", true), type("5所"), toggleTracking(stamp));
    expect(fromDoc(off.doc).revisions?.tracking).toBe(false);
    const later = run(off, at("压实"), type("层层"));
    expect(listed(later)).toEqual(["text -3+5 张三"]);
    author = "李四";
    const on = run(later, toggleTracking(stamp), at("专项整治"), type("全面"), rest);
    expect(listed(on)).toEqual(["text -3+5 张三", "text -+全面 李四"]);
    const rejected = run(
      on,
      settleChanges("reject", () => true),
    );
    expect(rejected.doc.textContent).toContain("新建3所。校园安全。层层压实属地责任。开展专项整治。");
  });

  it("leaves nothing behind where no change is open", () => {
    expect(fromDoc(run(start(), toggleTracking(stamp)).doc)).toEqual(PLAN);
  });

  it("is no step of undo", () => {
    const state = run(start(false), at("新建"), type("年内"), toggleTracking(stamp), undo);
    expect(state.doc.attrs["tracking"]).toBe(true);
    expect(listed(state)).toEqual(["text -年内+ ?"]);
    expect(written(state)).toEqual(PLAN);
  });
});

describe("recordChanges", () => {
  it("is undone and redone with the edit that it belongs to", () => {
    const first = start();
    const state = run(first, at("新建"), type("年内"), rest);
    expect(state.doc.attrs["changeRecords"]).toHaveLength(1);
    const back = run(state, undo);
    expect(back.doc.eq(first.doc)).toBe(true);
    expect(run(back, redo).doc.eq(state.doc)).toBe(true);
  });

  it("keeps author and time of a change that nobody touches, and takes the last one of what is changed again", () => {
    const first = run(start(), at("新建"), type("年内"), rest, at("压实"), type("层层"), rest);
    author = "李四";
    const state = run(first, at("年内新建"), type("力争"), rest);
    expect(listed(state)).toEqual(["text -+力争年内 李四", "text -+层层 张三"]);
    expect(state.doc.attrs["changeRecords"][1].at).toBe("2026-11-25T08:00:03Z");
  });
});

describe("settleChanges", () => {
  it("accepts and rejects one change, and undo brings it back with its author", () => {
    const state = run(start(), at("3所", true), type("5所"), at("压实"), type("层层"), rest);
    const accepted = run(
      state,
      settleChanges("accept", ({ change }) => change.block === supply.id),
    );
    expect(listed(accepted)).toEqual(["text -+层层 张三"]);
    const rejected = run(
      accepted,
      settleChanges("reject", () => true),
    );
    expect(rejected.doc.textContent).toContain("新建5所。校园安全。压实属地责任。");
    expect(listed(rejected)).toEqual([]);
    expect(run(rejected, undo, undo).doc.eq(state.doc)).toBe(true);
  });

  it("keeps the other changes of a paragraph apart from the one that is settled", () => {
    const state = run(start(), at("压实"), type("层层"), rest, at("校园"), type("维护"), rest);
    expect(listed(state)).toEqual(["text -+维护 张三", "text -+层层 张三"]);
    author = "李四";
    const accepted = run(
      state,
      settleChanges("accept", ({ change }) => change.kind === "text" && change.inserted === "维护"),
      rest,
    );
    expect(listed(accepted)).toEqual(["text -+层层 张三"]);
  });

  it("gives a deleted item back to its place with everything in it", () => {
    const state = run(start(), at("校园安全"), deletePart, rest);
    expect(listed(state)).toEqual(["deleted 校园安全。压实属地责任。 张三"]);
    expect(
      written(
        run(
          state,
          settleChanges("reject", () => true),
        ),
      ),
    ).toEqual(PLAN);
  });

  it("tells a moved item as moved and moves it back", () => {
    const state = run(start(), at("校园安全"), movePartUp, at("扩大供给"), rest);
    expect(listed(state)).toEqual(["moved 扩大供给。新建3所。 张三"]);
    expect(
      written(
        run(
          state,
          settleChanges("reject", () => true),
        ),
      ),
    ).toEqual(PLAN);
  });

  it("tells a paragraph that was cut in two, or put together with the one before, as one change", () => {
    const cut = run(start(), at("压实"), pressEnter, rest);
    expect(listed(cut)).toEqual(["inserted 压实属地责任。 张三"]);
    expect(marks(cut)).toEqual([]);
    expect(
      written(
        run(
          cut,
          settleChanges("reject", () => true),
        ),
      ),
    ).toEqual(PLAN);
    const accepted = run(
      cut,
      settleChanges("accept", () => true),
    );
    expect([accepted.doc.content.eq(cut.doc.content), listed(accepted)]).toEqual([true, []]);

    const joined = run(start(), at("开展"), pressBackspace, rest);
    expect(listed(joined)).toEqual(["deleted 开展专项整治。 张三"]);
    expect(marks(run(joined, toggleTracking(stamp)))).toEqual([]);
    expect(
      written(
        run(
          joined,
          settleChanges("reject", () => true),
        ),
      ),
    ).toEqual(PLAN);
    const selected = run(joined, at("示例市"), nextChange);
    expect(selected.doc.textBetween(selected.selection.from, selected.selection.to)).toBe("开展专项整治。");
  });

  it("takes an inserted item away", () => {
    const state = run(start(), at("校园安全"), pressEnter, rest);
    expect(listed(state)).toHaveLength(1);
    expect(
      written(
        run(
          state,
          settleChanges("reject", () => true),
        ),
      ),
    ).toEqual(PLAN);
  });

  it("leaves text and changes apart after tracking was turned off", () => {
    const state = run(start(), at("新建"), type("年内"), toggleTracking(stamp));
    const rejected = run(
      state,
      settleChanges("reject", () => true),
    );
    expect(listed(run(rejected, undo))).toEqual(["text -+年内 张三"]);
    expect(listed(run(rejected, toggleTracking(stamp), undo))).toEqual(["text -+年内 张三"]);
  });
});

describe("nextChange", () => {
  it("goes through the changes in the order of the text and stops at the last", () => {
    const state = run(start(), at("新建"), type("年内"), at("抓好落实"), deletePart, rest, at("示例市"));
    const first = run(state, nextChange);
    expect(first.doc.textBetween(first.selection.from, first.selection.to)).toBe("年内");
    const second = run(first, nextChange);
    expect(second.selection.empty).toBe(true);
    expect(run(second, nextChange).selection.eq(second.selection)).toBe(true);
    expect(run(second, previousChange).selection.eq(first.selection)).toBe(true);
  });
});

describe("settleAtCaret", () => {
  it("settles the change that is selected and selects the next one", () => {
    const state = run(start(), at("新建"), type("年内"), at("压实"), type("层层"), rest, at("年内", true));
    const rejected = run(state, settleAtCaret("reject"));
    expect(listed(rejected)).toEqual(["text -+层层 张三"]);
    expect(rejected.doc.textBetween(rejected.selection.from, rejected.selection.to)).toBe("层层");
    expect(run(rejected, at("示例市"), settleAtCaret("accept")).doc.eq(rejected.doc)).toBe(true);
  });

  it("settles everything that is selected, and of a selected item its move alone", () => {
    const state = run(start(), at("新建"), type("年内"), at("压实"), type("层层"), rest);
    expect(listed(run(state, selectAll, settleAtCaret("accept")))).toEqual([]);
    const moved = run(
      start(),
      at("抓好落实"),
      movePartUp,
      at("落实"),
      type("工作"),
      rest,
      at("示例市"),
      nextChange,
    );
    expect(listed(moved)).toHaveLength(2);
    expect(listed(run(moved, settleAtCaret("accept")))).toEqual(["text -+工作 张三"]);
  });
});

describe("toggleChangeMarks", () => {
  it("shows the text alone, until the marks are wanted again", () => {
    const state = run(start(), at("新建3所", true), type(""), rest, toggleTracking(stamp));
    expect(marks(state)).toHaveLength(1);
    const hidden = run(state, toggleChangeMarks);
    expect([marks(hidden), hasChangeMarks(hidden), shownChanges(hidden).length]).toEqual([[], false, 1]);
    expect(marks(run(hidden, toggleChangeMarks))).toHaveLength(1);
  });
});

describe("restorePlan", () => {
  it("is a change itself while changes are tracked", () => {
    const older = plan("示例市2026年教育工作要点", PLAN.children);
    const state = run(start(), restorePlan(older), rest);
    expect(listed(state)).toEqual(["text -2027+2026 张三"]);
  });
});

/** Attributes of what the page shows, by the text they are at. */
function marks(state: EditorState): readonly string[] {
  return state.plugins
    .flatMap((plugin) => {
      const set: unknown = plugin.props.decorations?.call(plugin, state);
      return set instanceof DecorationSet ? set.find() : [];
    })
    .flatMap((decoration) => {
      // Not part of the typed interface, and exactly what is put on the page.
      const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type;
      const shown = Object.entries(attrs).filter(
        ([name]) => /deleted|gone|emptied/.test(name) && !name.endsWith("by"),
      );
      return shown.map(
        ([name, value]) => `${name} ${value} @${state.doc.textBetween(decoration.from, decoration.to)}`,
      );
    });
}

describe("revisionsPlugin", () => {
  it("prints what went at one character that stayed, and a line for a deleted item", () => {
    const state = run(
      start(),
      at("新建3所", true),
      type(""),
      at("压实", true),
      type("落实"),
      at("抓好落实"),
      deletePart,
    );
    const shown = run(state, toggleTracking(stamp));
    expect(marks(shown)).toEqual([
      "data-deleted-before 新建3所 @。",
      "data-gone 已删去：条目“抓好落实。” @开展专项整治。",
      "data-deleted-after 压 @。",
    ]);
  });

  it("gives every change as the object it was where it is the same", () => {
    const state = run(start(), at("新建"), type("年内"), rest, at("压实"), type("层层"), rest);
    const off = run(state, toggleTracking(stamp));
    const [first] = shownChanges(off);
    const later = run(off, toggleTracking(stamp), at("层层", true), type(""), undo, redo);
    expect(shownChanges(later)).toEqual([first]);
    expect(shownChanges(later)[0]).toBe(first);
  });

  it("lists nothing where nothing is tracked", () => {
    expect(shownChanges(run(start(false), at("新建"), type("年内")))).toEqual([]);
  });
});
