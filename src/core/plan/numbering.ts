/** Ordinals (层次序数): the one place where numbers come from, for screen, export, outline and references. */
import type { z } from "zod";
import { chineseNumeral } from "../text/numerals.ts";
import type { Block, headingKindSchema, Numbering, PlanChild, WorkPlan } from "./model.ts";

/** What begins a part of the plan with a heading of its own. */
export type HeadingKind = z.infer<typeof headingKindSchema>;
export type NumberedKind = HeadingKind | "clause";
/** A step of the walk in document order; `break` is any text that ends a list of clauses. */
export type NumberingStep = NumberedKind | "break";

/**
 * Numbers of the steps, in order; 0 for `break`.
 *
 * Parts count through the plan, sections inside their part and subsections inside their section unless `numbering`
 * lets them run on, items as it says, clauses inside one run that no other text interrupts.
 */
export function numbersInOrder(steps: readonly NumberingStep[], numbering: Numbering): readonly number[] {
  let part = 0;
  let section = 0;
  let subsection = 0;
  let item = 0;
  let clause = 0;
  const next = (step: NumberingStep): number => {
    if (step === "clause") return ++clause;
    clause = 0;
    if (step === "break") return 0;
    if (step === "item") return ++item;
    if (step === "subsection") {
      if (numbering.items === "per-heading") item = 0;
      return ++subsection;
    }
    if (numbering.subsections !== "continuous") subsection = 0;
    if (numbering.items !== "continuous") item = 0;
    if (step === "section") return ++section;
    if (numbering.sections !== "continuous") section = 0;
    return ++part;
  };
  return steps.map(next);
}

/** The number as written without its punctuation: `一`, `一`, `一`, `1`, `一`. */
export function bareOrdinal(kind: NumberedKind, number: number): string {
  return kind === "item" ? String(number) : chineseNumeral(number);
}

/**
 * The number as printed before the text: `一、`, `（一）`, `1.`, `一是` (GB/T 9704—2012, 7.3.3). The standard has no
 * parts; they are written as offices write them, `第一部分` and a full-width blank.
 */
export function ordinalLabel(kind: NumberedKind, number: number): string {
  return printedOrdinal(kind, bareOrdinal(kind, number));
}

/** A bare number with the punctuation of its level. */
export function printedOrdinal(kind: NumberedKind, bare: string): string {
  switch (kind) {
    case "part":
      return `第${bare}部分\u3000`;
    case "section":
      return `${bare}、`;
    case "subsection":
      return `（${bare}）`;
    case "item":
      return `${bare}.`;
    case "clause":
      return `${bare}是`;
  }
}

/** Numbers of every part, section, subsection, item and clause of a plan by id. */
export function numbersOf(plan: WorkPlan): ReadonlyMap<string, number> {
  const steps: NumberingStep[] = [];
  const ids: string[] = [];
  const add = (step: NumberingStep, id: string) => {
    steps.push(step);
    ids.push(id);
  };
  const addBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) add(block.kind === "clause" ? "clause" : "break", block.id);
  };
  const addChild = (child: PlanChild) => {
    add(child.kind, child.id);
    addBlocks(child.body);
    if (child.kind === "item") return;
    for (const grandchild of child.children) addChild(grandchild);
    if (child.closing.length > 0) add("break", "");
    addBlocks(child.closing);
  };
  addBlocks(plan.leadIn);
  for (const child of plan.children) addChild(child);
  add("break", "");
  addBlocks(plan.closing);
  const numbers = numbersInOrder(steps, plan.numbering);
  return new Map(ids.flatMap((id, index) => (steps[index] === "break" ? [] : [[id, numbers[index] ?? 0]])));
}
