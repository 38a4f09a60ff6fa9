/** Work plans written in one line: `plan(2026, section("抓实学前教育", item("扩大学位。新增学位100个。")))`. */
import { mapChildren } from "../../src/core/plan/map-children.ts";
import {
  type Block,
  EMPTY_FRONT_MATTER,
  type FrontMatter,
  type Paragraph,
  type PlanChild,
  type PlanItem,
  type PlanSection,
  type PlanSubsection,
  plainText,
  type SectionRole,
  type WorkPlan,
} from "../../src/core/plan/model.ts";

/** A plan of a year; ids are numbered in document order (`b1`, `b2`…), so equal calls give equal plans. */
export function plan(year: number | null, ...children: readonly PlanChild[]): WorkPlan {
  return withIds({
    year,
    title: plainText(year === null ? "教育工作要点" : `${year}年教育工作要点`),
    frontMatter: EMPTY_FRONT_MATTER,
    numbering: { items: "continuous" },
    sources: {},
    leadIn: [],
    children: [...children],
    closing: [],
  });
}

/** The plan with a title, lead-in paragraphs or form data of its own. */
export function planWith(
  given: WorkPlan,
  parts: {
    readonly title?: string;
    readonly leadIn?: readonly string[];
    readonly frontMatter?: Partial<FrontMatter>;
  },
): WorkPlan {
  return withIds({
    ...given,
    title: parts.title === undefined ? given.title : plainText(parts.title),
    leadIn: parts.leadIn?.map(paragraph) ?? given.leadIn,
    frontMatter: { ...given.frontMatter, ...parts.frontMatter },
  });
}

export function section(
  lead: string,
  ...content: readonly (Block | PlanSubsection | PlanItem)[]
): PlanSection {
  return sectionOf("tasks", lead, ...content);
}

export function sectionOf(
  role: SectionRole,
  lead: string,
  ...content: readonly (Block | PlanSubsection | PlanItem)[]
): PlanSection {
  const children = content.filter((each) => each.kind === "item" || each.kind === "subsection");
  const body = content.filter((each) => each.kind === "paragraph" || each.kind === "clause");
  return { kind: "section", id: "", role, lead: plainText(lead), body, children, closing: [] };
}

export function subsection(lead: string, ...content: readonly (Block | PlanItem)[]): PlanSubsection {
  const children = content.filter((each) => each.kind === "item");
  const body = content.filter((each) => each.kind !== "item");
  return { kind: "subsection", id: "", lead: plainText(lead), body, children, closing: [] };
}

export function item(lead: string, ...body: readonly Block[]): PlanItem {
  return { kind: "item", id: "", plain: false, lead: plainText(lead), body: [...body] };
}

export function paragraph(text: string): Paragraph {
  return { kind: "paragraph", id: "", ...plainText(text) };
}

export function clause(text: string, runIn = false): Block {
  return { kind: "clause", id: "", runIn, ...plainText(text) };
}

/** Every text of a plan in document order, the title first. */
export function texts(given: WorkPlan): readonly string[] {
  const found: string[] = [given.title.text];
  const addBlocks = (blocks: readonly Block[]) => found.push(...blocks.map((block) => block.text));
  addBlocks(given.frontMatter.notice?.body ?? []);
  addBlocks(given.leadIn);
  const addChild = (child: PlanChild) => {
    found.push(child.lead.text);
    addBlocks(child.body);
    if (child.kind === "item") return;
    child.children.forEach(addChild);
    addBlocks(child.closing);
  };
  given.children.forEach(addChild);
  addBlocks(given.closing);
  return found;
}

/** Fills the empty ids; the others stay. */
function withIds(given: WorkPlan): WorkPlan {
  let count = 0;
  const numbered = <T extends { readonly id: string }>(value: T): T => {
    count += 1;
    return { ...value, id: `b${count}` };
  };
  const block = <B extends Block>(value: B): B => numbered(value);
  const childOf = <Part extends PlanChild>(value: Part): Part => {
    const mapped = mapChildren({ ...numbered(value), body: value.body.map(block) }, childOf);
    return mapped.kind === "item" ? mapped : { ...mapped, closing: mapped.closing.map(block) };
  };
  const { notice } = given.frontMatter;
  return {
    ...given,
    frontMatter: notice
      ? { ...given.frontMatter, notice: { ...notice, body: notice.body.map(block) } }
      : given.frontMatter,
    leadIn: given.leadIn.map(block),
    children: given.children.map((child) => childOf(child)),
    closing: given.closing.map(block),
  };
}
