/** Paragraphs → sections, subsections and items, by the markers they begin with. */

import { splitLead } from "../plan/heading.ts";
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
  const tree: NodeTree = { leadIn: [], children: [], closing: [] };
  const open: { section?: NumberedNode; subsection?: NumberedNode; item?: NumberedNode } = {};
  let itemLevel: MarkerLevel = "item";
  for (const { paragraph, marker: printed } of entries) {
    const marker = asItem(printed, open, itemLevel);
    if (printed && isNodeLevel(printed.level)) itemLevel = "item";
    else if (marker?.level === "item" && printed) itemLevel = printed.level;
    const parent = open.item ?? open.subsection ?? open.section;
    if (!marker || !isNodeLevel(marker.level)) {
      noteUnplaced(marker, paragraph, repairs);
      (parent?.body ?? tree.leadIn).push(paragraph);
      continue;
    }
    const node = newNode(marker.level, noteLabel(marker, paragraph, repairs), paragraph);
    if (node.kind === "section") {
      tree.children.push(node);
      open.section = node;
      delete open.subsection;
      delete open.item;
    } else if (node.kind === "subsection") {
      (open.section?.children ?? tree.children).push(node);
      open.subsection = node;
      delete open.item;
    } else {
      (open.subsection?.children ?? open.section?.children ?? tree.children).push(node);
      open.item = node;
    }
  }
  return tree;
}

/** Indexes of lines whose numbers are not those of the plan: rows of tables and of calendars. */
function unmarkedLines(paragraphs: readonly Paragraph[], repairs: Repairs): ReadonlySet<number> {
  const found = new Set(calendarLines(paragraphs));
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
  open: { readonly section?: NumberedNode; readonly subsection?: NumberedNode; readonly item?: NumberedNode },
  itemLevel: MarkerLevel,
): Marker | undefined {
  if (marker?.level !== "sub" && marker?.level !== "deep") return marker;
  const parent = open.subsection ?? open.section;
  const first = !open.item && parent && marker.number === 1 && splitLead(parent.lead).body === "";
  return first || (open.item && itemLevel === marker.level) ? { ...marker, level: "item" } : marker;
}

function isNodeLevel(level: MarkerLevel): level is NumberedNode["kind"] {
  return level === "section" || level === "subsection" || level === "item";
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
 * document takes its place: parts are sections where 一、 or （一） is missing, （1） or ① are items where 1. is.
 */
function promote(entries: readonly Entry[]): readonly Entry[] {
  return promoteItems(promoteParts(entries));
}

function promoteParts(entries: readonly Entry[]): readonly Entry[] {
  const levels = new Set(entries.map((entry) => entry.marker?.level));
  const parts = entries.filter((entry) => entry.marker?.level === "part").length;
  if (parts < 2 || (levels.has("section") && levels.has("subsection"))) return entries;
  return entries.map((entry) => {
    if (entry.marker?.level === "part") return atLevel(entry, "section");
    return entry.marker?.level === "section" ? atLevel(entry, "subsection") : entry;
  });
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
    if (marker?.level === "section" || marker?.level === "subsection") {
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
