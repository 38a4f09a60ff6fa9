/** How open changes look in the text: decorations, and attributes that the style sheet prints. No part of the text. */
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { LineChange, TextChange } from "../../../core/revise/change.ts";
import { linesByKey } from "../../../core/revise/lines-by-key.ts";
import type { OpenChange } from "../../../core/revise/open-changes.ts";
import { CHANGE_WORDS } from "../words.ts";

/** Colours of authors, in the order in which they first appear; see `revisions.css`. */
const AUTHOR_COLORS = 5;

/** Decorations of the changes of `doc`. */
export function revisionMarks(doc: Node, changes: readonly OpenChange[]): DecorationSet {
  if (changes.length === 0) return DecorationSet.empty;
  const colorOf = authorColors(changes);
  const paragraphs = paragraphMarks(doc);
  const words: Decoration[] = [];
  for (const { change, record } of changes) {
    const color = colorOf(record?.author ?? "");
    if (change.kind === "text") words.push(...wordMarks(doc, paragraphs, change, color));
    else if (change.kind === "deleted" && change.words)
      words.push(...joinMarks(doc, paragraphs, change.words, color));
    else markLines(paragraphs, change, color);
  }
  return DecorationSet.create(doc, [...paragraphs.decorations(), ...words]);
}

interface ParagraphMarks {
  readonly addClass: (key: string, name: string, color: string) => void;
  readonly set: (key: string, name: string, value: string) => void;
  /** Prints a line behind a paragraph. */
  readonly leaveBehind: (key: string, text: string, color: string) => void;
  readonly decorations: () => readonly Decoration[];
}

/** Collects what each paragraph shows of itself as a whole: attributes of one name replace each other. */
function paragraphMarks(doc: Node): ParagraphMarks {
  const { lines, at } = linesByKey(doc);
  const marked = new Map<string, Map<string, string>>();
  const attributesOf = (key: string): Map<string, string> => {
    const known = marked.get(key);
    if (known) return known;
    const made = new Map<string, string>();
    marked.set(key, made);
    return made;
  };
  const joined = (key: string, name: string, value: string, separator: string) => {
    const attributes = attributesOf(key);
    const before = attributes.get(name);
    attributes.set(name, before === undefined ? value : `${before}${separator}${value}`);
  };
  return {
    addClass: (key, name, color) => {
      joined(key, "class", `plan-revised ${name}`, " ");
      attributesOf(key).set("data-by", color);
    },
    set: (key, name, value) => void attributesOf(key).set(name, value),
    leaveBehind: (key, text, color) => {
      joined(key, "data-gone", text, "\n");
      attributesOf(key).set("data-gone-by", color);
    },
    decorations: () =>
      [...marked].flatMap(([key, attributes]) => {
        const line = lines[at.get(key) ?? -1];
        if (!line) return [];
        const end = line.start + line.content.size + 1;
        return [Decoration.node(line.start - 1, end, Object.fromEntries(attributes))];
      }),
  };
}

function markLines(paragraphs: ParagraphMarks, change: LineChange, color: string): void {
  const { kind, block, lines, after, words } = change;
  const name = CHANGE_WORDS.block(CHANGE_WORDS.kinds[change.line], change.text);
  if (kind === "kind") paragraphs.addClass(block, "plan-rekinded", color);
  if (kind === "inserted")
    for (const key of lines) paragraphs.addClass(key, words ? "plan-split" : "plan-inserted", color);
  if (kind === "moved") for (const key of lines) paragraphs.addClass(key, "plan-moved", color);
  if (after === null) return;
  if (kind === "moved") paragraphs.leaveBehind(after, CHANGE_WORDS.movedFrom(name), color);
  if (kind === "deleted") paragraphs.leaveBehind(after, CHANGE_WORDS.deleted(name), color);
}

/** A line where two paragraphs were put together. */
function joinMarks(
  doc: Node,
  paragraphs: ParagraphMarks,
  { block, nowFrom, inserted }: TextChange,
  color: string,
): readonly Decoration[] {
  const { lines, at } = linesByKey(doc);
  const line = lines[at.get(block) ?? -1];
  if (!line) return [];
  paragraphs.addClass(block, "plan-reworded", color);
  const start = line.start + nowFrom;
  const attributes = { class: "plan-joined", "data-by": color };
  return [Decoration.inline(start, start + characterAfter(inserted, 0), attributes)];
}

function wordMarks(
  doc: Node,
  paragraphs: ParagraphMarks,
  change: TextChange,
  color: string,
): readonly Decoration[] {
  const { lines, at } = linesByKey(doc);
  const line = lines[at.get(change.block) ?? -1];
  if (!line) return [];
  paragraphs.addClass(change.block, "plan-reworded", color);
  const { start, content } = line;
  const { nowFrom, nowTo, deleted } = change;
  const gone = deleted.replaceAll("\n", "↵");
  const marks: Decoration[] = [];
  if (nowTo > nowFrom) {
    const attributes = { class: "plan-inserted-words", "data-by": color };
    // What is typed on behind it belongs to it, before the changes are looked at again.
    marks.push(Decoration.inline(start + nowFrom, start + nowTo, attributes, { inclusiveEnd: true }));
  }
  if (deleted === "") return marks;
  if (content.size === 0) {
    paragraphs.set(change.block, "data-emptied", gone);
    return marks;
  }
  const { from, to, side } = holderOf(change, content.textBetween(0, content.size));
  const attributes = { [`data-deleted-${side}`]: gone, "data-deleted-by": color };
  return [...marks, Decoration.inline(start + from, start + to, attributes)];
}

interface Holder {
  readonly from: number;
  readonly to: number;
  readonly side: "before" | "after" | "within";
}

/**
 * The character at which deleted words are printed by the style sheet, so that neither caret nor input method ever meets
 * them. It is one alone: a longer range may be cut by other marks, and would print them once for each piece. It is none
 * that was inserted itself, unless the whole paragraph was.
 */
function holderOf({ nowFrom, nowTo }: TextChange, text: string): Holder {
  const replaced = nowTo > nowFrom;
  if ((replaced || nowTo === text.length) && nowFrom > 0)
    return { from: characterBefore(text, nowFrom), to: nowFrom, side: "after" };
  if (nowTo < text.length) return { from: nowTo, to: characterAfter(text, nowTo), side: "before" };
  return { from: 0, to: characterAfter(text, 0), side: "within" };
}

/** Offsets of whole characters: some take two units. */
function characterBefore(text: string, offset: number): number {
  const [last = ""] = [...text.slice(Math.max(0, offset - 2), offset)].slice(-1);
  return offset - last.length;
}

function characterAfter(text: string, offset: number): number {
  const [first = ""] = [...text.slice(offset, offset + 2)];
  return offset + first.length;
}

function authorColors(changes: readonly OpenChange[]): (author: string) => string {
  const authors = [...new Set(changes.map(({ record }) => record?.author ?? ""))];
  return (author) => String(authors.indexOf(author) % AUTHOR_COLORS);
}
