/** A template out of a plan, and the plan that a template stands for. */
import { HEADING_END, splitLead } from "../plan/heading.ts";
import {
  type Block,
  EMPTY_FRONT_MATTER,
  type PlanChild,
  type PlanItem,
  type PlanPart,
  type PlanSection,
  type PlanSubsection,
  plainText,
  type WorkPlan,
} from "../plan/model.ts";
import {
  type ItemSlot,
  type PartSlot,
  type PlanTemplate,
  type SectionSlot,
  type SubsectionSlot,
  TEMPLATE_FORMAT,
  type TemplateBlock,
  type TemplateSlot,
} from "./plan-template.ts";
import { plannedPart } from "./planned-part.ts";

export interface TemplateMeta {
  readonly id: string;
  readonly name: string;
  /** Issuer where the plan does not state it. */
  readonly issuer?: string;
}

/**
 * The template of a plan: its headings, numbering and wording as they are, without ids and marks. Of a year-end summary
 * only the part that plans the next year is taken.
 */
export function deriveTemplate(prior: WorkPlan, meta: TemplateMeta): PlanTemplate {
  const plan = plannedPart(prior);
  const { issuer, region, addressees, authority, notice } = plan.frontMatter;
  return {
    format: TEMPLATE_FORMAT,
    id: meta.id,
    name: meta.name,
    source: { issuer: issuer || (meta.issuer ?? ""), region, year: plan.year, title: prior.title.text },
    numbering: plan.numbering,
    title: plan.title.text || null,
    frontMatter: {
      addressees,
      authority,
      notice: notice && { title: notice.title, body: notice.body.map((paragraph) => paragraph.text) },
    },
    leadIn: plan.leadIn.map(templateBlock),
    children: plan.children.map((child) => slotOf(child)),
    closing: plan.closing.map(templateBlock),
  };
}

function templateBlock(block: Block): TemplateBlock {
  return block.kind === "paragraph"
    ? { kind: "paragraph", text: block.text }
    : { kind: "clause", runIn: block.runIn, text: block.text };
}

function slotText(lead: string, plain = false): Pick<ItemSlot, "heading" | "text"> {
  const { heading, body, runIn } = splitLead(lead, plain);
  return { heading, text: runIn ? body : null };
}

function itemSlot(item: PlanItem): ItemSlot {
  return {
    kind: "item",
    plain: item.plain,
    ...slotText(item.lead.text, item.plain),
    body: item.body.map(templateBlock),
  };
}

function childSlot(child: PlanSubsection | PlanItem): SubsectionSlot | ItemSlot {
  if (child.kind === "item") return itemSlot(child);
  return {
    kind: "subsection",
    ...slotText(child.lead.text),
    body: child.body.map(templateBlock),
    children: child.children.map(itemSlot),
    closing: child.closing.map(templateBlock),
  };
}

function sectionSlot(section: PlanSection): SectionSlot {
  return {
    kind: "section",
    role: section.role,
    ...slotText(section.lead.text),
    body: section.body.map(templateBlock),
    children: section.children.map(childSlot),
    closing: section.closing.map(templateBlock),
  };
}

function slotOf(child: PlanSection | PlanSubsection | PlanItem): PartSlot["children"][number];
function slotOf(child: PlanChild): TemplateSlot;
function slotOf(child: PlanChild): TemplateSlot {
  if (child.kind === "section") return sectionSlot(child);
  if (child.kind !== "part") return childSlot(child);
  return {
    kind: "part",
    ...slotText(child.lead.text),
    body: child.body.map(templateBlock),
    children: child.children.map((each) => slotOf(each)),
    closing: child.closing.map(templateBlock),
  };
}

/**
 * The plan a template was derived from, with ids counted anew and without marks. A template without a source gives a plan without year and issuer.
 */
export function planOfTemplate(template: PlanTemplate): WorkPlan {
  let count = 0;
  const id = () => {
    count += 1;
    return `slot-${count}`;
  };
  const block = (value: TemplateBlock): Block => ({ ...value, id: id(), marks: [] });
  const item = (slot: ItemSlot): PlanItem => ({
    kind: "item",
    id: id(),
    plain: slot.plain,
    lead: plainText(leadOf(slot, slot.plain)),
    body: slot.body.map(block),
  });
  const child = (slot: SubsectionSlot | ItemSlot): PlanSubsection | PlanItem =>
    slot.kind === "item"
      ? item(slot)
      : {
          kind: "subsection",
          id: id(),
          lead: plainText(leadOf(slot)),
          body: slot.body.map(block),
          children: slot.children.map(item),
          closing: slot.closing.map(block),
        };
  const section = (slot: SectionSlot): PlanSection => ({
    kind: "section",
    id: id(),
    role: slot.role,
    lead: plainText(leadOf(slot)),
    body: slot.body.map(block),
    children: slot.children.map(child),
    closing: slot.closing.map(block),
  });
  const below = (slot: PartSlot["children"][number]) =>
    slot.kind === "section" ? section(slot) : child(slot);
  const part = (slot: PartSlot): PlanPart => ({
    kind: "part",
    id: id(),
    lead: plainText(leadOf(slot)),
    body: slot.body.map(block),
    children: slot.children.map(below),
    closing: slot.closing.map(block),
  });
  const { addressees, authority, notice } = template.frontMatter;
  return {
    year: template.source?.year ?? null,
    title: plainText(template.title ?? ""),
    frontMatter: {
      ...EMPTY_FRONT_MATTER,
      form: notice === null ? "plan" : "notice",
      issuer: template.source?.issuer ?? "",
      region: template.source?.region ?? "",
      addressees,
      authority,
      notice: notice && {
        title: notice.title,
        body: notice.body.map((text) => ({ kind: "paragraph", id: id(), text, marks: [] })),
      },
    },
    numbering: template.numbering,
    sources: {},
    leadIn: template.leadIn.map(block),
    children: template.children.map((slot) => (slot.kind === "part" ? part(slot) : below(slot))),
    closing: template.closing.map(block),
  };
}

function leadOf(slot: Pick<ItemSlot, "heading" | "text">, plain = false): string {
  if (plain) return slot.text ?? "";
  return slot.text === null ? slot.heading : `${slot.heading}${HEADING_END}${slot.text}`;
}
