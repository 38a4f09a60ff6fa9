/** The source as read, line by line, with the part that became of each line. */
import { splitLead } from "../../core/plan/heading.ts";
import type { Block, PlanChild } from "../../core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../core/plan/numbering.ts";
import type { LineRole, ReadingDecisions } from "../../core/reading/decisions.ts";
import type { PlanReading, SourceLines } from "../../core/reading/plan-reading.ts";
import { markerOf } from "../../core/text/markers.ts";

/** `front`: form data such as number, addressees, signature, notice; `joined`: the line before goes on in it. */
export type RowRole = LineRole | "front" | "joined";

export interface SourceRow {
  /** 1-based line of the source. */
  readonly line: number;
  readonly text: string;
  readonly role: RowRole;
  /** Number that the part has in the plan, as printed; empty where it has none. */
  readonly ordinal: string;
  /** Whether the drafter gave the role. */
  readonly decided: boolean;
  /** Part of `text` that is heading; `to` equals `from` where it has none. Null for a line that is no heading. */
  readonly heading: { readonly from: number; readonly to: number } | null;
}

/** What the first block that begins in a line is. */
interface Placed {
  readonly role: LineRole;
  readonly ordinal: string;
  /** Heading without its stop, and the text it begins; null where the kind has none. */
  readonly heading: { readonly text: string; readonly lead: string } | null;
}

/** Rows of all lines but the blank ones, which are nothing to decide about. */
export function sourceRows(
  source: SourceLines,
  reading: PlanReading,
  decisions: ReadingDecisions,
): readonly SourceRow[] {
  const placed = placedBlocks(reading);
  const notice = new Set(reading.plan.frontMatter.notice?.body.map(({ id }) => reading.lines[id]));
  const aside = new Map(source.aside?.map(({ line, text }) => [line, text]));
  return source.lines.flatMap(({ number, text }): SourceRow | readonly [] => {
    const shown = text.trim() === "" ? (aside.get(number) ?? "") : text;
    if (shown === "") return [];
    const decided = number in decisions.roles || number in decisions.headingEnds;
    const row = { line: number, text: shown, ordinal: "", heading: null, decided };
    const block = placed.get(number);
    if (block) {
      const { role, ordinal, heading } = block;
      return { ...row, role, ordinal, heading: heading === null ? null : headingIn(text, heading) };
    }
    const role = reading.roles[number] ?? (aside.has(number) ? "furniture" : undefined);
    if (role === undefined || notice.has(number)) return { ...row, role: "front" };
    return { ...row, role: role === "title" || role === "furniture" ? role : "joined" };
  });
}

/** Characters of a lead that find it in its line, and the longest ordinal before it. */
const FOUND_BY = 4;
const LONGEST_ORDINAL = 12;

function headingIn(
  text: string,
  { text: heading, lead }: { readonly text: string; readonly lead: string },
): { readonly from: number; readonly to: number } {
  // The ordinal may be one that was mended (`l.` for `1.`), so the lead is looked for first.
  const found = lead.length < FOUND_BY ? -1 : text.indexOf(lead.slice(0, FOUND_BY));
  const from = found >= 0 && found <= LONGEST_ORDINAL ? found : leadStart(text);
  return { from, to: Math.min(text.length, from + heading.length) };
}

/** Offset at which the text of a line begins behind its blanks and its ordinal. */
export function leadStart(text: string): number {
  const blanks = text.length - text.trimStart().length;
  return blanks + (markerOf(text.trim())?.length ?? 0);
}

function placedBlocks({ plan, lines }: PlanReading): ReadonlyMap<number, Placed> {
  const placed = new Map<number, Placed>();
  const numbers = numbersOf(plan);
  const add = (id: string, block: Placed) => {
    const line = lines[id];
    if (line !== undefined && !placed.has(line)) placed.set(line, block);
  };
  const addBlocks = (blocks: readonly Block[]) => {
    for (const { id, kind } of blocks) {
      const clause = kind === "clause";
      const ordinal = clause ? ordinalLabel("clause", numbers.get(id) ?? 0) : "";
      add(id, { role: clause ? "clause" : "text", ordinal, heading: null });
    }
  };
  const addChild = (child: PlanChild) => {
    const { text } = child.lead;
    const { heading } = splitLead(text, child.kind === "item" && child.plain);
    const ordinal = ordinalLabel(child.kind, numbers.get(child.id) ?? 0);
    add(child.id, { role: child.kind, ordinal, heading: { text: heading, lead: text } });
    addBlocks(child.body);
    if (child.kind === "item") return;
    for (const grandchild of child.children) addChild(grandchild);
    addBlocks(child.closing);
  };
  addBlocks(plan.leadIn);
  for (const child of plan.children) addChild(child);
  addBlocks(plan.closing);
  return placed;
}
