/** How parts of a plan travel over the clipboard: as plain text and HTML for other programs, as lines for our own. */
import { Fragment, type Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { z } from "zod";
import { registerSource } from "../../../core/editor/insert.ts";
import { type LineKind, type PlanLine, toLines } from "../../../core/editor/lines.ts";
import { numberedBlocks } from "../../../core/editor/numbers.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import { sourcesSchema } from "../../../core/plan/model.ts";
import { lineSelection } from "../commands/edit-lines.ts";

/** Type under which our own lines stand beside the text; other programs do not read it. */
export const PLAN_CLIPBOARD_TYPE = "application/x-yaodian-lines+json";

const clipboardSchema = z.strictObject({
  lines: z.array(
    z.strictObject({
      kind: z.enum(["title", "part", "section", "subsection", "item", "paragraph", "clause"]),
      attributes: z.record(z.string(), z.json()),
      content: z.array(z.json()),
    }),
  ),
  sources: sourcesSchema,
});

export interface CopiedText {
  readonly plain: string;
  readonly html: string;
  readonly lines: string;
}

/** The selection for the clipboard. Ordinals are written out where a paragraph is copied from its start and not alone. */
export function copySelection(state: EditorState): CopiedText {
  const all = toLines(state.doc);
  const { from, to } = lineSelection(state, all);
  const labels = new Map(numberedBlocks(state.doc).map(({ position, label }) => [position + 1, label]));
  const copied = all.slice(from.line, to.line + 1).map((line, index, { length }) => {
    const start = index === 0 ? from.offset : 0;
    const end = index === length - 1 ? to.offset : line.content.size;
    const content = line.content.cut(start, end);
    const label = start === 0 && length > 1 ? (labels.get(line.start) ?? "") : "";
    // A paragraph copied from its middle on is text, not a part of the plan.
    const kind: LineKind = start === 0 && length > 1 ? line.kind : "paragraph";
    return { kind, attributes: kind === line.kind ? line.attributes : {}, content, label };
  });
  const texts = copied.map(({ label, content }) => label + content.textBetween(0, content.size));
  return {
    plain: texts.join("\n"),
    html: texts.map((text) => `<p>${escaped(text)}</p>`).join(""),
    lines: JSON.stringify({
      lines: copied.map(({ kind, attributes, content }) => ({
        kind,
        attributes,
        content: content.toJSON() ?? [],
      })),
      sources: state.doc.attrs["sources"],
    }),
  };
}

export interface PastedLines {
  readonly lines: readonly PlanLine[];
  /** Sources of this plan and those that came with the lines. */
  readonly sources: EditorState["doc"]["attrs"]["sources"];
}

/** Lines that `copySelection` wrote; undefined for anything else, however it came there. */
export function parseCopiedLines(text: string, state: EditorState): PastedLines | undefined {
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

function restored(copied: z.infer<typeof clipboardSchema>, state: EditorState): PastedLines {
  let sources = state.doc.attrs["sources"];
  const keys = new Map<string, string>();
  for (const [key, source] of Object.entries(copied.sources)) {
    if (!JSON.stringify(copied.lines).includes(JSON.stringify(key))) continue;
    const registered = registerSource(sources, source);
    keys.set(key, registered.key);
    sources = registered.sources;
  }
  const lines = copied.lines.map(({ kind, attributes, content }): PlanLine => {
    const type = kind === "title" ? "paragraph" : kind;
    const fragment = withSources(Fragment.fromJSON(planSchema, content), keys);
    const checked = planSchema.nodes.paragraph.create(null, fragment);
    checked.check();
    const block = planSchema.nodes[type].create(kind === "title" ? null : attributes);
    checkAttributes(block);
    return { kind: type, attributes: block.attrs, content: fragment, inside: 0, closing: false };
  });
  return { lines, sources };
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
    .replaceAll("\n", "<br>");
}
