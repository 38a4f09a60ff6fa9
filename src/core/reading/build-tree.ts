/** Paragraphs → sections, subsections and items, by the markers they begin with. */

import { splitLead } from "../plan/heading.ts";
import { ordinalLabel } from "../plan/numbering.ts";
import type { Marker, MarkerLevel } from "../text/markers.ts";
import { calendarLines } from "./calendar.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";
import type { NodeTree, NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";
import { isCaption, tablesIn } from "./tables.ts";

interface Entry {
  readonly paragraph: Paragraph;
  readonly marker: Marker | undefined;
}

/** The entry at another level, unless the drafter decided its level. */
function atLevel(entry: Entry, level: MarkerLevel): Entry {
  return entry.marker && entry.paragraph.role === null
    ? { ...entry, marker: { ...entry.marker, level } }
    : entry;
}

/** Structure of the body; a paragraph without a place of its own belongs to what stands before it. */
export function buildTree(paragraphs: readonly Paragraph[], repairs: Repairs): NodeTree {
  const unmarked = unmarkedLines(paragraphs, repairs);
  const read = paragraphs.map(
    (paragraph, index): Entry => ({
      paragraph,
      marker: unmarked.has(index) && paragraph.role === null ? undefined : markerAt(paragraph),
    }),
  );
  const entries = innerListsAsText(promote(read));
  const hasParts = isWithParts(entries);
  if (hasParts) notePartLabels(entries, repairs);
  const tree: NodeTree = { leadIn: [], children: [], closing: [] };
  /** The innermost node of each level that is still open, from the top down. */
  const open: NumberedNode[] = [];
  let itemLevel: MarkerLevel = "item";
  for (const { paragraph, marker: printed } of entries) {
    const marker = asItem(printed, open, itemLevel);
    if (printed && isNodeLevel(printed.level)) itemLevel = "item";
    else if (marker?.level === "item" && printed) itemLevel = printed.level;
    const isNode = marker !== undefined && (hasParts || marker.level !== "part") && isNodeLevel(marker.level);
    if (!isNode) {
      noteUnplaced(marker, paragraph, repairs);
      (open.at(-1)?.body ?? tree.leadIn).push(paragraph);
      continue;
    }
    const node = newNode(marker.level, noteLabel(marker, paragraph, repairs), paragraph);
    while (open.length > 0 && DEPTH[open.at(-1)?.kind ?? "item"] >= DEPTH[node.kind]) open.pop();
    (open.at(-1) ?? tree).children.push(node);
    open.push(node);
  }
  return tree;
}

/** Indexes of lines whose numbers are not those of the plan: rows of tables and of calendars. */
function unmarkedLines(paragraphs: readonly Paragraph[], repairs: Repairs): ReadonlySet<number> {
  const found = new Set(calendarLines(paragraphs));
  const [month] = [...found].flatMap((index) => paragraphs[index] ?? []);
  if (month)
    repairs.add({
      code: "calendar-kept-as-text",
      line: month.line,
      before: month.text,
      after: month.text,
      count: found.size,
    });
  const tables = tablesIn(paragraphs);
  for (const { first, last } of tables) for (let index = first; index <= last; index += 1) found.add(index);
  const [first] = tables;
  if (first)
    repairs.add({
      code: "table-kept-as-text",
      line: paragraphs[first.first]?.line,
      before: paragraphs[first.first]?.text ?? "",
      after: paragraphs[first.first]?.text ?? "",
      count: tables.reduce((sum, table) => sum + table.rows.length, 0),
    });
  return found;
}

/** Body and the tables that end it, their captions included: these belong to the plan, not to its last item. */
export function cutClosingTables(paragraphs: readonly Paragraph[]): {
  readonly body: readonly Paragraph[];
  readonly tables: readonly Paragraph[];
} {
  let end = paragraphs.length;
  for (const table of tablesIn(paragraphs).toReversed()) {
    if (table.last !== end - 1) break;
    end = isCaption(paragraphs[table.first - 1]) ? table.first - 1 : table.first;
  }
  return { body: paragraphs.slice(0, end), tables: paragraphs.slice(end) };
}

/** （1） right under a heading, with no 1. above it, numbers the items of that heading. */
function asItem(
  marker: Marker | undefined,
  open: readonly NumberedNode[],
  itemLevel: MarkerLevel,
): Marker | undefined {
  if (marker?.level !== "sub" && marker?.level !== "deep") return marker;
  const innermost = open.at(-1);
  if (innermost?.kind === "item") return itemLevel === marker.level ? { ...marker, level: "item" } : marker;
  const first = innermost && marker.number === 1 && splitLead(innermost.lead).body === "";
  return first ? { ...marker, level: "item" } : marker;
}

const DEPTH: Readonly<Record<NumberedNode["kind"], number>> = { part: 1, section: 2, subsection: 3, item: 4 };

function isNodeLevel(level: MarkerLevel): level is NumberedNode["kind"] {
  return level in DEPTH;
}

/** One 第一部分 alone is named in the text, not a level of it, unless the drafter says so. */
function isWithParts(entries: readonly Entry[]): boolean {
  const parts = entries.filter(({ marker }) => marker?.level === "part");
  return parts.length >= FEWEST_PARTS || parts.some(({ paragraph }) => paragraph.role === "part");
}
const FEWEST_PARTS = 2;

/** 第一章, 第一篇 and §1. are written as 第一部分: the plan has one form of every level. */
function notePartLabels(entries: readonly Entry[], repairs: Repairs): void {
  const found = entries.filter(({ marker }) => marker?.level === "part" && marker.separator !== "部分");
  const [first] = found;
  if (!first?.marker) return;
  repairs.add({
    code: "part-label-unified",
    line: first.paragraph.line,
    before: first.paragraph.text.slice(0, first.marker.length).trim(),
    after: ordinalLabel("part", first.marker.number ?? 1).trim(),
    count: found.length,
  });
}

function newNode(kind: NumberedNode["kind"], marker: Marker, source: Paragraph): NumberedNode {
  return {
    kind,
    number: marker.number,
    bare: marker.bare,
    separator: marker.separator,
    source,
    lead: source.text.slice(marker.length).trim(),
    plain: false,
    body: [],
    children: [],
    closing: [],
  };
}

/** A running label (【重点任务1】) says no more than its number. */
function noteLabel(marker: Marker, paragraph: Paragraph, repairs: Repairs): Marker {
  if (marker.separator !== "】") return marker;
  if (repairs.isRefused("label-removed")) return { ...marker, length: 0 };
  const place = { code: "label-removed", line: paragraph.line, at: 0 };
  const state = repairs.stateAt(place.code, place.line, place.at);
  const before = paragraph.text.slice(0, marker.length);
  repairs.count({ ...place, before, after: `${marker.bare ?? ""}.`, state });
  return state === "done" ? marker : { ...marker, length: 0 };
}

function noteUnplaced(marker: Marker | undefined, paragraph: Paragraph, repairs: Repairs): void {
  if (!marker || marker.level === "clause" || paragraph.role !== null) return;
  const code = marker.level === "part" ? "part-kept-as-text" : "deep-level-kept-as-text";
  const { line, text } = paragraph;
  repairs.count({ code, line, at: 0, before: text, after: text, state: "told" });
}

/**
 * Levels of the document → levels of the plan. Where a level of the plan is not used, the next one of the
 * document takes its place: parts are sections where 一、 is missing, （1） or ① are items where 1. is.
 */
function promote(entries: readonly Entry[]): readonly Entry[] {
  return promoteItems(promoteParts(entries));
}

function promoteParts(entries: readonly Entry[]): readonly Entry[] {
  if (!isWithParts(entries) || entries.some((entry) => entry.marker?.level === "section")) return entries;
  return entries.map((entry) => (entry.marker?.level === "part" ? atLevel(entry, "section") : entry));
}

function promoteItems(entries: readonly Entry[]): readonly Entry[] {
  const has = (level: MarkerLevel) => entries.filter((entry) => entry.marker?.level === level).length;
  if (has("item") > 0) return entries;
  const deeper = has("sub") >= 2 ? "sub" : has("deep") >= 2 ? "deep" : undefined;
  if (deeper === undefined) return entries;
  return entries.map((entry) => (entry.marker?.level === deeper ? atLevel(entry, "item") : entry));
}

/**
 * A list that begins at 1 inside an item, with a separator of its own, and after which the items count on, is
 * text of that item.
 */
function innerListsAsText(entries: readonly Entry[]): readonly Entry[] {
  const inner = new Set<number>();
  let previous: Marker | undefined;
  let start: { readonly index: number; readonly outer: Marker } | undefined;
  for (const [index, { marker }] of entries.entries()) {
    if (marker?.level === "part" || marker?.level === "section" || marker?.level === "subsection") {
      previous = undefined;
      start = undefined;
    }
    if (marker?.level !== "item" || marker.number === null) continue;
    if (
      start &&
      marker.number === (start.outer.number ?? 0) + 1 &&
      marker.separator === start.outer.separator
    ) {
      for (let between = start.index; between < index; between += 1) inner.add(between);
      start = undefined;
    } else if (previous && marker.number === 1 && marker.separator !== previous.separator) {
      start = { index, outer: previous };
    }
    previous = marker;
  }
  if (inner.size === 0) return entries;
  return entries.map((entry, index) =>
    inner.has(index) && entry.marker?.level === "item" ? atLevel(entry, "sub") : entry,
  );
}
