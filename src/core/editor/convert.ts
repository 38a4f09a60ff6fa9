/**
 * `WorkPlan` ↔ ProseMirror document. Exact inverses for plans whose marks are in canonical form (`toRichText`), which
 * is what the editor, reading and roll-over produce.
 *
 * `fromDoc` is remembered per node: a part of the plan that an edit did not touch is the identical object before and
 * after it, so everything that works on plans can be remembered by identity.
 */
import type { Node } from "prosemirror-model";
import type {
  Block,
  Clause,
  Paragraph,
  PlanChild,
  PlanItem,
  PlanPart,
  PlanSection,
  PlanSubsection,
  PlanText,
  RichText,
  WorkPlan,
} from "../plan/model.ts";
import { LEVEL_OF } from "./lines.ts";
import { perNode } from "./memo.ts";
import { toRichText, toTextNodes } from "./rich-text.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

/** Document of a plan. */
export function toDoc(plan: WorkPlan): Node {
  const { year, frontMatter, numbering, sources } = plan;
  const { taskRecords = null, comparisonRecords = null, itemNotes = null, revisions } = plan;
  const records = { taskRecords, comparisonRecords, itemNotes };
  const tracked = revisions && {
    tracking: revisions.tracking,
    revisionBase: revisions.base,
    changeRecords: revisions.records,
  };
  return nodes.doc.create({ year, frontMatter, numbering, sources, ...records, ...tracked }, contentOf(plan));
}

/** Nodes of the text of a plan. */
export function contentOf(plan: PlanText): readonly Node[] {
  return [
    nodes.title.create(null, toTextNodes(plan.title)),
    nodes.leadIn.create(null, plan.leadIn.map(toBlockNode)),
    ...plan.children.map(toChildNode),
    ...toClosingNodes(plan.closing),
  ];
}

/** The text of a document, without its form data. */
export function textOfDoc(doc: Node): PlanText {
  const { title, leadIn, children, closing } = fromDoc(doc);
  return { title, leadIn, children, closing };
}

/** Node of a part, section, subsection or item. */
export function toChildNode(child: PlanChild): Node {
  const start = [toLeadNode(child.lead), ...child.body.map(toBlockNode)];
  if (child.kind === "item") return nodes.item.create({ id: child.id, plain: child.plain }, start);
  const content = [...start, ...child.children.map(toChildNode), ...toClosingNodes(child.closing)];
  if (child.kind === "part") return nodes.part.create({ id: child.id }, content);
  if (child.kind === "subsection") return nodes.subsection.create({ id: child.id }, content);
  return nodes.section.create({ id: child.id, role: child.role }, content);
}

/** Node of a paragraph or clause. */
export function toBlockNode(block: Block): Node {
  const text = toTextNodes(block);
  if (block.kind === "clause") return nodes.clause.create({ id: block.id, runIn: block.runIn }, text);
  return nodes.paragraph.create({ id: block.id }, text);
}

function toLeadNode(lead: RichText): Node {
  return nodes.lead.create(null, toTextNodes(lead));
}

function toClosingNodes(closing: readonly Block[]): readonly Node[] {
  return closing.length === 0 ? [] : [nodes.closing.create(null, closing.map(toBlockNode))];
}

/** Plan of a document. */
export const fromDoc: (doc: Node) => WorkPlan = perNode((doc) => {
  const { year, frontMatter, numbering, sources, taskRecords, comparisonRecords, itemNotes } = doc.attrs;
  const { tracking, revisionBase: base, changeRecords: records } = doc.attrs;
  return {
    year,
    title: toRichText(doc.child(0)),
    frontMatter,
    numbering,
    sources,
    leadIn: blocksIn(doc.child(1)),
    children: childrenIn(doc),
    closing: closingOf(doc),
    ...(taskRecords === null ? {} : { taskRecords }),
    ...(comparisonRecords === null ? {} : { comparisonRecords }),
    ...(itemNotes === null ? {} : { itemNotes }),
    ...(base === null ? {} : { revisions: { tracking, base, records } }),
  };
});

/** Part, section, subsection or item of its node. */
export const fromChildNode: (node: Node) => PlanChild = perNode((node) => {
  if (node.type === nodes.part) return fromPart(node);
  if (node.type === nodes.section) return fromSection(node);
  return node.type === nodes.subsection ? fromSubsection(node) : fromItem(node);
});

function fromPart(node: Node): PlanPart {
  const { id } = node.attrs;
  return { kind: "part", id, ...textOf(node), children: partChildrenIn(node), closing: closingOf(node) };
}

function fromSection(node: Node): PlanSection {
  const { id, role } = node.attrs;
  return {
    kind: "section",
    id,
    role,
    ...textOf(node),
    children: sectionChildrenIn(node),
    closing: closingOf(node),
  };
}

function fromSubsection(node: Node): PlanSubsection {
  const { id } = node.attrs;
  return { kind: "subsection", id, ...textOf(node), children: itemsIn(node), closing: closingOf(node) };
}

function fromItem(node: Node): PlanItem {
  const { id, plain } = node.attrs;
  return { kind: "item", id, plain, ...textOf(node) };
}

function textOf(node: Node): { readonly lead: RichText; readonly body: readonly Block[] } {
  return { lead: fromLead(node.child(0)), body: blocksIn(node) };
}

const fromLead = perNode(toRichText);

const fromBlock: (node: Node) => Block = perNode((node): Paragraph | Clause => {
  const { id, runIn } = node.attrs;
  if (node.type === nodes.clause) return { kind: "clause", id, runIn, ...toRichText(node) };
  return { kind: "paragraph", id, ...toRichText(node) };
});

/** The blocks that are direct children of a node. */
const blocksIn: (node: Node) => readonly Block[] = perNode((node) =>
  node.children
    .filter((child) => child.type === nodes.paragraph || child.type === nodes.clause)
    .map(fromBlock),
);

function childrenIn(node: Node): readonly PlanChild[] {
  return node.children.filter(({ type }) => type.name in LEVEL_OF).map(fromChildNode);
}

function partChildrenIn(node: Node): PlanPart["children"] {
  return childrenIn(node).filter((child) => child.kind !== "part");
}

function sectionChildrenIn(node: Node): PlanSection["children"] {
  return partChildrenIn(node).filter((child) => child.kind !== "section");
}

function itemsIn(node: Node): PlanSubsection["children"] {
  return childrenIn(node).filter((child) => child.kind === "item");
}

function closingOf(node: Node): readonly Block[] {
  const last = node.lastChild;
  return last?.type === nodes.closing ? blocksIn(last) : NO_BLOCKS;
}

const NO_BLOCKS: readonly Block[] = [];
