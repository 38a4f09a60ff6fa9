/** Where the heading of a section or item ends: repairs of lost 。, of colons in its place, and items without heading. */
import { HEADING_END, splitLead } from "../plan/heading.ts";
import words from "./data/heading-words.json" with { type: "json" };
import { allNodes, type NodeTree, type NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";

const STARTERS = [...words.starters].sort((one, other) => other.length - one.length);
const ENDINGS = new RegExp(`(?:${words.endings.join("|")})[”》）]?$`);

/** A first sentence up to this length is a heading whatever its neighbours are. */
const ALWAYS_HEADING = 24;
/** However long the others are: from here on a heading without 。 is suspected. */
const LONGEST_SURE = 40;
/** Longest heading met; a longer first sentence is none. */
const LONGEST_HEADING = 45;
/** A line without any 。 may be a long heading; beyond this it holds a sentence. */
const LONGEST_HEADING_LINE = 60;
const SHORTEST_HEADING = 4;
const SHORTEST_VERB_PHRASE = 6;
/** A heading closed by a colon is short: `总体目标：到2023年…`. */
const LONGEST_BEFORE_COLON = 14;
const FEWEST_COLONS = 2;
/** An item of one sentence with so many commas is a body without a heading. */
const COMMAS_OF_BODY = 2;

/** Decides for every node where its heading ends; changes leads in place and reports each change. */
export function splitHeadings(tree: NodeTree, repairs: Repairs): void {
  const nodes = allNodes(tree.children);
  for (const kind of ["part", "section", "subsection", "item"] as const) {
    const siblings = nodes.filter((node) => node.kind === kind);
    const style: SiblingStyle = {
      limit: headingLimit(siblings),
      runIn: isMostlyRunIn(siblings),
      colons: areClosedByColons(siblings),
    };
    for (const node of siblings) splitHeading(node, style, repairs);
  }
  for (const parent of [tree, ...nodes]) endLists(parent.children);
}

/** What most nodes of one kind look like. */
interface SiblingStyle {
  /** Length from which a first sentence is suspected to be more than a heading. */
  readonly limit: number;
  readonly runIn: boolean;
  readonly colons: boolean;
}

/** The last of a list `…；` `…；` `…。` is a task like those before it, not a heading. */
function endLists(children: readonly NumberedNode[]): void {
  for (const [index, node] of children.entries()) {
    const before = children[index - 1];
    if (!before?.plain || node.plain || node.body.length > 0 || !before.lead.endsWith("；")) continue;
    const { body, runIn } = splitLead(node.lead);
    if (body === "" && runIn) node.plain = true;
  }
}

/** Length from which a first sentence is suspected to be more than a heading. */
function headingLimit(siblings: readonly NumberedNode[]): number {
  const lengths = siblings
    .map((node) => splitLead(node.lead).heading.length)
    .filter((length) => length > 0 && length <= LONGEST_HEADING)
    .sort((one, other) => one - other);
  const median = lengths[Math.floor(lengths.length / 2)] ?? ALWAYS_HEADING;
  return Math.min(LONGEST_SURE, Math.max(ALWAYS_HEADING, median * 2));
}

function isMostlyRunIn(siblings: readonly NumberedNode[]): boolean {
  const runIn = siblings.filter(({ lead }) => {
    const parts = splitLead(lead);
    return parts.body !== "" && parts.heading.length <= LONGEST_HEADING;
  });
  return runIn.length * 2 >= siblings.length;
}

/** Whether the headings are closed by colons: `完善公共设施：新建…`. */
function areClosedByColons(siblings: readonly NumberedNode[]): boolean {
  const closed = siblings.filter(({ lead }) => colonOf(lead) !== undefined).length;
  return closed >= FEWEST_COLONS && closed * 2 >= siblings.length;
}

function splitHeading(node: NumberedNode, style: SiblingStyle, repairs: Repairs): void {
  if (node.source.headingEnd !== null) {
    endHeadingAt(node, node.source.headingEnd, repairs);
    return;
  }
  const { heading, body, runIn: hasPeriod } = splitLead(node.lead);
  if ((style.colons || isNamedHeading(node.lead)) && splitAtColon(node, repairs)) return;
  if (heading.length <= style.limit && (hasPeriod || !/[；：]$/.test(node.lead))) {
    if (body === "" && node.kind === "item" && isBodyOnly(node, heading)) node.plain = true;
    return;
  }
  if (/：$/.test(node.lead) && !hasPeriod && heading.length <= LONGEST_HEADING) {
    const after = node.lead.slice(0, -1);
    const before = node.lead;
    if (repairs.allows({ code: "heading-colon-removed", line: node.source.line, node, before, after }))
      node.lead = after;
    return;
  }
  if (/；$/.test(node.lead) && !hasPeriod) {
    node.plain = node.kind === "item";
    return;
  }
  if (splitAtColon(node, repairs)) return;
  const isLong = hasPeriod || node.lead.length > LONGEST_HEADING_LINE;
  if (isLong && (style.runIn || node.kind !== "item" || body !== "") && insertPeriod(node, repairs)) return;
  if (node.kind === "item" && (heading.length > LONGEST_HEADING || isBodyOnly(node, heading)))
    node.plain = true;
}

/** Ends the heading where the drafter says, 0 for an item without heading; at a 。 before that place it ends anyway. */
function endHeadingAt(node: NumberedNode, end: number, repairs: Repairs): void {
  const { lead } = node;
  if (end === 0) {
    node.plain = node.kind === "item";
    return;
  }
  const period = lead.indexOf(HEADING_END);
  if (end >= lead.length || (period >= 0 && period <= end)) return;
  const isColon = lead.charAt(end) === "：";
  const after = `${lead.slice(0, end)}${HEADING_END}${lead.slice(isColon ? end + 1 : end)}`;
  const code = isColon ? "heading-colon-replaced" : "heading-period-inserted";
  repairs.add({ code, line: node.source.line, node, before: lead, after });
  node.lead = after;
}

/** `总体目标：…`: what stands before the colon is a heading by its words. */
function isNamedHeading(lead: string): boolean {
  return words.overall.includes(lead.slice(0, Math.max(0, lead.indexOf("："))));
}

/** One sentence with commas and nothing after it: a task, not a heading. */
function isBodyOnly(node: NumberedNode, heading: string): boolean {
  if (node.body.length > 0 || !/。$/.test(node.lead)) return false;
  return heading.split("，").length - 1 >= COMMAS_OF_BODY;
}

function splitAtColon(node: NumberedNode, repairs: Repairs): boolean {
  const colon = colonOf(node.lead);
  if (colon === undefined) return false;
  const after = `${node.lead.slice(0, colon)}。${node.lead.slice(colon + 1)}`;
  const repair = { code: "heading-colon-replaced", line: node.source.line, node, before: node.lead, after };
  if (!repairs.allows({ ...repair, certain: false })) return false;
  node.lead = after;
  return true;
}

/** Offset of the colon that closes a short heading with a sentence behind it. */
function colonOf(lead: string): number | undefined {
  const colon = lead.indexOf("：");
  if (colon < 2 || colon > LONGEST_BEFORE_COLON || colon === lead.length - 1) return undefined;
  const heading = lead.slice(0, colon);
  return /[，。；《（]/.test(heading) || !isBalanced(heading) || !lead.includes("。", colon)
    ? undefined
    : colon;
}

/** Puts the lost 。 behind `short verb phrase` where a new verb phrase begins; false where no such place is found. */
function insertPeriod(node: NumberedNode, repairs: Repairs): boolean {
  // An item of one sentence has a heading before its first comma, or none.
  const comma = node.kind === "item" ? node.lead.indexOf("，") : -1;
  const isOneSentence = comma >= 0 && splitLead(node.lead).body === "";
  const at = lostPeriodAt(node.lead, isOneSentence ? comma : node.lead.length);
  if (at === undefined) return false;
  const after = `${node.lead.slice(0, at)}。${node.lead.slice(at)}`;
  const repair = { code: "heading-period-inserted", line: node.source.line, node, before: node.lead, after };
  const certain = splitLead(node.lead).heading.length > LONGEST_HEADING;
  if (!repairs.allows({ ...repair, certain })) return false;
  node.lead = after;
  return true;
}

/**
 * Offset at which a heading without 。 ends: what stands before ends like a heading (建设, 工作, 力度 …) and what
 * follows begins like a sentence (贯彻, 大力, 坚持 …). Second choice: a verb phrase before, and a sentence after.
 */
function lostPeriodAt(lead: string, last: number): number | undefined {
  const end = Math.min(last, LONGEST_HEADING + 1);
  let second: number | undefined;
  for (let at = SHORTEST_HEADING; at < end; at += 1) {
    const before = lead.slice(0, at);
    if (/[。；]$/.test(before)) break;
    if (!startsSentence(lead, at) || !isBalanced(before)) continue;
    if (ENDINGS.test(before)) return at;
    if (second === undefined && isVerbPhrase(before)) second = at;
  }
  return second;
}

/** Begins with a verb, and does not end with a word that asks for more. */
function isVerbPhrase(text: string): boolean {
  if (text.length < SHORTEST_VERB_PHRASE || /[，、：]/.test(text) || !startsSentence(text, 0)) return false;
  return (
    !/[的和与及并、了以为对把将在按每地要再]$/.test(text) && !STARTERS.some((word) => text.endsWith(word))
  );
}

function isBalanced(text: string): boolean {
  return text.lastIndexOf("《") <= text.lastIndexOf("》") && text.lastIndexOf("“") <= text.lastIndexOf("”");
}

function startsSentence(lead: string, at: number): boolean {
  // 能力提升工程 is a name, not a heading and a sentence.
  if (NAME.test(lead.slice(at, at + LONGEST_NAME))) return false;
  if (FIGURES.test(lead.slice(at, at + LONGEST_NAME))) return true;
  const from = lead.startsWith("要", at) ? at + 1 : at;
  return STARTERS.some((word) => lead.startsWith(word, from));
}

/** Verbs that are nouns as often, unless a figure or a title follows: 创建30所…, 印发《…》. */
const FIGURES =
  /^(?:创建|新建|改建|扩建|建设|建成|完成|培养|培训|投入|发展|改造|整治|招聘|选调|引进|制订|组建)[\d《“]/;
const NAME =
  /^(?:提升|提高|促进|优化|推进|推动|落实|创新|巩固|强化|深化|组织|引导|支持|指导)(?:工程|行动|计划|项目|机制|体系|专项|方案|活动|年|月|力度|工作|领导|，|、|。|；|$)/;
const LONGEST_NAME = 4;
