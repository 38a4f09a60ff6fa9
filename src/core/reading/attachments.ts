/** What stands behind a plan: its attachments, with their paragraphs and tables. */
import { type Attachment, MAX_ATTACHMENTS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "../plan/model.ts";
import { append } from "./append.ts";
import type { Paragraph } from "./clean-lines.ts";
import { droppedLines } from "./document-parts.ts";
import type { DroppedLine } from "./plan-reading.ts";
import type { Repairs } from "./repairs.ts";
import { isCaption, tablesIn } from "./tables.ts";
import { titleKey } from "./titles.ts";

export interface FoundAttachment extends Omit<Attachment, "id"> {
  /** Paragraphs of the source it was made of; empty where only its name is known. */
  readonly sources: readonly Paragraph[];
}

export interface Attachments {
  readonly attachments: readonly FoundAttachment[];
  /** What has no room in the model, as text. */
  readonly text: readonly Paragraph[];
  readonly dropped: readonly DroppedLine[];
}

const LABEL = /^附\s?件\s?(?:\d{1,2}|[一二三四五六七八九十])?\s?[：:]?$/;
const LABELLED = /^附\s?件\s?\d{0,2}\s?[：:]\s?(?=\S)/;
/** As the model limits them. */
const LONGEST_NAME = 500;
const LONGEST_CELL = 10_000;
const LONGEST_PARAGRAPH = 100_000;
/** A longer first line is text, not the name of the attachment. */
const LONGEST_TITLE = 60;

interface Draft {
  name: string;
  readonly paragraphs: string[];
  readonly rows: (readonly string[])[];
  readonly sources: Paragraph[];
}

/**
 * Attachments from the names in the attachment note and the lines behind the plan. A line that is the label of an
 * attachment, one of the names, or the caption of a table begins the next one. `room`: how many there may be.
 */
export function settleAttachments(
  names: readonly string[],
  tail: readonly Paragraph[],
  repairs: Repairs,
  room: number = MAX_ATTACHMENTS,
): Attachments {
  const drafts: Draft[] = names.map(emptyDraft);
  const dropped: DroppedLine[] = [];
  let current: Draft | undefined;
  const begin = (name: string) => {
    const key = titleKey(name);
    // What has no name of its own is the next of the names in the note.
    current = drafts.find(
      (draft) => draft.sources.length === 0 && (name === "" || titleKey(draft.name) === key),
    );
    if (current) return current;
    current = emptyDraft(name);
    drafts.push(current);
    return current;
  };
  const keys = new Set(names.map(titleKey));
  const tables = new Map(tablesIn(tail).map((table) => [table.first, table]));
  for (let index = 0; index < tail.length; index += 1) {
    const paragraph = tail[index];
    if (!paragraph) break;
    const table = tables.get(index);
    if (table) {
      const draft = current ?? begin("");
      append(draft.rows, table.rows);
      append(draft.sources, tail.slice(table.first, table.last + 1));
      index = table.last;
    } else if (LABEL.test(paragraph.text)) {
      append(dropped, droppedLines(paragraph, "attachment-label"));
      current = undefined;
    } else if (isName(paragraph, keys) || (isCaption(paragraph) && tables.has(index + 1))) {
      const draft = begin(paragraph.text.replace(LABELLED, ""));
      draft.sources.push(paragraph);
      // The note has the name already.
      if (drafts.indexOf(draft) < names.length) append(dropped, droppedLines(paragraph, "repeated-name"));
    } else if (!current && paragraph.text.length <= LONGEST_TITLE && !/[。；]/.test(paragraph.text)) {
      begin(paragraph.text).sources.push(paragraph);
    } else {
      const draft = current ?? begin("");
      draft.sources.push(paragraph);
      // What follows a table, such as 注：…, is a row of one cell.
      if (draft.rows.length > 0) draft.rows.push([paragraph.text]);
      else draft.paragraphs.push(paragraph.text);
    }
  }
  if (!drafts.every(fitsAttachment) || drafts.length > room) {
    if (tail.length > 0)
      repairs.add({ code: "appendix-kept-as-text", line: tail[0]?.line, count: tail.length });
    const named = drafts.slice(0, names.length).filter(fitsAttachment).slice(0, room);
    return { attachments: named.map(({ name }) => attachmentOf(emptyDraft(name))), text: tail, dropped: [] };
  }
  const read = drafts.filter(({ sources }) => sources.length > 0).length;
  if (read > 0) repairs.add({ code: "attachments-read", line: tail[0]?.line, count: read });
  return { attachments: drafts.map(attachmentOf), text: [], dropped };
}

function isName(paragraph: Paragraph, keys: ReadonlySet<string>): boolean {
  if (paragraph.text.length > LONGEST_NAME) return false;
  return keys.has(titleKey(paragraph.text.replace(LABELLED, "")));
}

function emptyDraft(name: string): Draft {
  return { name, paragraphs: [], rows: [], sources: [] };
}

function attachmentOf({ name, paragraphs, rows, sources }: Draft): FoundAttachment {
  return { name, paragraphs, rows, sources, ownPages: sources.length > 0, landscape: false };
}

/** Whether the model has room for it. */
export function fitsAttachment({
  name,
  paragraphs,
  rows,
}: Pick<Attachment, "name" | "paragraphs" | "rows">): boolean {
  return (
    name.length <= LONGEST_NAME &&
    paragraphs.length <= MAX_TABLE_ROWS &&
    paragraphs.every((text) => text.length <= LONGEST_PARAGRAPH) &&
    rows.length <= MAX_TABLE_ROWS &&
    rows.every((row) => row.length <= MAX_TABLE_COLUMNS && row.every((cell) => cell.length <= LONGEST_CELL))
  );
}
