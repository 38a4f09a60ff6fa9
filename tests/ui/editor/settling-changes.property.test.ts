import fc from "fast-check";
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { textOfDoc, toDoc } from "../../../src/core/editor/convert.ts";
import type { Change } from "../../../src/core/revise/change.ts";
import { changesBetween } from "../../../src/core/revise/changes-between.ts";
import { openChanges } from "../../../src/core/revise/open-changes.ts";
import { withAccepted, withRejected } from "../../../src/core/revise/settle.ts";
import { settleChanges, toggleTracking } from "../../../src/ui/editor/commands/revise.ts";
import {
  addItem,
  addSection,
  addSubsection,
  deletePart,
  deleteSelectedText,
  demotePart,
  movePartDown,
  movePartUp,
  pressBackspace,
  pressDelete,
  pressEnter,
  promotePart,
  setKind,
} from "../../../src/ui/editor/commands/structure.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { recordChanges } from "../../../src/ui/editor/plugins/revisions.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

const typed =
  (text: string): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.isTextblock) return false;
    dispatch?.(state.tr.insertText(text, state.selection.from));
    return true;
  };

const EDITS: Readonly<Record<string, Command>> = {
  pressEnter,
  pressBackspace,
  pressDelete,
  promotePart,
  demotePart,
  movePartUp,
  movePartDown,
  addItem,
  addSubsection,
  addSection,
  deletePart,
  deleteSelectedText,
  makeSection: setKind("section"),
  makeSubsection: setKind("subsection"),
  makeItem: setKind("item"),
  makeParagraph: setKind("paragraph"),
  makeClause: setKind("clause"),
  sentence: typed("扎实推进。"),
  number: typed("2027年"),
};

const place = fc.noBias(fc.integer({ min: 0, max: 1000 })).map((each) => each / 1000);

const edit = fc.record({
  command: fc.oneof(fc.constantFrom(...Object.keys(EDITS)), fc.constantFrom("movePartUp", "movePartDown")),
  anchor: place,
  /** Null: a caret. */
  head: fc.option(place, { freq: 1 }),
});

/** Rich enough for every move; arbitrary plans are mostly small. */
const FULL = plan(
  "示例市2027年教育工作要点",
  [
    section("总体要求", [], { body: [paragraph("坚持立德树人。")] }),
    section(
      "重点任务",
      [
        subsection(
          "学前教育",
          [
            item("扩大供给。新建3所。", [clause("一区"), clause("二区")]),
            item("规范办园。", [paragraph("开展督导。")]),
          ],
          [paragraph("统筹推进。")],
        ),
        item("校园安全。压实责任。"),
        item("抓好落实。每月调度。", [paragraph("年底总结。")]),
      ],
      { closing: [paragraph("以上任务列入督查。")] },
    ),
    section("保障措施", [item("加强领导。"), item("强化宣传。", [], true)]),
  ],
  { leadIn: [paragraph("2027年是关键一年。")], closing: [paragraph("特此印发。")] },
);

function stateOf(doc: Node): EditorState {
  let last = 0;
  return editorState(doc, () => {
    last += 1;
    return `new-${last}`;
  });
}

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function run(state: EditorState, command: Command | undefined): EditorState {
  let after = state;
  command?.(state, (tr) => {
    after = state.applyTransaction(tr).state;
  });
  return after;
}

function withEdit(state: EditorState, { command, anchor, head }: Edit): EditorState {
  const at = (share: number) => state.doc.resolve(Math.round(share * state.doc.content.size));
  const selected = state.tr.setSelection(TextSelection.between(at(anchor), at(head ?? anchor)));
  return run(state.apply(selected), EDITS[command]);
}

function edited(doc: Node, edits: readonly Edit[]): Node {
  return edits.reduce(withEdit, stateOf(doc)).doc;
}

const stamp = () => ({ author: "张三", at: "2026-11-25T08:00:00Z" });

