/** The text of a plan as paragraphs of an official document (GB/T 9704—2012, 7.3.3). */
import { HEADING_END, splitLead } from "../../core/plan/heading.ts";
import type { Block, PlanChild, WorkPlan } from "../../core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../core/plan/numbering.ts";
import { cleanText, isBlank } from "./clean-text.ts";
import type { ElementRole, OfficialElement, OfficialRun } from "./official-document.ts";

const ROLES = {
  part: "part-heading",
  section: "level-1",
  subsection: "level-2",
  item: "level-3",
} as const satisfies Record<PlanChild["kind"], ElementRole>;
/** Levels in the navigation of a plan with parts; without parts those of the roles' styles hold. */
const LEVELS_BELOW_PARTS = { part: 0, section: 1, subsection: 2, item: 3 } as const;

/** Lead-in, parts, sections, items and closing in order, with their ordinals written out. */
export function planElements(plan: WorkPlan): readonly OfficialElement[] {
  const numbers = numbersOf(plan);
  const elements: OfficialElement[] = [];
  const addBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) addBlock(elements, block, numbers);
  };
  const hasParts = plan.children.some(({ kind }) => kind === "part");
  const addChild = (child: PlanChild) => {
    const lead = leadElement(child, numbers.get(child.id) ?? 0);
    const isHeading = lead.role !== "body";
    elements.push(hasParts && isHeading ? { ...lead, outlineLevel: LEVELS_BELOW_PARTS[child.kind] } : lead);
    addBlocks(child.body);
    if (child.kind === "item") return;
    for (const grandchild of child.children) addChild(grandchild);
    addBlocks(child.closing);
  };
  addBlocks(plan.leadIn);
  for (const child of plan.children) addChild(child);
  addBlocks(plan.closing);
  return elements;
}

/** A heading and the text behind it in one paragraph; an item without heading sentence is text. */
function leadElement(child: PlanChild, number: number): OfficialElement {
  const label = ordinalLabel(child.kind, number);
  const text = isBlank(child.lead.text) ? "" : cleanText(child.lead.text);
  if (child.kind === "item" && child.plain) return paragraph("body", child.id, `${label}${text}`);
  const { heading, body, runIn } = splitLead(text);
  const own = `${label}${heading}${runIn ? HEADING_END : ""}`;
  return {
    ...paragraph(ROLES[child.kind], child.id, own),
    runs: [{ text: own, face: "own" }, ...(body === "" ? [] : [{ text: body, face: "body" as const }])],
    keepsWithNext: !runIn && hasTextBelow(child),
  };
}

function addBlock(elements: OfficialElement[], block: Block, numbers: ReadonlyMap<string, number>): void {
  const label = block.kind === "clause" ? ordinalLabel("clause", numbers.get(block.id) ?? 0) : "";
  const text = `${label}${cleanText(block.text)}`;
  const before = elements.at(-1);
  if (block.kind === "clause" && block.runIn && before && takesRunIn(before))
    elements[elements.length - 1] = { ...before, runs: withBody(before, text) };
  else elements.push(paragraph("body", block.id, text));
}

/** Whether something stands under the heading; a list of bare headings would else be one chain of kept lines. */
function hasTextBelow(child: PlanChild): boolean {
  if (child.body.length > 0) return true;
  return child.kind !== "item" && child.children.length + child.closing.length > 0;
}

/** A heading alone on its line takes no clause: the two would read as one sentence. */
function takesRunIn(before: OfficialElement): boolean {
  if (before.role === "body" || before.runs.length > 1) return true;
  return before.runs[0]?.text.endsWith(HEADING_END) ?? false;
}

function withBody(before: OfficialElement, text: string): readonly OfficialRun[] {
  const face = before.role === "body" ? "own" : "body";
  const last = before.runs.at(-1);
  if (last?.face === face) return [...before.runs.slice(0, -1), { text: last.text + text, face }];
  return [...before.runs, { text, face }];
}

function paragraph(role: ElementRole, blockId: string, text: string): OfficialElement {
  return {
    role,
    blockId,
    runs: [{ text, face: "own" }],
    startsPage: false,
    keepsWithNext: false,
    placement: {},
  };
}
