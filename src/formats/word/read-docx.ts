/** Unzipped parts of a .docx → lines: automatic numbers written out, tracked changes settled, nothing lost silently. */
import type {
  DroppedLine,
  LineHint,
  ReadingNotice,
  SourceLine,
  SourceLines,
} from "../../core/reading/plan-reading.ts";
import { MAX_LINE_CHARACTERS } from "./limits.ts";
import { createNumberCounter, NO_NUMBERING, readNumbering } from "./numbering.ts";
import { readStory, type StoryParagraph } from "./story.ts";
import { NO_STYLES, readStyles } from "./styles.ts";
import { visitXml, XmlError } from "./xml.ts";

/** Text of the parts of a package by name (`word/document.xml`), as the guarded unzip gives them. */
export type PackageParts = ReadonlyMap<string, string>;

export type DocxReading =
  | { readonly ok: true; readonly source: SourceLines }
  | { readonly ok: false; readonly code: "damaged" | "unsupported-format"; readonly detail: string };

const OFFICE_DOCUMENT = /\/officeDocument$/;
const DOCUMENT_TYPE =
  /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml|wordprocessingml\.template\.main\+xml/;

/** Reads a Word document. Macros, linked files and embedded objects are never looked at. */
export function readDocx(parts: PackageParts): DocxReading {
  try {
    const main = mainPart(parts);
    const document = main === null ? undefined : parts.get(main);
    if (main === null || document === undefined) return refuse(parts);
    return { ok: true, source: readDocument(parts, main, document) };
  } catch (error) {
    if (error instanceof XmlError) return { ok: false, code: "damaged", detail: error.message };
    throw error;
  }
}

function refuse(parts: PackageParts): DocxReading {
  const types = parts.get("[Content_Types].xml") ?? "";
  const other = types !== "" && !DOCUMENT_TYPE.test(types);
  return {
    ok: false,
    code: other ? "unsupported-format" : "damaged",
    detail: "the package has no Word document part",
  };
}

/** Name of the main part, from the package's relationships; the usual name where they are missing. */
function mainPart(parts: PackageParts): string | null {
  const relationships = parts.get("_rels/.rels");
  let target: string | null = null;
  if (relationships !== undefined) {
    visitXml(relationships, {
      open(name, attributes) {
        if (name !== "Relationship" || !OFFICE_DOCUMENT.test(attributes["Type"] ?? "")) return;
        if (attributes["TargetMode"] !== "External") target = (attributes["Target"] ?? "").replace(/^\//, "");
      },
    });
  }
  const name = target ?? "word/document.xml";
  return name.endsWith("document.xml") || parts.has(name) ? name : null;
}

function readDocument(parts: PackageParts, main: string, document: string): SourceLines {
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const styles = parts.get(`${folder}styles.xml`);
  const numbering = parts.get(`${folder}numbering.xml`);
  const sheet = styles === undefined ? NO_STYLES : readStyles(styles);
  const counter = createNumberCounter(numbering === undefined ? NO_NUMBERING : readNumbering(numbering));
  const body = readStory(document, sheet, counter);

  const lines: SourceLine[] = [];
  const aside: DroppedLine[] = [];
  let numbered = 0;
  let boxes = 0;
  for (const paragraph of body.paragraphs) {
    if (paragraph.numbered) numbered += 1;
    if (paragraph.box && paragraph.text.trim() !== "") boxes += 1;
    for (const text of linesOf(paragraph)) {
      const number = lines.length + 1;
      lines.push({ number, text, hint: hintOf(paragraph) });
      // The line keeps its number but is empty, so that reading passes over it and the drafter can put it back.
      if (paragraph.contents && text.trim() !== "") {
        aside.push({ line: number, text, reason: "contents" });
        lines[number - 1] = { number, text: "" };
      }
    }
  }
  const beside = (reason: string, texts: readonly string[]) => {
    for (const text of texts) {
      if (text.trim() === "") continue;
      lines.push({ number: lines.length + 1, text: "" });
      aside.push({ line: lines.length, text, reason });
    }
  };
  beside("tracked-deletion", body.deletions);
  beside("hidden-text", body.hiddenText);
  for (const [reason, pattern] of STORIES) {
    for (const [name, xml] of parts) {
      if (!name.startsWith(folder) || !pattern.test(name.slice(folder.length))) continue;
      const story = readStory(xml, sheet, createNumberCounter(NO_NUMBERING));
      beside(
        reason,
        story.paragraphs.map((paragraph) => paragraph.text),
      );
    }
  }
  const notices = [
    notice("automatic-numbers", numbered),
    notice("tracked-insertions", body.insertions),
    notice("tracked-deletions", body.deletions.length),
    notice("text-boxes", boxes),
  ].filter((entry) => entry !== null);
  return { lines, notices, aside };
}

/** Stories beside the body, in the order in which they are listed. */
const STORIES: readonly (readonly [reason: string, part: RegExp])[] = [
  ["footnote", /^(?:footnotes|endnotes)\d*\.xml$/],
  ["comment", /^comments\d*\.xml$/],
  ["page-header", /^(?:header|footer)\d*\.xml$/],
];

/** Lines of a paragraph: line breaks inside it separate lines, and a line has a greatest length. */
function linesOf(paragraph: StoryParagraph): readonly string[] {
  if (paragraph.table) return [paragraph.text];
  return paragraph.text.split("\n").flatMap((line) => {
    if (line.length <= MAX_LINE_CHARACTERS) return [line];
    const pieces: string[] = [];
    for (let from = 0; from < line.length; from += MAX_LINE_CHARACTERS)
      pieces.push(line.slice(from, from + MAX_LINE_CHARACTERS));
    return pieces;
  });
}

function hintOf(paragraph: StoryParagraph): LineHint {
  return { outlineLevel: paragraph.outlineLevel, bold: paragraph.bold, table: paragraph.table };
}

function notice(code: string, count: number): ReadingNotice | null {
  return count === 0 ? null : { code, line: null, block: null, before: "", after: "", certain: true, count };
}
