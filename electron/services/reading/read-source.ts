/** Bytes of any prior-year document → lines, by what the content is and never by the file's name. */
import type { SourceLines } from "../../../src/core/reading/plan-reading.ts";
import { readHtml } from "../../../src/formats/html/read-html.ts";
import { readPdf } from "../../../src/formats/pdf/read-pdf.ts";
import { readText } from "../../../src/formats/text/decode-text.ts";
import { readDocx } from "../../../src/formats/word/read-docx.ts";
import { ArchiveError, isZip, readArchive } from "../archive/open-archive.ts";
import { docLines } from "./doc-lines.ts";
import { pdfPages } from "./pdf-pages.ts";
import { withSimplified } from "./simplify.ts";
import { MAX_SOURCE_BYTES, MAX_SOURCE_LINES } from "./source-limits.ts";

export type SourceFailureCode = "empty-file" | "binary-file" | "too-large" | "unsupported-format" | "damaged";

export type ReadSource =
  | {
      readonly ok: true;
      readonly source: SourceLines;
      readonly format: "text" | "html" | "docx" | "doc" | "pdf";
    }
  /** `detail` begins with the kind of the matter, e.g. `ofd`, `encrypted`, `scan`, and is English after it. */
  | { readonly ok: false; readonly code: SourceFailureCode; readonly detail: string };

/** Reads a document. Never throws for what the bytes hold; the caller bounds time and memory by running it in a worker. */
export async function readSource(bytes: Uint8Array): Promise<ReadSource> {
  const read = await readBytes(bytes);
  if (read.ok && hasTooManyLines(read.source)) return failure("too-large", `lines: over ${MAX_SOURCE_LINES}`);
  return read.ok ? { ...read, source: await withSimplified(read.source) } : read;
}

function hasTooManyLines({ lines }: SourceLines): boolean {
  let count = 0;
  for (const { text } of lines) if (text.trim() !== "") count += 1;
  return count > MAX_SOURCE_LINES;
}

async function readBytes(bytes: Uint8Array): Promise<ReadSource> {
  if (bytes.byteLength > MAX_SOURCE_BYTES) return failure("too-large", `${bytes.byteLength} bytes`);
  if (isZip(bytes)) return readPackage(bytes);
  const text = readText(bytes);
  if (text.ok) return textOrHtml(text.source);
  if (text.code !== "unsupported-format") return failure(text.code, text.detail);
  if (text.detail === "pdf") return readPdfFile(bytes);
  if (text.detail === "doc" || text.detail === "wps") return readDocFile(bytes);
  return failure("unsupported-format", text.detail);
}

const HTML = /<(?:!doctype\s+html|html|body|div|p|table|span|h[1-6]|br|meta|center|font)\b[^>]*>/i;
/** A page with its pictures in one file (.mht): its text is encoded, and may be anything. */
const WEB_ARCHIVE = /^(?:From: <Saved by|MIME-Version: 1\.0|Content-Type: multipart\/related)/im;
/** Markup must show within this many characters, and a page closes tags; a plan that speaks of `<p>` does neither. */
const HTML_HEAD = 4_096;

function textOrHtml(source: SourceLines): ReadSource {
  const whole = source.lines.map((line) => line.text).join("\n");
  if (WEB_ARCHIVE.test(whole.slice(0, HTML_HEAD))) return failure("unsupported-format", "mht");
  const isPage = HTML.test(whole.slice(0, HTML_HEAD)) && /<\/(?:p|div|td|body|html|span)\s*>/i.test(whole);
  if (!isPage) return { ok: true, source, format: "text" };
  const page = readHtml(whole);
  return { ok: true, format: "html", source: { ...page, notices: [...source.notices, ...page.notices] } };
}

const WORD_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml)$/;

async function readPackage(bytes: Uint8Array): Promise<ReadSource> {
  try {
    const entries = await readArchive(
      bytes,
      (name) => WORD_PART.test(name) || name === "OFD.xml" || name === "mimetype",
    );
    if (!entries.has("word/document.xml")) {
      const text = readText(bytes);
      const format = text.ok ? "zip" : text.detail;
      return failure("unsupported-format", format === "docx" ? "zip" : format);
    }
    const decoder = new TextDecoder("utf-8");
    const parts = new Map([...entries].map(([name, content]) => [name, decoder.decode(content)]));
    const reading = readDocx(parts);
    return reading.ok
      ? { ok: true, source: reading.source, format: "docx" }
      : failure(reading.code, reading.detail);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    const code =
      error.reason === "too-large" || error.reason === "bomb" || error.reason === "too-many-entries"
        ? "too-large"
        : "damaged";
    return failure(code, `${error.reason}: ${error.message}`);
  }
}

async function readPdfFile(bytes: Uint8Array): Promise<ReadSource> {
  const pdf = await pdfPages(bytes);
  if (!pdf.ok) return failure(pdf.code === "encrypted" ? "damaged" : pdf.code, `${pdf.code}: ${pdf.detail}`);
  const source = readPdf(pdf.pages);
  if (source.lines.length === 0) return failure("unsupported-format", "scan");
  return { ok: true, source, format: "pdf" };
}

async function readDocFile(bytes: Uint8Array): Promise<ReadSource> {
  const doc = await docLines(bytes);
  return doc.ok ? { ok: true, source: doc.source, format: "doc" } : failure(doc.code, doc.detail);
}

function failure(code: SourceFailureCode, detail: string): ReadSource {
  return { ok: false, code, detail };
}
