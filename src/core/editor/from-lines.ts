/** Builds a document from its lines; the counterpart of `toLines`. */
import { Fragment, type Node } from "prosemirror-model";
import { isHeading, LEVEL_OF, type Level, type PlanLine } from "./lines.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

/** A container while its lines are still coming. */
interface OpenContainer {
  readonly level: Level;
  readonly line: PlanLine | null;
  readonly body: Node[];
  readonly children: OpenContainer[];
  readonly closing: Node[];
}

/**
 * Document with the attributes of `doc` and these lines; `fromLines(doc, toLines(doc))` equals `doc`.
 *
 * Paragraphs belong to the heading before them. Where a heading follows the closing of its parent, that closing becomes
 * text of the child before it, because a closing is what stands last.
 */
export function fromLines(doc: Node, lines: readonly PlanLine[]): Node {
  const root = openContainer(0, null);
  const open: OpenContainer[] = [root];
  const deepest = () => open.at(-1) ?? root;
  const closeDownTo = (level: Level) => {
    while (deepest().level > level) open.pop();
  };
  const [title, ...rest] = lines;
  for (const line of rest) {
    if (isHeading(line)) {
      const level = LEVEL_OF[line.kind];
      closeDownTo(Math.min(line.inside, level - 1) as Level);
      const container = openContainer(level, line);
      giveClosingToLastChild(deepest());
      deepest().children.push(container);
      open.push(container);
      continue;
    }
    // An item has no closing: what follows its body is body too.
    const closes =
      line.closing && line.inside < LEVEL_OF.item && open.some(({ level }) => level === line.inside);
    if (closes) closeDownTo(line.inside);
    const { body, children, closing } = deepest();
    (closes || closing.length > 0 || children.length > 0 ? closing : body).push(blockNode(line));
  }
  return doc.type.create(doc.attrs, [
    title?.textblock?.type === nodes.title && title.textblock.content === title.content
      ? title.textblock
      : nodes.title.create(null, title?.content),
    nodes.leadIn.create(null, root.body),
    ...root.children.map(containerNode),
    ...closingNodes(root.closing),
  ]);
}

function openContainer(level: Level, line: PlanLine | null): OpenContainer {
  return { level, line, body: [], children: [], closing: [] };
}

function giveClosingToLastChild(parent: OpenContainer): void {
  const blocks = parent.closing.splice(0);
  if (blocks.length === 0) return;
  const last = parent.children.at(-1);
  if (!last) parent.body.push(...blocks);
  else if (last.children.length > 0 || last.closing.length > 0) last.closing.push(...blocks);
  else last.body.push(...blocks);
}

function containerNode({ line, body, children, closing }: OpenContainer): Node {
  if (!line) throw new RangeError("the document is no container of its own");
  const content = [leadNode(line), ...body, ...children.map(containerNode), ...closingNodes(closing)];
  const { container } = line;
  const unchanged =
    container?.type.name === line.kind &&
    container.attrs === line.attributes &&
    container.childCount === content.length &&
    content.every((node, index) => node.eq(container.child(index)));
  return unchanged ? container : planSchema.node(line.kind, line.attributes, content);
}

function leadNode(line: PlanLine): Node {
  const { textblock, content } = line;
  if (textblock?.type === nodes.lead && textblock.content === content) return textblock;
  return nodes.lead.create(null, content);
}

function blockNode(line: PlanLine): Node {
  const { textblock, content, attributes, kind } = line;
  const type = kind === "clause" ? nodes.clause : nodes.paragraph;
  if (textblock?.type === type && textblock.content === content && textblock.attrs === attributes)
    return textblock;
  return type.create(attributes, content);
}

function closingNodes(blocks: readonly Node[]): readonly Node[] {
  return blocks.length === 0 ? [] : [nodes.closing.create(null, Fragment.fromArray(blocks))];
}