/** Settles one of the open changes. */
function settleOne(deed: "accept" | "reject", pick: number): Command {
  return (state, dispatch) => {
    const open = openChanges(state.doc);
    const key = open[pick % Math.max(1, open.length)]?.change.key;
    return settleChanges(deed, ({ change }) => change.key === key)(state, dispatch);
  };
}

/** Marks that come and go without a change of text: what is to be verified, and where a number leads. */
const UNTRACKED = ["pending", "reference"];

function written(doc: Node): unknown {
  const { title, leadIn, children, closing } = textOfDoc(doc);
  return JSON.parse(
    JSON.stringify({ title, leadIn, children, closing }, (_key, value: unknown) =>
      Array.isArray(value) ? value.filter((each) => !UNTRACKED.includes(each?.type)) : value,
    ),
  );
}

describe("withAccepted and withRejected", () => {
  it("gives base or text back, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(FULL), arbitraryPlan),
        fc.array(edit, { minLength: 1, maxLength: 8, size: "max" }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("accept", "reject")), { minLength: 40, maxLength: 40 }),
        fc.constantFrom("accept", "reject", "mixed"),
        (start, edits, picks, mode) => {
          const first = toDoc(start);
          const last = edited(first, edits);
          let base = first;
          let now = last;
          for (let round = 0; ; round += 1) {
            const all = changesBetween(base, now);
            if (all.length === 0) break;
            if (round > 400) throw new Error("does not end");
            const [place, deed] = picks[round % picks.length] ?? [0, "accept"];
            const change = all[(place + Math.floor(round / 40)) % all.length] as Change;
            const choice = { all, chosen: new Set([change]) };
            if ((mode === "mixed" ? deed : mode) === "accept") base = withAccepted(base, now, choice);
            else now = withRejected(base, now, choice);
            base.check();
            now.check();
          }
          expect(written(base)).toEqual(written(now));
          if (mode === "accept") expect(written(base)).toEqual(written(last));
          if (mode === "reject") expect(written(now)).toEqual(written(first));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const deed = fc.oneof(
  { weight: 3, arbitrary: edit },
  { weight: 2, arbitrary: fc.record({ settle: fc.constantFrom("accept", "reject"), pick: fc.nat(99) }) },
);

describe("an editor that tracks changes", () => {
  it("keeps the plan valid and every change with its author, and undo returns exactly to the start", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(FULL), arbitraryPlan),
        fc.array(deed, { minLength: 1, maxLength: 10, size: "max" }),
        (start, deeds) => {
          const first = run(stateOf(toDoc(start)), toggleTracking(stamp));
          let state = first;
          for (const each of deeds) {
            state = "settle" in each ? run(state, settleOne(each.settle, each.pick)) : withEdit(state, each);
            state = run(state, recordChanges(stamp));
            state.doc.check();
            expect(openChanges(state.doc).every(({ record }) => record?.author === "张三")).toBe(true);
          }
          for (let undone = true; undone; )
            undone = undo(state, (tr) => {
              state = state.applyTransaction(tr).state;
            });
          expect(state.doc.toJSON()).toEqual(first.doc.toJSON());
        },
      ),
      { numRuns: 200 },
    );
  });

  it("changes nothing but the text before by accepting, and nothing but the text of now by rejecting", () => {
    fc.assert(
      fc.property(
        fc.constant(FULL),
        fc.array(edit, { minLength: 3, maxLength: 8 }),
        fc.nat(99),
        (start, edits, pick) => {
          const state = run(
            edits.reduce(withEdit, run(stateOf(toDoc(start)), toggleTracking(stamp))),
            recordChanges(stamp),
          );
          const accepted = run(state, settleOne("accept", pick));
          expect(accepted.doc.content.eq(state.doc.content)).toBe(true);
          const rejected = run(state, settleOne("reject", pick));
          expect(rejected.doc.attrs["revisionBase"]).toBe(state.doc.attrs["revisionBase"]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
