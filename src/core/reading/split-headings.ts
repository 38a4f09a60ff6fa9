/** Where the heading of a section or item ends: repairs of lost 。, of colons in its place, and items without heading. */
import { splitLead } from "../plan/heading.ts";
import words from "./data/heading-words.json" with { type: "json" };
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";

const STARTERS = [...words.starters].sort((one, other) => other.length - one.length);
const ENDINGS = new RegExp(`(?:${words.endings.join("|")})[”》）]?$`);

/** A first sentence up to this length is a heading whatever its neighbours are. */
const ALWAYS_HEADING = 24;
/** Longest heading met; a longer first sentence is none. */
const LONGEST_HEADING = 45;
/** A line without any 。 may be a long heading; beyond this it holds a sentence. */
const LONGEST_HEADING_LINE = 60;
const SHORTEST_HEADING = 4;
/** A heading closed by a colon is short: `总体目标：到2023年…`. */
const LONGEST_BEFORE_COLON = 14;
/** An item of one sentence with so many commas is a body without a heading. */
const COMMAS_OF_BODY = 2;

/** Decides for every node where its heading ends; changes leads in place and reports each change. */
export function splitHeadings(tree: NodeTree, repairs: Repairs): void {
  const nodes = allNodes(tree.children);
  for (const kind of ["section", "subsection", "item"] as const) {
    const siblings = nodes.filter((node) => node.kind === kind);
    const limit = headingLimit(siblings);
    const runIn = isMostlyRunIn(siblings);
    for (const node of siblings) splitHeading(node, limit, runIn, repairs);
  }
}

/** Length from which a first sentence is suspected to be more than a heading. */
function headingLimit(siblings: readonly NumberedNode[]): number {
  const lengths = siblings
    .map((node) => splitLead(node.lead).heading.length)
    .filter((length) => length > 0 && length <= LONGEST_HEADING)
    .sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)] ?? ALWAYS_HEADING;
  return Math.max(ALWAYS_HEADING, Math.round(median * 2));
}

function isMostlyRunIn(siblings: readonly NumberedNode[]): boolean {
  const runIn = siblings.filter(({ lead }) => {
    const parts = splitLead(lead);
    return parts.body !== "" && parts.heading.length <= LONGEST_HEADING;
  });
  return runIn.length * 2 >= siblings.length;
}

function splitHeading(node: NumberedNode, limit: number, runIn: boolean, repairs: Repairs): void {
  const { heading, body, runIn: hasPeriod } = splitLead(node.lead);
  if (heading.length <= limit && (hasPeriod || !/[；：]$/.test(node.lead))) {
    if (body === "" && node.kind === "item" && isBodyOnly(node, heading)) node.plain = true;
    return;
  }
  if (/：$/.test(node.lead) && !hasPeriod && heading.length <= LONGEST_HEADING) {
    const after = node.lead.slice(0, -1);
    repairs.add({ code: "heading-colon-removed", line: node.source.line, before: node.lead, after });
    node.lead = after;
    return;
  }
  if (/；$/.test(node.lead) && !hasPeriod) {
    node.plain = node.kind === "item";
    return;
  }
  if (splitAtColon(node, repairs)) return;
  const isLong = hasPeriod || node.lead.length > LONGEST_HEADING_LINE;
  if (isLong && (runIn || node.kind !== "item") && insertPeriod(node, repairs)) return;
  if (node.kind === "item" && (heading.length > LONGEST_HEADING || isBodyOnly(node, heading)))
    node.plain = true;
}

/** One sentence with commas and nothing after it: a task, not a heading. */
function isBodyOnly(node: NumberedNode, heading: string): boolean {
  if (node.body.length > 0 || !/。$/.test(node.lead)) return false;
  return heading.split("，").length - 1 >= COMMAS_OF_BODY;
}

function splitAtColon(node: NumberedNode, repairs: Repairs): boolean {
  const colon = node.lead.indexOf("：");
  if (colon < 2 || colon > LONGEST_BEFORE_COLON || colon === node.lead.length - 1) return false;
  const heading = node.lead.slice(0, colon);
  const rest = node.lead.slice(colon + 1);
  if (/[，；“《（]/.test(heading) || !rest.includes("，")) return false;
  const after = `${heading}。${rest}`;
  repairs.add({
    code: "heading-colon-replaced",
    line: node.source.line,
    before: node.lead,
    after,
    certain: false,
  });
  node.lead = after;
  return true;
}

/** Puts the lost 。 behind `short verb phrase` where a new verb phrase begins; false where no such place is found. */
function insertPeriod(node: NumberedNode, repairs: Repairs): boolean {
  const at = lostPeriodAt(node.lead);
  if (at === undefined) return false;
  const after = `${node.lead.slice(0, at)}。${node.lead.slice(at)}`;
  repairs.add({
    code: "heading-period-inserted",
    line: node.source.line,
    before: node.lead,
    after,
    certain: splitLead(node.lead).heading.length > LONGEST_HEADING,
  });
  node.lead = after;
  return true;
}

/**
 * Offset at which a heading without 。 ends: what stands before ends like a heading (建设, 工作, 力度 …) and what
 * follows begins like a sentence (贯彻, 大力, 坚持 …).
 */
function lostPeriodAt(lead: string): number | undefined {
  const end = Math.min(lead.length, LONGEST_HEADING + 1);
  for (let at = SHORTEST_HEADING; at < end; at += 1) {
    const before = lead.slice(0, at);
    if (/[。；]$/.test(before)) return undefined;
    if (ENDINGS.test(before) && startsSentence(lead, at) && isBalanced(before)) return at;
  }
  return undefined;
}

function isBalanced(text: string): boolean {
  return text.lastIndexOf("《") <= text.lastIndexOf("》") && text.lastIndexOf("“") <= text.lastIndexOf("”");
}

function startsSentence(lead: string, at: number): boolean {
  return STARTERS.some((word) => lead.startsWith(word, at));
}
