/** Takes a document apart: covering notice, title, body, and what stands after the body. */

import { markerOf } from "../text/markers.ts";
import { append } from "./append.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";
import {
  type DocumentParts,
  droppedLines,
  type FoundDate,
  type FoundNotice,
  linesOf,
} from "./document-parts.ts";
import { findTitle, type TitleSearch } from "./find-title.ts";
import { formKindOf, ISSUES, type LineKind } from "./line-kinds.ts";
import { organOfTitle } from "./organs.ts";
import type { DroppedLine } from "./plan-reading.ts";
import { isNoticeTitle, titleKey } from "./titles.ts";

/** What is gathered while walking over the lines around the body. */
interface Gathered {
  documentNumber: string | null;
  readonly addressees: string[];
  readonly organs: string[];
  signature: string | null;
  date: FoundDate | null;
  readonly attachments: string[];
  readonly dropped: DroppedLine[];
}

/** Title, notice, addressees, signature … of a document, and the lines that are its body. */
export function splitParts(
  source: readonly Paragraph[],
  known: readonly string[],
  pageDate: string | null,
): DocumentParts {
  const search = findTitle(source, known);
  const gathered: Gathered = {
    documentNumber: null,
    addressees: [],
    organs: [],
    signature: null,
    date: null,
    attachments: [],
    dropped: [],
  };
  const front = search.title?.lines
    ? splitAtTitle(search, search.title.lines, gathered, pageDate)
    : splitAtNotice(search, gathered, pageDate);
  const titleOrgan = search.title && organOfTitle(search.title.text);
  const end = splitEnd(front.body, gathered, pageDate);
  if (titleOrgan !== undefined) gathered.organs.unshift(titleOrgan);
  return {
    title: search.title?.text ?? null,
    titleLine: search.title?.lines ? (search.paragraphs[search.title.lines.first]?.line ?? null) : null,
    titleLines: search.title?.lines
      ? search.paragraphs.slice(search.title.lines.first, search.title.lines.last + 1).flatMap(linesOf)
      : [],
    titleTwins: search.title?.twins ?? [],
    notice: front.notice,
    documentNumber: gathered.documentNumber,
    addressees: gathered.addressees,
    organs: gathered.organs,
    signature: gathered.signature,
    date: gathered.date,
    attachments: gathered.attachments,
    body: end.body,
    appendix: end.appendix,
    dropped: gathered.dropped,
  };
}

interface Front {
  readonly notice: FoundNotice | null;
  readonly body: readonly Paragraph[];
}

/** Everything before the title belongs to the notice where there is one, else to the page. */
function splitAtTitle(
  search: TitleSearch,
  lines: { readonly first: number; readonly last: number },
  gathered: Gathered,
  pageDate: string | null,
): Front {
  const { paragraphs } = search;
  const before = paragraphs.slice(0, lines.first);
  const after = paragraphs.slice(lines.last + 1);
  const key = titleKey(search.title?.text ?? "");
  const start = noticeStart(before, search.notice, pageDate);
  const noticeBody: Paragraph[] = [];
  const decided: Paragraph[] = [];
  const noticeTitle = search.notice === undefined ? undefined : paragraphs[search.notice];
  for (const [index, paragraph] of before.entries()) {
    const inNotice = start !== undefined && index >= start;
    const kind = formKindOf(paragraph, pageDate);
    if (paragraph.role !== null && !(inNotice && paragraph.role === "text")) decided.push(paragraph);
    else if (kind && takeForm(kind, paragraph, gathered, inNotice)) continue;
    else if (paragraph.role === null && titleKey(paragraph.text) === key)
      append(gathered.dropped, droppedLines(paragraph, "repeated-title"));
    else if (isNoticeTitle(paragraph.text)) {
      const organ = organOfTitle(paragraph.text);
      if (organ !== undefined) gathered.organs.push(organ);
      if (paragraph !== noticeTitle) append(gathered.dropped, droppedLines(paragraph, "notice-title"));
    } else if (inNotice) noticeBody.push(paragraph);
    else append(gathered.dropped, droppedLines(paragraph, "before-title"));
  }
  const notice = start === undefined ? null : { title: noticeTitle ?? null, body: noticeBody };
  return { notice, body: [...decided, ...takeHead(after, gathered, pageDate)] };
}

function sameTitle(one: Paragraph, other: Paragraph | undefined): boolean {
  return other !== undefined && titleKey(one.text) === titleKey(other.text);
}

