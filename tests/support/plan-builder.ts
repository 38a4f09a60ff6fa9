/** Plans for tests, one line a block: ids are counted, everything not given is empty. */
import {
  type Block,
  type Clause,
  EMPTY_FRONT_MATTER,
  type FrontMatter,
  type Paragraph,
  type PlanItem,
  type PlanSection,
  type PlanSubsection,
  plainText,
  type WorkPlan,
} from "../../src/core/plan/model.ts";

let counter = 0;
function nextId(): string {
  counter += 1;
  return `block-${counter}`;
}

export function paragraph(text: string): Paragraph {
  return { kind: "paragraph", id: nextId(), ...plainText(text) };
}

export function clause(text: string, runIn = false): Clause {
  return { kind: "clause", id: nextId(), runIn, ...plainText(text) };
}

export function item(lead: string, body: readonly Block[] = [], plain = false): PlanItem {
  return { kind: "item", id: nextId(), plain, lead: plainText(lead), body };
}

export function subsection(
  lead: string,
  children: readonly PlanItem[] = [],
  body: readonly Block[] = [],
): PlanSubsection {
  return { kind: "subsection", id: nextId(), lead: plainText(lead), body, children, closing: [] };
}

export function section(
  lead: string,
  children: PlanSection["children"] = [],
  parts: Partial<Pick<PlanSection, "body" | "closing">> = {},
): PlanSection {
  return {
    kind: "section",
    id: nextId(),
    role: "tasks",
    lead: plainText(lead),
    body: [],
    children,
    closing: [],
    ...parts,
  };
}

export function plan(
  title: string,
  children: WorkPlan["children"] = [],
  parts: Partial<Omit<WorkPlan, "title" | "children" | "frontMatter">> & {
    readonly frontMatter?: Partial<FrontMatter>;
  } = {},
): WorkPlan {
  return {
    year: null,
    numbering: { items: "continuous" },
    sources: {},
    leadIn: [],
    closing: [],
    ...parts,
    title: plainText(title),
    frontMatter: { ...EMPTY_FRONT_MATTER, ...parts.frontMatter },
    children,
  };
}
