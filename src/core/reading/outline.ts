/** A reading as the JSON that the command line prints. */
import { splitLead } from "../plan/heading.ts";
import type { Block, HeadedPart, PlanChild, PlanItem, RichText } from "../plan/model.ts";
import { numbersOf, ordinalLabel } from "../plan/numbering.ts";
import messages from "./data/notice-messages.json" with { type: "json" };
import type { DocumentKind, DroppedLine, PlanReading } from "./plan-reading.ts";

export interface OutlineItem {
  /** As printed in the source (`1`); null where the source has lost it. */
  readonly ordinal: string | null;
  /** Null for an item that has no heading. */
  readonly heading: string | null;
  /** Body that runs on behind the heading first, then the paragraphs below. */
  readonly paragraphs: readonly string[];
  /** With their markers: `一是…`. */
  readonly clauses: readonly string[];
}

export interface OutlineSection extends OutlineItem {
  readonly sections: readonly OutlineSection[];
  readonly items: readonly OutlineItem[];
  readonly closing: readonly string[];
}

export interface OutlineNotice {
  readonly code: string;
  readonly line: number | null;
  readonly before: string;
  readonly after: string;
  /** Chinese, for people. */
  readonly message: string;
}

export interface Outline {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issuerInferred: string | null;
  readonly year: number | null;
  readonly planYear: number | null;
  readonly date: string | null;
  readonly pageDate: string | null;
  readonly documentNumber: string | null;
  readonly addressees: readonly string[];
  readonly leadIn: readonly string[];
  readonly sections: readonly OutlineSection[];
  readonly items: readonly OutlineItem[];
  readonly closing: readonly string[];
  readonly signature: string | null;
  readonly attachments: readonly string[];
  readonly notices: readonly OutlineNotice[];
  readonly dropped: readonly DroppedLine[];
}

const MESSAGES: Readonly<Record<string, string>> = messages;

/** Outline of a reading. Subsections without a section above them stand in a section without ordinal and heading. */
export function outlineOf(reading: PlanReading): Outline {
  const { plan } = reading;
  const numbers = numbersOf(plan);
  const texts = (blocks: readonly Block[]) => blocks.map((block) => printed(block, numbers));
  const split = (blocks: readonly Block[]) => ({
    paragraphs: texts(blocks.filter((block) => block.kind === "paragraph")),
    clauses: texts(blocks.filter((block) => block.kind === "clause")),
  });
  const headed = (block: PlanChild, plain = false) => {
    const lead = leadOf(block.lead, plain);
    const { paragraphs, clauses } = split(block.body);
    return {
      ordinal: reading.ordinals[block.id] ?? null,
      heading: lead.heading,
      paragraphs: lead.body === "" ? paragraphs : [lead.body, ...paragraphs],
      clauses,
    };
  };
  const item = (block: PlanItem): OutlineItem => headed(block, block.plain);
  const section = (block: HeadedPart): OutlineSection => ({
    ...headed(block),
    sections: block.children.flatMap((child) => (child.kind === "item" ? [] : [section(child)])),
    items: block.children.flatMap((child) => (child.kind === "item" ? [item(child)] : [])),
    closing: texts(block.closing),
  });
  return {
    kind: reading.kind,
    title: plan.title.text === "" ? null : plan.title.text,
    issuer: reading.issuer,
    issuerInferred: reading.issuerInferred,
    year: reading.year,
    planYear: reading.planYear,
    date: reading.date,
    pageDate: reading.pageDate,
    documentNumber: reading.documentNumber,
    addressees: reading.addressees,
    leadIn: texts(plan.leadIn),
    sections: plan.children.flatMap((child) => (child.kind === "item" ? [] : [section(child)])),
    items: plan.children.flatMap((child) => (child.kind === "item" ? [item(child)] : [])),
    closing: texts(plan.closing),
    signature: reading.signature,
    attachments: reading.attachments,
    notices: reading.notices.map(({ code, line, before, after, count }) => ({
      code,
      line,
      before,
      after,
      message: messageOf(code, count),
    })),
    dropped: reading.dropped,
  };
}

/** Chinese sentence for a notice; the code itself where the table has none. */
export function messageOf(code: string, count: number): string {
  return (MESSAGES[code] ?? code).replace("{count}", String(count));
}

function leadOf(lead: RichText, plain: boolean): { readonly heading: string | null; readonly body: string } {
  const { heading, body } = splitLead(lead.text, plain);
  return { heading: heading === "" ? null : heading, body };
}

/** Numerals are written up to here; only damage has more clauses. */
const LARGEST_ORDINAL = 9_999;

function printed(block: Block, numbers: ReadonlyMap<string, number>): string {
  const number = block.kind === "clause" ? numbers.get(block.id) : undefined;
  return number === undefined || number > LARGEST_ORDINAL
    ? block.text
    : `${ordinalLabel("clause", number)}${block.text}`;
}