/** Index of the first line of the notice's text; `undefined` where no notice stands before the title. */
function noticeStart(
  before: readonly Paragraph[],
  title: number | undefined,
  pageDate: string | null,
): number | undefined {
  if (title !== undefined && title < before.length) return title;
  const addressees = before.findIndex((line) => formKindOf(line, pageDate)?.kind === "addressees");
  const issued = before.findIndex(({ text }) => ISSUES.test(text));
  if (issued < 0) return undefined;
  return addressees >= 0 && addressees < issued ? addressees : issued;
}

/** A page without the plan's own title: the notice's title names the plan, its text goes up to the first section. */
function splitAtNotice(search: TitleSearch, gathered: Gathered, pageDate: string | null): Front {
  const { paragraphs, notice } = search;
  if (notice === undefined) return { notice: null, body: takeHead(paragraphs, gathered, pageDate) };
  const title = paragraphs[notice];
  const rest = paragraphs.slice(notice + 1).filter((line) => {
    const repeated = line.role === null && sameTitle(line, title);
    if (repeated) append(gathered.dropped, droppedLines(line, "repeated-title"));
    return !repeated;
  });
  const decided = paragraphs.slice(0, notice).filter(({ role }) => role !== null);
  for (const line of paragraphs.slice(0, notice)) {
    const kind = formKindOf(line, pageDate);
    if (line.role === null && !(kind && takeForm(kind, line, gathered, false)))
      append(gathered.dropped, droppedLines(line, "before-title"));
  }
  const organ = title && organOfTitle(title.text);
  if (organ !== undefined) gathered.organs.push(organ);
  const structure = rest.findIndex((line) => markerAt(line) !== undefined);
  const noticeBody: Paragraph[] = [];
  const body: Paragraph[] = [...decided];
  let signed = false;
  for (const [index, line] of rest.entries()) {
    if (structure >= 0 && index >= structure) {
      body.push(line);
      continue;
    }
    const kind = formKindOf(line, pageDate);
    if (kind && takeForm(kind, line, gathered, true))
      signed ||= kind.kind === "date" || kind.kind === "organ-and-date";
    else if (signed || (!ISSUES.test(line.text) && noticeBody.length > 0 && structure >= 0)) body.push(line);
    else noticeBody.push(line);
  }
  return { notice: { title: title ?? null, body: noticeBody }, body };
}

/** How many lines under the title may still be issuer, date or number. */
const HEAD_LINES = 4;

function takeHead(
  after: readonly Paragraph[],
  gathered: Gathered,
  pageDate: string | null,
): readonly Paragraph[] {
  let index = 0;
  for (; index < HEAD_LINES; index += 1) {
    const line = after[index];
    const kind = line && formKindOf(line, pageDate);
    if (!line || !kind || !takeForm(kind, line, gathered, true)) break;
  }
  return after.slice(index);
}

/** Takes a line as form data; false where its kind has no meaning at this place. */
function takeForm(kind: LineKind, paragraph: Paragraph, gathered: Gathered, inDocument: boolean): boolean {
  const drop = (reason: string) => append(gathered.dropped, droppedLines(paragraph, reason));
  switch (kind.kind) {
    case "document-number":
      if (gathered.documentNumber !== null) drop("repeated-number");
      gathered.documentNumber ??= kind.number;
      return true;
    case "organ":
      gathered.organs.push(kind.name);
      if (inDocument) sign(kind.name, gathered);
      else drop("issuer");
      return true;
    case "date":
      if (!inDocument) drop("page-stamp");
      else if (gathered.date) drop("repeated-date");
      else gathered.date = { line: paragraph.line, text: paragraph.text, date: kind.date };
      return true;
    case "organ-and-date":
      gathered.organs.push(kind.name);
      sign(kind.name, gathered);
      if (gathered.date) drop("repeated-date");
      gathered.date ??= { line: paragraph.line, text: paragraph.text, date: kind.date };
      return true;
    case "addressees":
      if (!inDocument) return false;
      gathered.addressees.push(kind.text);
      return true;
    case "attachments":
      if (!inDocument) return false;
      if (kind.first !== "") gathered.attachments.push(attachmentName(kind.first));
      return true;
    case "attachment-label":
      drop("attachment-label");
      return true;
    case "release-note":
      drop("release-note");
      return true;
    case "imprint":
      drop("imprint");
      return true;
  }
}

