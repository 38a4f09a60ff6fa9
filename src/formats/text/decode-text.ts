/** Bytes of a text file → lines. The encoding is detected; files that are no text are refused by what they are. */
import type { ReadingNotice, SourceLine, SourceLines } from "../../core/reading/plan-reading.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { fileFormatOf } from "./file-format.ts";

/** Largest text file read, in bytes: a plan is some 20 KB, a year's collection of them some MB. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024;
/** More undecodable characters than this share, and the file is no text. */
const MAX_DAMAGED_SHARE = 0.05;
/** More control characters than this share, and the file is no text. */
const MAX_CONTROL_SHARE = 0.02;

export type TextFailureCode = "empty-file" | "binary-file" | "too-large" | "unsupported-format";

export type ReadText =
  | { readonly ok: true; readonly source: SourceLines; readonly encoding: string }
  | {
      readonly ok: false;
      readonly code: TextFailureCode;
      /** English, for the log; for `unsupported-format` it begins with the format, e.g. `docx`. */
      readonly detail: string;
    };

/**
 * Reads UTF-8, UTF-16 (with or without byte-order mark), GB18030 with GBK, and Big5.
 *
 * Time is linear in the size and bounded by `MAX_TEXT_BYTES`. What cannot be decoded becomes U+FFFD and a notice.
 */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes.length === 0) return failure("empty-file", "0 bytes");
  const format = fileFormatOf(bytes);
  if (format !== undefined) return failure("unsupported-format", format);
  if (bytes.length > MAX_TEXT_BYTES) return failure("too-large", `${bytes.length} bytes > ${MAX_TEXT_BYTES}`);
  const found = detectEncoding(bytes);
  if (found === undefined) return failure("binary-file", "no encoding fits");
  const text = new TextDecoder(found.encoding).decode(bytes);
  if (text.trim() === "") return failure("empty-file", "nothing but blanks");
  const damaged = countMatches(text, /\uFFFD/g);
  const controls = countMatches(text, /(?![\t\n\r\f\v])\p{Cc}/gu);
  if (damaged > text.length * MAX_DAMAGED_SHARE)
    return failure("binary-file", `${damaged} undecodable characters`);
  if (controls > text.length * MAX_CONTROL_SHARE)
    return failure("binary-file", `${controls} control characters`);
  const notices: ReadingNotice[] = [];
  if (found.mark) notices.push(notice("byte-order-mark", "", found.encoding, true, 1));
  else if (found.encoding !== "utf-8")
    notices.push(notice("encoding-detected", "", found.encoding, found.certain, 1));
  if (damaged > 0) notices.push(notice("undecodable-characters", "\uFFFD", "", false, damaged));
  return { ok: true, encoding: found.encoding, source: { lines: linesOf(text), notices } };
}

function failure(code: TextFailureCode, detail: string): ReadText {
  return { ok: false, code, detail };
}

function notice(code: string, before: string, after: string, certain: boolean, count: number): ReadingNotice {
  return { code, line: null, block: null, before, after, certain, count };
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

/** Lines by LF, CR LF, CR, form feed and the two separators of Unicode; numbered from 1. */
function linesOf(text: string): readonly SourceLine[] {
  return text.split(/\r\n|[\n\r\f\v\u2028\u2029]/).map((line, index) => ({ number: index + 1, text: line }));
}
