/** A reader of DOCX files that shares nothing with their writer: the zip directory by hand, the XML by pattern. */
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;

/** Names of the parts and their bytes as text. */
export function docxParts(docx: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(docx);
  const end = file.lastIndexOf(Buffer.from(Uint32Array.of(END_OF_DIRECTORY).buffer));
  if (end < 0) throw new Error("not a zip file");
  const parts = new Map<string, string>();
  let entry = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (file.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error("damaged zip directory");
    const size = file.readUInt32LE(entry + 20);
    const nameLength = file.readUInt16LE(entry + 28);
    const local = file.readUInt32LE(entry + 42);
    const name = file.toString("utf8", entry + 46, entry + 46 + nameLength);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(start, start + size);
    parts.set(
      name,
      (file.readUInt16LE(entry + 10) === STORED ? content : inflateRawSync(content)).toString("utf8"),
    );
    entry += 46 + nameLength + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32);
  }
  return parts;
}

/** One part as text; throws where the file has none of that name. */
export function docxPart(docx: Uint8Array, name: string): string {
  const part = docxParts(docx).get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
}

export interface ReadParagraph {
  /** Name of the style as the user sees it. */
  readonly style: string;
  /** Line breaks as `\n`. */
  readonly text: string;
  readonly xml: string;
}

/** Paragraphs of the body with the names of their styles. */
export function docxParagraphs(docx: Uint8Array): readonly ReadParagraph[] {
  const parts = docxParts(docx);
  const names = styleNames(parts.get("word/styles.xml") ?? "");
  const body = parts.get("word/document.xml") ?? "";
  return [...body.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => {
    const id = /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? "";
    return { style: names.get(id) ?? id, text: textOf(xml), xml };
  });
}

/** Text of all paragraphs that have any. */
export function docxTexts(docx: Uint8Array): readonly string[] {
  return docxParagraphs(docx)
    .map((paragraph) => paragraph.text)
    .filter((text) => text !== "");
}

function styleNames(styles: string): ReadonlyMap<string, string> {
  const found = styles.matchAll(/w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)"/g);
  return new Map([...found].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br)\/>/g)]
    .map((match) => (match[2] ? "\n" : decoded(match[1] ?? "")))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