/** Bureaus that issue together sign one under the other. */
function sign(name: string, gathered: Gathered): void {
  const { signature } = gathered;
  if (signature?.split("、").includes(name)) return;
  gathered.signature = signature === null ? name : `${signature}、${name}`;
}

interface End {
  readonly body: readonly Paragraph[];
  readonly appendix: readonly Paragraph[];
}

/** Signature, date and attachments after the last section; what follows them is text of attachments. */
function splitEnd(body: readonly Paragraph[], gathered: Gathered, pageDate: string | null): End {
  const kinds = body.map((line) => formKindOf(line, pageDate));
  const lastSection = body.findLastIndex(
    (line) => markerAt(line)?.level === "section" || (line.role !== null && line.role !== "text"),
  );
  const start = firstEnd(body, kinds) ?? endStart(body, kinds, Math.max(lastSection, 0));
  if (start === undefined) return { body, appendix: [] };
  const appendix: Paragraph[] = [];
  const decided: Paragraph[] = [];
  let listing = false;
  let closed = false;
  for (const [offset, paragraph] of body.slice(start).entries()) {
    const kind = kinds[start + offset];
    if (paragraph.role !== null) decided.push(paragraph);
    else if (kind?.kind === "attachment-label" && !closed && appendix.length === 0) {
      listing = true;
      append(gathered.dropped, droppedLines(paragraph, "attachment-label"));
    } else if (
      kind &&
      kind.kind !== "addressees" &&
      appendix.length === 0 &&
      takeForm(kind, paragraph, gathered, true)
    ) {
      listing = kind.kind === "attachments";
      closed ||= kind.kind === "date" || kind.kind === "organ-and-date";
    } else if (listing && appendix.length === 0 && isAttachmentName(paragraph, gathered.attachments)) {
      gathered.attachments.push(attachmentName(paragraph.text));
    } else {
      appendix.push(paragraph);
    }
  }
  return { body: [...body.slice(0, start), ...decided], appendix };
}

/**
 * Index of an end behind which numbering begins anew: attachment note, or signature with its date, and then the text of
 * an attachment with sections of its own.
 */
function firstEnd(body: readonly Paragraph[], kinds: readonly (LineKind | undefined)[]): number | undefined {
  const isSection = (line: Paragraph) => markerAt(line)?.level === "section";
  const first = body.findIndex(isSection);
  if (first < 0) return undefined;
  const decided = body.findLastIndex(({ role }) => role !== null && role !== "text");
  const from = Math.max(first, decided) + 1;
  // Number of the next section behind each line, from the end.
  let next: number | null | undefined;
  let found: number | undefined;
  for (let index = body.length - 1; index >= from; index -= 1) {
    const line = body[index];
    if (line && isSection(line)) next = markerAt(line)?.number;
    const kind = kinds[index]?.kind;
    const isSigned = kind === "organ" && kinds[index + 1]?.kind === "date";
    if (next === 1 && (isSigned || kind === "attachments" || kind === "organ-and-date")) found = index;
  }
  return found;
}

/** Index where the end matter begins: an organ before a date, a date, an attachment list, a note of release. */
function endStart(
  body: readonly Paragraph[],
  kinds: readonly (LineKind | undefined)[],
  from: number,
): number | undefined {
  for (let index = from; index < body.length; index += 1) {
    const kind = kinds[index]?.kind;
    const next = kinds[index + 1]?.kind;
    if (kind === "organ" && (next === "date" || next === "organ" || index === body.length - 1)) return index;
    if (kind === "attachments" || kind === "organ-and-date" || kind === "imprint" || kind === "release-note")
      return index;
    if (kind === "attachment-label" && index > from) return index;
    if (kind === "date" && index > from) return index;
  }
  return undefined;
}

const LONGEST_ATTACHMENT_NAME = 80;

/** A second name has a number; a line without one is the text of an attachment. */
function isAttachmentName({ text }: Paragraph, names: readonly string[]): boolean {
  const isListed = names.length === 0 || markerOf(text)?.level === "item" || /^附件\s?\d/.test(text);
  return isListed && text.length <= LONGEST_ATTACHMENT_NAME && !/[。；]$/.test(text) && !/\t/.test(text);
}

function attachmentName(text: string): string {
  const marker = markerOf(text);
  return (marker?.level === "item" ? text.slice(marker.length) : text)
    .replace(/^附件\s?\d{0,2}\s?[：:]\s?/, "")
    .trim();
}
