/** How open changes look in the text: decorations, and attributes that the style sheet prints. No part of the text. */
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { ChangeRecord } from "../../../core/plan/change-records.ts";
import type { LineChange, TextChange } from "../../../core/revise/change.ts";
import { linesByKey } from "../../../core/revise/lines-by-key.ts";
import type { OpenChange } from "../../../core/revise/open-changes.ts";
import { fullTime } from "../../shared/dates.ts";
import { CHANGE_WORDS } from "../words.ts";

/** Colours of authors, in the order in which they first appear; see `revisions.css`. */
const AUTHOR_COLORS = 5;

/** Decorations of the changes of `doc`. */
export function revisionMarks(doc: Node, changes: readonly OpenChange[]): DecorationSet {
  if (changes.length === 0) return DecorationSet.empty;
  const bylineOf = bylines(changes);
  const paragraphs = paragraphMarks(doc);
  const words: Decoration[] = [];
  for (const { change, record } of changes) {
    const by = bylineOf(record);
    if (change.kind === "text") words.push(...wordMarks(doc, paragraphs, change, by));
    else if (change.kind === "deleted" && change.words)
      words.push(...joinMarks(doc, paragraphs, change.words, by));
    else markLines(paragraphs, change, by);
  }
  return DecorationSet.create(doc, [...paragraphs.decorations(), ...words]);
}

/** Who made a change: the number of the colour, and name and time as they are shown on hovering. */
interface Byline {
  readonly color: string;
  readonly title: string;
}

interface ParagraphMarks {
  readonly addClass: (key: string, name: string, by: Byline) => void;
  readonly set: (key: string, name: string, value: string) => void;
  /** Prints a line behind a paragraph. */
  readonly leaveBehind: (key: string, text: string, by: Byline) => void;
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
  const add = (key: string, name: string, value: string, separator: string) => {
    const before = attributesOf(key).get(name)?.split(separator) ?? [];
    if (!before.includes(value)) attributesOf(key).set(name, [...before, value].join(separator));
  };
  return {
    addClass: (key, name, { color }) => {
      add(key, "class", "plan-revised", " ");
      add(key, "class", name, " ");
      attributesOf(key).set("data-by", color);
    },
    set: (key, name, value) => void attributesOf(key).set(name, value),
    leaveBehind: (key, text, { color }) => {
      add(key, "data-gone", text, "\n");
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

function markLines(paragraphs: ParagraphMarks, change: LineChange, by: Byline): void {
  const { kind, lines, after } = change;
  const name = CHANGE_WORDS.block(CHANGE_WORDS.kinds[change.line], change.text);
  if (kind !== "deleted")
    for (const key of lines) {
      paragraphs.addClass(key, kind === "inserted" && change.words ? "plan-split" : LINE_CLASSES[kind], by);
      paragraphs.set(key, "title", by.title);
    }
  if (after === null) return;
  if (kind === "moved") paragraphs.leaveBehind(after, CHANGE_WORDS.movedFrom(name), by);
  if (kind === "deleted") paragraphs.leaveBehind(after, CHANGE_WORDS.deleted(name), by);
}

const LINE_CLASSES = { inserted: "plan-inserted", moved: "plan-moved", kind: "plan-rekinded" } as const;

/** A line where two paragraphs were put together. */
function joinMarks(
  doc: Node,
  paragraphs: ParagraphMarks,
  { block, nowFrom, inserted }: TextChange,
  by: Byline,
): readonly Decoration[] {
  const { lines, at } = linesByKey(doc);
  const line = lines[at.get(block) ?? -1];
  if (!line) return [];
  paragraphs.addClass(block, "plan-reworded", by);
  const start = line.start + nowFrom;
  const attributes = { class: "plan-joined", "data-by": by.color, title: by.title };
  return [Decoration.inline(start, start + characterAfter(inserted, 0), attributes)];
}

function wordMarks(
  doc: Node,
  paragraphs: ParagraphMarks,
  change: TextChange,
  by: Byline,
): readonly Decoration[] {
  const { lines, at } = linesByKey(doc);
  const line = lines[at.get(change.block) ?? -1];
  if (!line) return [];
  paragraphs.addClass(change.block, "plan-reworded", by);
  const { start, content } = line;
  const { nowFrom, nowTo, deleted } = change;
  const gone = deleted.replaceAll("\n", "↵");
  const marks: Decoration[] = [];
  if (nowTo > nowFrom) {
    const attributes = { class: "plan-inserted-words", "data-by": by.color, title: by.title };
    // What is typed on behind it belongs to it, before the changes are looked at again.
    marks.push(Decoration.inline(start + nowFrom, start + nowTo, attributes, { inclusiveEnd: true }));
  }
  if (deleted === "") return marks;
  if (content.size === 0) {
    paragraphs.set(change.block, "data-emptied", gone);
    return marks;
  }
  const { from, to, side } = holderOf(change, content.textBetween(0, content.size));
  const attributes = { [`data-deleted-${side}`]: gone, "data-deleted-by": by.color, title: by.title };
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

function bylines(changes: readonly OpenChange[]): (record: ChangeRecord | undefined) => Byline {
  const authors = [...new Set(changes.map(({ record }) => record?.author ?? ""))];
  return (record) => ({
    color: String(authors.indexOf(record?.author ?? "") % AUTHOR_COLORS),
    title: record ? CHANGE_WORDS.byline(record.author, fullTime(record.at)) : "",
  });
}
