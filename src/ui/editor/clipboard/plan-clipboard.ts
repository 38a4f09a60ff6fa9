/** How parts of a plan travel over the clipboard: as plain text and HTML for other programs, as lines for our own. */
import { Fragment, type Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { z } from "zod";
import { registerSource } from "../../../core/editor/insert.ts";
import type { LinePoint } from "../../../core/editor/line-edit.ts";
import {
  isHeading,
  LEVEL_OF,
  type PlacedLine,
  type PlanLine,
  subtreeEnd,
  toLines,
} from "../../../core/editor/lines.ts";
import { numberedBlocks } from "../../../core/editor/numbers.ts";
import { topmost } from "../../../core/editor/part-places.ts";
import { withoutReferences } from "../../../core/editor/references.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { sourcesSchema } from "../../../core/plan/model.ts";
import { lineSelection } from "../commands/edit-lines.ts";
import { planOnClipboard } from "../plugins/references.ts";

/** Type under which our own lines stand beside the text; other programs do not read it. */
export const PLAN_CLIPBOARD_TYPE = "application/x-yaodian-lines+json";

/** Attribute of our HTML with the same lines: it comes through where another program keeps text and HTML only. */
const HTML_ATTRIBUTE = "data-yaodian-lines";

const clipboardSchema = z.strictObject({
  lines: z.array(
    z.strictObject({
      kind: z.enum(["title", "part", "section", "subsection", "item", "paragraph", "clause"]),
      attributes: z.record(z.string(), z.json()),
      content: z.array(z.json()),
      inside: z.literal([0, 1, 2, 3, 4]),
      closing: z.boolean(),
    }),
  ),
  whole: z.boolean(),
  sources: sourcesSchema,
  /** The open plan that the lines come from, as its editor names it. */
  plan: z.string().max(64).optional(),
});

export interface CopiedText {
  readonly plain: string;
  readonly html: string;
  readonly lines: string;
}

/** A line as it is copied; its ordinal is written out for other programs. */
interface CopiedLine extends Pick<PlanLine, "kind" | "attributes" | "content" | "inside" | "closing"> {
  readonly label: string;
}

/**
 * The selection for the clipboard. Ordinals are written out where a paragraph is copied from its start and not alone. From the
 * start of a part to the start of what follows it, it is the whole part, as a paragraph is with its mark in Word.
 */
export function copySelection(state: EditorState): CopiedText {
  const all = toLines(state.doc);
  const { from, to } = lineSelection(state, all);
  const withLabel = labelled(state.doc);
  const upTo = { line: to.line - 1, offset: all[to.line - 1]?.content.size ?? 0 };
  if (to.offset === 0 && to.line > from.line && isWhole(all, from, upTo))
    return copiedText(state, all.slice(from.line, to.line).map(withLabel), true);
  const copied = all.slice(from.line, to.line + 1).map((line, index, { length }): CopiedLine => {
    const start = index === 0 ? from.offset : 0;
    const end = index === length - 1 ? to.offset : line.content.size;
    const content = line.content.cut(start, end);
    // A paragraph copied from its middle on, or alone, is text and no part of the plan.
    return start === 0 && length > 1 ? { ...withLabel(line), content } : textLine(content);
  });
  return copiedText(state, copied, to.line > from.line && isWhole(all, from, to));
}

function textLine(content: Fragment): CopiedLine {
  return { kind: "paragraph", attributes: {}, content, inside: 0, closing: false, label: "" };
}

/** Whether the lines between two points are whole parts: from the start of one to the end of all that belongs to any. */
function isWhole(lines: readonly PlanLine[], from: LinePoint, to: LinePoint): boolean {
  const first = lines[from.line];
  if (!first || !isHeading(first) || from.offset > 0 || to.offset !== lines[to.line]?.content.size)
    return false;
  const isOwn = (index: number) => ownerOf(lines, index) >= from.line;
  const closings = lines
    .slice(from.line, to.line + 1)
    .flatMap(({ closing }, at) => (closing ? [from.line + at] : []));
  const next = lines[to.line + 1];
  const goesOn = next !== undefined && ((!isHeading(next) && !next.closing) || isOwn(to.line + 1));
  return closings.every(isOwn) && !goesOn;
}

/** Index of the heading in which another, or a closing, stands; −1 for those of the plan itself. */
function ownerOf(lines: readonly PlanLine[], index: number): number {
  const inside = lines[index]?.inside ?? 0;
  if (inside === 0) return -1;
  return lines.findLastIndex((line, at) => at < index && isHeading(line) && LEVEL_OF[line.kind] === inside);
}

/** Whole parts for the clipboard, each with everything in it. */
export function copyParts(state: EditorState, ids: ReadonlySet<string>): CopiedText {
  const all = toLines(state.doc);
  const copied = topmost(all, ids)
    .flatMap((start) => all.slice(start, subtreeEnd(all, start)))
    .map(labelled(state.doc));
  return copiedText(state, copied, true);
}

/** Puts a copy on the clipboard, or on what is dragged. */
export function writeCopied(data: DataTransfer, { plain, html, lines }: CopiedText): void {
  data.setData("text/plain", plain);
  data.setData("text/html", html);
  data.setData(PLAN_CLIPBOARD_TYPE, lines);
}

/** Gives lines their ordinals. */
function labelled(doc: Node): (line: PlacedLine) => CopiedLine {
  const labels = new Map(numberedBlocks(doc).map(({ position, label }) => [position + 1, label]));
  return (line) => ({ ...line, label: labels.get(line.start) ?? "" });
}

function copiedText(state: EditorState, copied: readonly CopiedLine[], whole: boolean): CopiedText {
  const texts = copied.map(({ label, content }) => label + content.textBetween(0, content.size));
  const lines = JSON.stringify({
    lines: copied.map(({ kind, attributes, content, inside, closing }) => ({
      kind,
      attributes,
      content: content.toJSON() ?? [],
      inside,
      closing,
    })),
    whole,
    sources: state.doc.attrs["sources"],
    plan: planOnClipboard(state),
  });
  const paragraphs = copied.map(
    (line, index) => `<p${outlineLevel(line)}>${escaped(texts[index] ?? "")}</p>`,
  );
  const html = `<div ${HTML_ATTRIBUTE}="${escaped(lines)}">${paragraphs.join("")}</div>`;
  return { plain: texts.join("\n"), html, lines };
}

/** Word's outline takes up the headings above the items; an item is body text there, as it is in our own documents. */
function outlineLevel({ kind }: CopiedLine): string {
  if (kind !== "part" && kind !== "section" && kind !== "subsection") return "";
  return ` style="mso-outline-level:${LEVEL_OF[kind]}"`;
}

export interface PastedLines {
  readonly lines: readonly PlanLine[];
  /** Whether they are whole parts, which belong beside others, and no text that goes on at the caret. */
  readonly whole: boolean;
  /** Sources of this plan and those that came with the lines. */
  readonly sources: EditorState["doc"]["attrs"]["sources"];
}

/** Lines that we put on the clipboard, under our own type or in HTML; undefined for anything else, however it came there. */
export function parseCopiedLines(data: DataTransfer, state: EditorState): PastedLines | undefined {
  const text = data.getData(PLAN_CLIPBOARD_TYPE) || linesInHtml(data.getData("text/html"));
  const parsed = clipboardSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  try {
    return restored(parsed.data, state);
  } catch (error) {
    // A RangeError is ProseMirror's word for JSON that is no text of this schema.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What our HTML carries; other programs may have put something around it. */
function linesInHtml(html: string): string {
  const start = html.indexOf(`${HTML_ATTRIBUTE}="`);
  if (start < 0) return "";
  const from = start + HTML_ATTRIBUTE.length + 2;
  return unescaped(html.slice(from, html.indexOf('"', from)));
}

function restored(copied: z.infer<typeof clipboardSchema>, state: EditorState): PastedLines {
  let sources = state.doc.attrs["sources"];
  const keys = new Map<string, string>();
  for (const [key, source] of Object.entries(copied.sources)) {
    if (!JSON.stringify(copied.lines).includes(JSON.stringify(key))) continue;
    const registered = registerSource(sources, source);
    keys.set(key, registered.key);
    sources = registered.sources;
  }
  const isOwn = copied.plan !== undefined && copied.plan === planOnClipboard(state);
  const lines = copied.lines.map(({ kind, attributes, content, inside, closing }): PlanLine => {
    const type = kind === "title" ? "paragraph" : kind;
    const fragment = withReferences(withSources(Fragment.fromJSON(planSchema, content), keys), isOwn);
    const checked = planSchema.nodes.paragraph.create(null, fragment);
    checked.check();
    const block = planSchema.nodes[type].create(kind === "title" ? null : attributes);
    checkAttributes(block);
    return { kind: type, attributes: block.attrs, content: fragment, inside, closing };
  });
  const whole = copied.whole && lines[0] !== undefined && isHeading(lines[0]);
  return { lines, whole, sources };
}

/** Throws for an attribute that the schema refuses; the content is checked by itself. */
function checkAttributes(node: Node): void {
  for (const [name, { validate }] of Object.entries(node.type.spec.attrs ?? {}))
    if (typeof validate === "function") validate(node.attrs[name]);
}

/** Origin marks under the keys of this plan; those of an unknown source go. */
function withSources(content: Fragment, keys: ReadonlyMap<string, string>): Fragment {
  const { origin } = planSchema.marks;
  return Fragment.fromArray(
    content.content.map((text) => {
      const mark = origin.isInSet(text.marks);
      if (!mark) return text;
      const key = keys.get(mark.attrs["source"]);
      const others = mark.removeFromSet(text.marks);
      return text.mark(key === undefined ? others : origin.create({ source: key }).addToSet(others));
    }),
  );
}

/** References are to parts of the plan they were copied in; in another plan they are text. */
function withReferences(content: Fragment, isOwn: boolean): Fragment {
  return isOwn ? content : withoutReferences(content);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever another program put under our type is no lines of ours.
    return undefined;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}

/** Of an attribute, in which JSON has no line breaks. */
function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
