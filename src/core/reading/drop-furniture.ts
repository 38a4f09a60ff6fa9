/** Takes the page around the document away and keeps what it tells: dates, source, file name. */

import { findDate } from "../text/dates.ts";
import { append } from "./append.ts";
import { markerAt, type Paragraph } from "./clean-lines.ts";
import { droppedLines } from "./document-parts.ts";
import { type FurnitureKind, furnitureOf } from "./furniture.ts";
import { isOrganName } from "./organs.ts";
import type { DroppedLine } from "./plan-reading.ts";

export interface PageFindings {
  readonly kept: readonly Paragraph[];
  readonly dropped: readonly DroppedLine[];
  /** Date stamped by the page. */
  readonly date: string | null;
  /** Date of issue (成文日期) in the block of metadata. */
  readonly issued: string | null;
  /** Organ named as source of the page (来源：). */
  readonly source: string | null;
  /** Organ and number in the block of metadata. */
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  /** Names of the file on a file-sharing site. */
  readonly fileTitles: readonly string[];
}

/** A line of prose is at least this long. */
const PROSE = 40;
/** After the end of the text a line up to this length without 。 is furniture. */
const SHORT = 60;

/** Splits the lines into the document and the page around it. */
export function dropFurniture(paragraphs: readonly Paragraph[]): PageFindings {
  const range = textRange(paragraphs);
  const kept: Paragraph[] = [];
  const dropped: DroppedLine[] = [];
  const page: Paragraph[] = [];
  let ended: FurnitureKind | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const inside = index > range.first && index < range.last;
    const kind = paragraph.role === null ? furnitureOf(paragraph, inside) : undefined;
    if (paragraph.role === "furniture") {
      append(dropped, droppedLines(paragraph, "decided"));
    } else if (kind) {
      append(dropped, droppedLines(paragraph, kind.reason));
      page.push(paragraph);
      if (kind.ends && index > range.last) ended ??= kind;
    } else if (
      ended &&
      paragraph.role === null &&
      paragraph.text.length <= SHORT &&
      !paragraph.text.includes("。")
    ) {
      append(dropped, droppedLines(paragraph, ended.reason));
    } else {
      kept.push(paragraph);
    }
  }
  return { kept, dropped, ...pageFacts(page) };
}

/** First and last line that is certainly text: a numbered heading, or prose. */
function textRange(paragraphs: readonly Paragraph[]): { readonly first: number; readonly last: number } {
  const isText = (paragraph: Paragraph) => {
    const { text, role } = paragraph;
    const level = markerAt(paragraph)?.level;
    if (level === "part" || level === "section" || level === "subsection") return true;
    return role !== "furniture" && text.length >= PROSE && /[。；]/.test(text);
  };
  const first = paragraphs.findIndex(isText);
  return { first: first < 0 ? paragraphs.length : first, last: paragraphs.findLastIndex(isText) };
}

function pageFacts(page: readonly Paragraph[]): Omit<PageFindings, "kept" | "dropped"> {
  const texts = page.map((line) => line.text);
  const stamps = texts.filter((text) => findDate(text) !== undefined);
  const stamp = stamps.find((text) => /(?:发布|更新|发表)(?:时间|日期)/.test(text)) ?? stamps[0];
  const date =
    stamp === undefined ? undefined : findDate(/(?:发布|更新|发表)(?:时间|日期).*/.exec(stamp)?.[0] ?? stamp);
  return {
    date: date ?? null,
    issued: issuedOn(texts),
    source: field(texts, /来源\s?[：:]\s?([^\s|：]{3,30})/, isOrganName),
    issuer: field(texts, /(?:发布机构|发文机关|发文单位)\s?[：:|\t]\s?([^\s|：]{3,40})/, isOrganName),
    documentNumber: field(texts, /(?:文\s?号|发文字号)\s?[：:|\t]\s?([^\s|：]{4,40}号)/, () => true),
    fileTitles: texts.flatMap((text) => {
      const name = /《([^《》]{4,80}?)\.(?:docx?|pdf|wps|txt)/i.exec(text)?.[1];
      return name === undefined ? [] : [name];
    }),
  };
}

function issuedOn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const value = /(?:成文日期|发文日期)\s?[：:|\t]\s?(\d{4}.{2,8})/.exec(text)?.[1];
    const date = value === undefined ? undefined : findDate(value);
    if (date !== undefined) return date;
  }
  return null;
}

function field(
  texts: readonly string[],
  pattern: RegExp,
  accepts: (value: string) => boolean,
): string | null {
  for (const text of texts) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined && accepts(value)) return value;
  }
  return null;
}
