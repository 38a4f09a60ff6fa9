/** The parts of a plan whose own text can be tasks: items above all, and headings that have text but no items. */
import { splitLead } from "../plan/heading.ts";
import type { Block, PlanChild, WorkPlan } from "../plan/model.ts";
import { bareOrdinal, numbersOf } from "../plan/numbering.ts";
import { perObject } from "../plan/per-object.ts";
import { withoutUnitTail } from "./unit-tails.ts";

export interface TaskHolder {
  readonly id: string;
  readonly kind: PlanChild["kind"];
  /** Its number as written without punctuation, e.g. `14`. */
  readonly ordinal: string;
  readonly heading: string;
  /** Id and heading of the first-level heading above it, its own for a section; empty where there is none. */
  readonly sectionId: string;
  readonly section: string;
  readonly content: HolderText;
  /** Whether its sentences are proposed as tasks: not what stands under 总体要求, nor before the items of a heading. */
  readonly proposed: boolean;
}

/** What a part says itself. The same object as long as the part is. */
export interface HolderText {
  readonly id: string;
  /** Paragraphs joined by `\n`; where they say nothing, or nothing but units, the heading in front of them. */
  readonly text: string;
}

/** Holders in the order of the plan; headings that hold nothing but items are left out. */
export function holdersOf(plan: WorkPlan): readonly TaskHolder[] {
  const numbers = numbersOf(plan);
  const holders: TaskHolder[] = [];
  const add = (child: PlanChild, above: Pick<TaskHolder, "sectionId" | "section">, proposed: boolean) => {
    const heading = headingOf(child);
    const isSection = child.kind === "section" || child.kind === "part";
    const place = isSection ? { sectionId: child.id, section: heading } : above;
    const wanted = proposed && !(child.kind === "section" && child.role === "overall-requirements");
    const children: readonly PlanChild[] = child.kind === "item" ? [] : child.children;
    const content = contentOf(child);
    if (content.text !== "" && (children.length === 0 || saysTasks(child))) {
      const ordinal = bareOrdinal(child.kind, numbers.get(child.id) ?? 0);
      const { id, kind } = child;
      holders.push({
        id,
        kind,
        ordinal,
        heading,
        ...place,
        content,
        proposed: wanted && children.length === 0,
      });
    }
    for (const each of children) add(each, place, wanted);
  };
  for (const child of plan.children) add(child, { sectionId: "", section: "" }, true);
  return holders;
}

function headingOf(child: PlanChild): string {
  return partsOf(child).heading;
}

function partsOf(child: PlanChild) {
  return splitLead(child.lead.text, child.kind === "item" && child.plain);
}

/** Whether a part has a text of its own that says more than who is responsible: else its heading is its task. */
export function saysTasks(child: PlanChild): boolean {
  return withoutUnitTail(ownText(child)).trim() !== "";
}

const contentOf: (child: PlanChild) => HolderText = perObject((child: PlanChild) => {
  const text = ownText(child);
  if (saysTasks(child)) return { id: child.id, text };
  return { id: child.id, text: [headingOf(child).trim(), text].filter((each) => each !== "").join("\n") };
});

function ownText(child: PlanChild): string {
  const texts = [partsOf(child).body, ...child.body.map((block: Block) => block.text)];
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join("\n");
}
