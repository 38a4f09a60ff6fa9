/** Automatic numbers of an old Word file (.doc): the label that Word shows in front of each paragraph. */
import { createNumberCounter } from "../word/numbering.ts";
import { compoundStreams } from "./compound-file.ts";
import { listDefinitions } from "./list-definitions.ts";
import { type ParagraphRun, paragraphRuns, styleLists } from "./paragraph-lists.ts";

/** A paragraph of the body, empty ones left out; `label` is empty where it has no automatic number. */
export interface NumberedParagraph {
  readonly text: string;
  readonly label: string;
}

/** Offsets in the file information block ([MS-DOC] 2.5.1 to 2.5.6). */
const FLAGS = 10;
const SECOND_TABLE = 0x0200;
const BODY_LENGTH = 76;
const STYLES = 162;
const PARAGRAPHS = 258;
const PIECES = 418;
const LISTS = 738;
const OVERRIDES = 746;

/** Paragraphs of the body with their labels. Throws a RangeError where the file does not hold together. */
export function automaticNumbers(bytes: Uint8Array): readonly NumberedParagraph[] {
  const streams = compoundStreams(bytes, ["WordDocument", "0Table", "1Table"]);
  const document = streams.get("WordDocument");
  if (!document) return [];
  const header = viewOf(document);
  const isSecond = (header.getUint16(FLAGS, true) & SECOND_TABLE) !== 0;
  const table = streams.get(isSecond ? "1Table" : "0Table");
  const part = (at: number) => ({ at: header.getUint32(at, true), size: header.getUint32(at + 4, true) });
  if (!table || part(OVERRIDES).size === 0 || part(LISTS).size === 0) return [];
  const counter = createNumberCounter(listDefinitions(table, part(LISTS).at, part(OVERRIDES).at));
  const styles = styleLists(table, part(STYLES).at);
  const runs = paragraphRuns(document, table, part(PARAGRAPHS), styles);
  const paragraphs = paragraphsOf(
    document,
    piecesOf(table, part(PIECES)),
    header.getUint32(BODY_LENGTH, true),
  );
  return paragraphs.flatMap(({ text, end }) => {
    if (text.trim() === "") return [];
    const place = placeAt(runs, end);
    const label = place && place.list > 0 ? counter.next(String(place.list), place.level) : "";
    return [{ text, label }];
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Piece {
  /** Number of characters. */
  readonly length: number;
  /** Byte in the document where it begins. */
  readonly at: number;
  /** Bytes of one character. */
  readonly width: 1 | 2;
}

const COMPRESSED = 0x40000000;

/** The piece table ([MS-DOC] 2.9.38 Clx): which bytes make up the text, in order. */
function piecesOf(table: Uint8Array, clx: { readonly at: number; readonly size: number }): readonly Piece[] {
  const view = viewOf(table);
  let at = clx.at;
  while (at < clx.at + clx.size && view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true);
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  if (count * 12 > table.byteLength) throw new RangeError("piece table");
  const positions = at + 5;
  const descriptors = positions + (count + 1) * 4;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const position = view.getUint32(descriptors + index * 8 + 2, true);
    const isNarrow = (position & COMPRESSED) !== 0;
    const offset = position & (COMPRESSED - 1);
    return {
      length: view.getUint32(positions + index * 4 + 4, true) - view.getUint32(positions + index * 4, true),
      at: isNarrow ? offset / 2 : offset,
      width: isNarrow ? 1 : 2,
    };
  });
}

interface FoundParagraph {
  readonly text: string;
  /** Byte of its last character, which carries its properties. */
  readonly end: number;
}

/** Paragraph mark, end of a cell, and page or section break. */
const PARAGRAPH_ENDS = "\r\u0007\f";
const FIELD_BEGIN = "\u0013";
const FIELD_RESULT = "\u0014";

function paragraphsOf(
  document: Uint8Array,
  pieces: readonly Piece[],
  length: number,
): readonly FoundParagraph[] {
  const found: FoundParagraph[] = [];
  let text = "";
  let left = length;
  for (const piece of pieces) {
    const count = Math.max(0, Math.min(piece.length, left));
    const encoding = piece.width === 1 ? "windows-1252" : "utf-16le";
    const whole = new TextDecoder(encoding).decode(
      document.subarray(piece.at, piece.at + count * piece.width),
    );
    left -= count;
    for (let index = 0; index < whole.length; index += 1) {
      const character = whole.charAt(index);
      if (!PARAGRAPH_ENDS.includes(character)) {
        text += character;
        continue;
      }
      found.push({ text: withoutFields(text), end: piece.at + index * piece.width });
      text = "";
    }
  }
  return found;
}

/** The text without control characters and without the instructions of fields, whose results stay. */
function withoutFields(text: string): string {
  const [before = "", ...fields] = text.split(FIELD_BEGIN);
  const results = fields.map((field) => field.slice(field.indexOf(FIELD_RESULT) + 1));
  return [before, ...results].join("").replace(/\p{Cc}/gu, "");
}

function placeAt(runs: readonly ParagraphRun[], byte: number): ParagraphRun["place"] | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run && run.from <= byte && byte < run.to ? run.place : undefined;
}
