import fc from "fast-check";
import { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { type InsertableItem, insertLines } from "../../../src/core/editor/insert.ts";
import { newLine, plainContent } from "../../../src/core/editor/line-edit.ts";
import type { PlanLine } from "../../../src/core/editor/lines.ts";
import { planSchema } from "../../../src/core/editor/schema.ts";
import { linesOfText } from "../../../src/ui/editor/clipboard/lines-of-text.ts";
import { acceptAllDated, nextDated } from "../../../src/ui/editor/commands/dated.ts";
import { lineCommand } from "../../../src/ui/editor/commands/edit-lines.ts";
import { setNumbering, setYear } from "../../../src/ui/editor/commands/form.ts";
import { insertItem } from "../../../src/ui/editor/commands/insert.ts";
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
  pressShiftEnter,
  promotePart,
  setKind,
} from "../../../src/ui/editor/commands/structure.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import {
  characters,
  expectValid,
  run,
  runs,
  select,
  selecting,
  share,
  shown,
  shownAfresh,
  start,
  undoAll,
} from "../../support/editing-runs.ts";
import { datedMark } from "../../support/marked-text.ts";

/** Commands that move text about but take nothing away. */
const KEEPING: Readonly<Record<string, Command>> = {
  pressEnter,
  pressShiftEnter,
  pressBackspace,
  pressDelete,
  promotePart,
  demotePart,
  movePartUp,
  movePartDown,
  addItem,
  addSubsection,
  addSection,
  nextDated,
  makeSection: setKind("section"),
  makeSubsection: setKind("subsection"),
  makeItem: setKind("item"),
  makeParagraph: setKind("paragraph"),
  makeClause: setKind("clause"),
  restart: setNumbering({ items: "per-section" }),
  year: setYear(2031),
};

/** Text with a sign that ends a heading, typed at the caret. */
const typing: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.isTextblock) return false;
  dispatch?.(state.tr.insertText("标题。", state.selection.from));
  return true;
};

const PRIOR: InsertableItem = {
  item: {
    id: 1,
    origin: {
      documentId: "seed",
      title: "",
      issuer: "",
      year: 2021,
      section: null,
      item: "14",
      heading: "学前",
    },
    sectionHeading: "",
    heading: "深入学前",
    body: "到2021年底。\n一是新建。",
  },
  headingDated: [],
  bodyDated: [datedMark(1, 7, "2021年底", "d1")],
};

/** Whole parts, as they come from our own clipboard. */
const PASTED: readonly PlanLine[] = [
  newLine("item", 0, plainContent("条目")),
  newLine("clause", 0, plainContent("要点")),
  newLine("section", 0, plainContent("部分")),
];

const TAKING: Readonly<Record<string, Command>> = {
  deletePart,
  deleteSelectedText,
  acceptAll: acceptAllDated(),
  typing,
  insertItem: insertItem(PRIOR),
  paste: lineCommand((lines, { from }) => insertLines(lines, from, PASTED)),
  pasteText: lineCommand((lines, { from }) => insertLines(lines, from, linesOfText("一行\n二行"))),
};

const step = fc.record({
  command: fc.constantFrom(...Object.keys(KEEPING)),
  /** Where the caret is put before, as a share of the document; null leaves it. */
  caret: fc.option(share),
});

const takingStep = fc.record({
  command: fc.constantFrom(...Object.keys(KEEPING), ...Object.keys(TAKING)),
  anchor: share,
  head: share,
});

describe("commands", () => {
  it("keep the plan valid and every character, and undo returns to the start", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.array(step, { maxLength: 12 }), (plan, commands) => {
        let state = start(plan);
        const before = state.doc;
        for (const { command, caret } of commands) {
          if (caret !== null) state = select(state, caret);
          else state = select(state, state.selection.from / Math.max(1, state.doc.content.size));
          state = run(state, KEEPING[command] ?? (() => false)).state;
          expectValid(state.doc);
          expect(characters(state.doc)).toBe(characters(before));
          expect(shown(state)).toEqual(shown(shownAfresh(state)));
        }
        expect(undoAll(state).doc.eq(before)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it("keep the plan valid with any selection, take away at most what was selected, and undo returns to the start", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.array(takingStep, { maxLength: 8 }), (plan, commands) => {
        let state = start(plan);
        const before = state.doc;
        for (const { command, anchor, head } of commands) {
          state = select(state, anchor, head);
          const { from, to } = state.selection;
          const unselected = [
            ...(state.doc.textBetween(0, from) + state.doc.textBetween(to, state.doc.content.size)),
          ];
          state = run(state, KEEPING[command] ?? TAKING[command] ?? (() => false)).state;
          expectValid(state.doc);
          expect(shown(state)).toEqual(shown(shownAfresh(state)));
          if (command !== "deletePart" && command !== "acceptAll")
            expect(state.doc.textContent.replaceAll("\n", "").length).toBeGreaterThanOrEqual(
              unselected.join("").replaceAll("\n", "").length,
            );
        }
        expect(undoAll(state).doc.eq(before)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it("make steps that give the same document on a replica, through JSON", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.array(takingStep, { maxLength: 8 }), (plan, commands) => {
        let state = start(plan);
        let replica = Node.fromJSON(planSchema, JSON.parse(JSON.stringify(state.doc.toJSON())));
        for (const { command, anchor, head } of commands) {
          const placed = run(state, selecting(anchor, head));
          const result = run(placed.state, KEEPING[command] ?? TAKING[command] ?? (() => false));
          state = result.state;
          for (const each of [...placed.steps, ...result.steps]) {
            const received = Step.fromJSON(planSchema, JSON.parse(JSON.stringify(each.toJSON())));
            replica = received.apply(replica).doc ?? replica;
          }
          expect(replica.eq(state.doc)).toBe(true);
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
