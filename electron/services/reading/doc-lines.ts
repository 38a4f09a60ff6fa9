/** Text of an old Word file (.doc, and .wps that is one inside), its automatic numbers written out. */
import WordExtractor from "word-extractor";
import type { DroppedLine, SourceLine, SourceLines } from "../../../src/core/reading/plan-reading.ts";
import {
  automaticNumbers,
  type NumberedParagraph,
} from "../../../src/formats/word-binary/automatic-numbers.ts";
import { isEncryptedDoc } from "./encrypted-doc.ts";
import { labelLines } from "./label-lines.ts";

export type DocLines =
  | { readonly ok: true; readonly source: SourceLines }
  | { readonly ok: false; readonly code: "damaged"; readonly detail: string };

/** Without this the reader turns “ ” and — into their ASCII stand-ins. */
const AS_TYPED = { filterUnicode: false };

/** Reads body, footnotes and page headers; what stands beside the body is listed. */
export async function docLines(bytes: Uint8Array): Promise<DocLines> {
  if (isEncryptedDoc(bytes)) return { ok: false, code: "damaged", detail: "encrypted: fEncrypted is set" };
  try {
    const document = await new WordExtractor().extract(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
    const body = labelLines(splitLines(document.getBody(AS_TYPED)), numbersIn(bytes));
    const lines: SourceLine[] = body.lines.map((text, index) => ({ number: index + 1, text }));
    const aside: DroppedLine[] = [];
    const beside = (reason: string, text: string) => {
      for (const line of splitLines(text).filter((entry) => entry.trim() !== "")) {
        lines.push({ number: lines.length + 1, text: "" });
        aside.push({ line: lines.length, text: line, reason });
      }
    };
    beside("footnote", document.getFootnotes(AS_TYPED));
    beside("footnote", document.getEndnotes(AS_TYPED));
    beside("comment", document.getAnnotations(AS_TYPED));
    beside("page-header", document.getHeaders({ ...AS_TYPED, includeFooters: true }));
    if (document.getTextboxes) beside("text-box", document.getTextboxes(AS_TYPED));
    return { ok: true, source: { lines, notices: numbersNoticed(body.count), aside } };
  } catch (error) {
    return { ok: false, code: "damaged", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Numbers that cannot be read leave the text as it is; levels are then told by place. */
function numbersIn(bytes: Uint8Array): readonly NumberedParagraph[] {
  try {
    return automaticNumbers(bytes);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function numbersNoticed(count: number): SourceLines["notices"] {
  if (count === 0) return [];
  return [
    { code: "automatic-numbers", line: null, block: null, before: "", after: "", certain: true, count },
  ];
}

const CELL_END = "\u0007";

/** Word ends paragraphs with CR, cells with BEL; the reader turns most of them into LF. */
function splitLines(text: string): readonly string[] {
  return text.replaceAll(CELL_END, "\n").split(/\r\n|[\n\r\v\f]/);
}
