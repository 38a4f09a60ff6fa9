/** The tree as a `WorkPlan`: ids, clauses, roles, and the source line and printed number of every block. */

import { splitLead } from "../plan/heading.ts";
import {
  type Attachment,
  type Block,
  type FrontMatter,
  MAX_TEXT_LENGTH,
  type Numbering,
  type PlanItem,
  type Paragraph as PlanParagraph,
  type PlanPart,
  type PlanSection,
  type PlanSubsection,
  plainText,
  type SectionRole,
  type WorkPlan,
} from "../plan/model.ts";
import { append } from "./append.ts";
import type { FoundAttachment } from "./attachments.ts";
import { clauseLines, clausesIn } from "./clauses.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";
import words from "./data/heading-words.json" with { type: "json" };
import type { NodeTree, NumberedNode } from "./outline-nodes.ts";

export interface PlanHead {
  readonly year: number | null;
  readonly title: string;
  readonly frontMatter: Omit<FrontMatter, "form" | "notice" | "attachments">;
  readonly notice: { readonly title: string | null; readonly body: readonly Paragraph[] } | null;
  readonly numbering: Numbering;
  readonly attachments: readonly FoundAttachment[];
}

export interface PlacedPlan {
  readonly plan: WorkPlan;
  /** Source line of every block. */
  readonly lines: Readonly<Record<string, number>>;
  /** The block that became of each node. */
  readonly blocks: ReadonlyMap<NumberedNode, string>;
  /** Number as printed in the source of every section, subsection and item that had one. */
  readonly ordinals: Readonly<Record<string, string>>;
  /** Source lines that run on in a block that begins in another line. */
  readonly joined: readonly number[];
}

/** Builds the plan; block ids are `b1`, `b2` … in document order. */
export function toPlan(head: PlanHead, tree: NodeTree): PlacedPlan {
  const lines: Record<string, number> = {};
  const ordinals: Record<string, string> = {};
  const ofNode = new Map<NumberedNode, string>();
  const joined: number[] = [];
  let count = 0;
  const idAt = (source: Pick<Paragraph, "line" | "joints">): string => {
    count += 1;
    lines[`b${count}`] = source.line;
    for (const joint of source.joints) joined.push(joint.line);
    return `b${count}`;
  };

  const paragraphs = (source: Paragraph): readonly PlanParagraph[] =>
    pieces(source.text).map((text) => ({ kind: "paragraph", id: idAt(source), ...plainText(text) }));
  const clause = (text: string, line: Paragraph, runIn: boolean): readonly Block[] =>
    pieces(text).map((piece, index) =>
      index === 0
        ? { kind: "clause", id: idAt(line), runIn, ...plainText(piece) }
        : { kind: "paragraph", id: idAt(line), ...plainText(piece) },
    );

  const blocks = (sources: readonly Paragraph[]): readonly Block[] => {
    const result: Block[] = [];
    for (let index = 0; index < sources.length; index += 1) {
      const source = sources[index];
      if (!source) break;
      const listed = clauseLines(sources, index);
      for (const line of sources.slice(index, index + listed)) {
        const length = markerAt(line)?.length ?? 0;
        append(result, clause(line.text.slice(length), line, false));
      }
      if (listed > 0) {
        index += listed - 1;
        continue;
      }
      const list = source.role === "text" ? undefined : clausesIn(source.text);
      if (!list) {
        append(result, paragraphs(source));
        continue;
      }
      if (list.before !== "") append(result, paragraphs({ ...source, text: list.before }));
      for (const [place, text] of list.clauses.entries())
        append(result, clause(text, source, place > 0 || list.before !== ""));
    }
    return result;
  };

  /** Lead and body of a node; clauses that run in the lead begin the body. */
  const leadAndBody = (node: NumberedNode) => {
    const id = idAt(node.source);
    ofNode.set(node, id);
    if (node.bare !== null) ordinals[id] = node.bare;
    const list = clausesIn(node.lead);
    const text = list ? list.before : node.lead;
    const [lead = "", ...rest] = pieces(text);
    const body: Block[] = rest.map((piece) => ({
      kind: "paragraph",
      id: idAt(node.source),
      ...plainText(piece),
    }));
    for (const clauseText of list?.clauses ?? []) append(body, clause(clauseText, node.source, true));
    append(body, blocks(node.body));
    return { id, lead: plainText(lead), body };
  };

  const item = (node: NumberedNode): PlanItem => ({ kind: "item", plain: node.plain, ...leadAndBody(node) });
  const subsection = (node: NumberedNode): PlanSubsection => ({
    kind: "subsection",
    ...leadAndBody(node),
    children: node.children.map(item),
    closing: blocks(node.closing),
  });
  const section = (node: NumberedNode): PlanSection => ({
    kind: "section",
    role: roleOf(splitLead(node.lead).heading),
    ...leadAndBody(node),
    children: node.children.map((child) => (child.kind === "subsection" ? subsection(child) : item(child))),
    closing: blocks(node.closing),
  });

  const part = (node: NumberedNode): PlanPart => ({
    kind: "part",
    ...leadAndBody(node),
    children: node.children.map(below),
    closing: blocks(node.closing),
  });
  const below = (node: NumberedNode): PlanPart["children"][number] => {
    if (node.kind === "section") return section(node);
    return node.kind === "subsection" ? subsection(node) : item(node);
  };

  // Attachments are form data: their lines have no role.
  const attachment = ({ sources: _, ...found }: FoundAttachment): Attachment => {
    count += 1;
    return { id: `b${count}`, ...found };
  };

  const notice = head.notice && {
    title: head.notice.title,
    body: head.notice.body.flatMap(paragraphs),
  };
  const plan: WorkPlan = {
    year: head.year,
    title: plainText(head.title),
    frontMatter: {
      ...head.frontMatter,
      form: notice === null ? "plan" : "notice",
      notice,
      attachments: head.attachments.map(attachment),
    },
    numbering: head.numbering,
    sources: {},
    leadIn: blocks(tree.leadIn),
    children: tree.children.map((node) => (node.kind === "part" ? part(node) : below(node))),
    closing: blocks(tree.closing),
  };
  return { plan, lines, ordinals, blocks: ofNode, joined };
}

/** A text longer than the model allows goes into several paragraphs: nothing is cut off. */
function pieces(text: string): readonly string[] {
  if (text.length <= MAX_TEXT_LENGTH) return [text];
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + MAX_TEXT_LENGTH);
    // Not between the halves of a surrogate pair.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

function roleOf(heading: string): SectionRole {
  if (words.overall.some((word) => heading.includes(word))) return "overall-requirements";
  if (words.safeguards.some((word) => heading.startsWith(word) || heading.endsWith(word) || heading === word))
    return "safeguards";
  return "tasks";
}
