/** LibreOffice and poppler as a reader of exported files: pages, lines and their places in millimetres. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fontEnvironment } from "./fonts.ts";

const run = promisify(execFile);
const OUTPUT_LIMIT = 1 << 28;
const MILLIMETRES_PER_POINT = 25.4 / 72;
/** Words whose middles lie closer than this stand on one line, in millimetres. */
const SAME_LINE = 2;

export interface PdfLine {
  /** Words of the line from left to right, without spaces between them. */
  readonly text: string;
  /** Millimetres from the left edge of the page. */
  readonly left: number;
  readonly right: number;
  /** Millimetres from the upper edge of the page. */
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  /** Every word by itself, for text that does not run across the page. */
  readonly words: readonly PdfLine[];
}

/** Turns documents into PDF with one LibreOffice profile of its own; `close` removes everything. */
export interface Renderer {
  /** Path of the PDF. */
  readonly toPdf: (docx: Uint8Array, name: string) => Promise<string>;
  /** The document as LibreOffice saves it after opening it. */
  readonly resaved: (docx: Uint8Array, name: string) => Promise<Uint8Array>;
  /** Documents by name in another format, by one run of LibreOffice. */
  readonly converted: (
    documents: ReadonlyMap<string, Uint8Array>,
    format: "docx" | "doc" | "pdf" | "html",
  ) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly close: () => Promise<void>;
}

export async function startRenderer(): Promise<Renderer> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-render-"));
  const environment = { ...process.env, ...(await fontEnvironment(folder)) };
  const convert = async (docx: Uint8Array, name: string, format: "pdf" | "docx") => {
    const input = join(folder, `${name}.docx`);
    const output = join(folder, format);
    await writeFile(input, docx);
    await run(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        output,
        input,
      ],
      { env: environment, maxBuffer: OUTPUT_LIMIT },
    );
    return join(output, `${name}.${format}`);
  };
  return {
    toPdf: (docx, name) => convert(docx, name, "pdf"),
    resaved: async (docx, name) => new Uint8Array(await readFile(await convert(docx, name, "docx"))),
    async converted(documents, format) {
      const names = [...documents.keys()];
      for (const [name, bytes] of documents) await writeFile(join(folder, `${name}.docx`), bytes);
      const output = join(folder, `many-${format}`);
      const inputs = names.map((name) => join(folder, `${name}.docx`));
      await run(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          format,
          "--outdir",
          output,
          ...inputs,
        ],
        { env: environment, maxBuffer: OUTPUT_LIMIT },
      );
      const read = async (name: string) => new Uint8Array(await readFile(join(output, `${name}.${format}`)));
      return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Pages of a PDF with their lines from top to bottom. */
export async function pdfPages(file: string): Promise<readonly PdfPage[]> {
  const { stdout } = await run("pdftotext", ["-bbox", file, "-"], { maxBuffer: OUTPUT_LIMIT });
  return stdout
    .split("<page ")
    .slice(1)
    .map((page) => ({
      width: millimetres(/width="([\d.]+)"/.exec(page)?.[1]),
      height: millimetres(/height="([\d.]+)"/.exec(page)?.[1]),
      lines: linesOf(wordsOf(page)),
      words: wordsOf(page),
    }));
}

/** Writes the pages as PNG into `folder`, which git ignores, for the eye; gives their paths. */
export async function pdfImages(
  file: string,
  folder: string,
  name: string,
  dotsPerInch = 80,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  await run("pdftoppm", ["-r", String(dotsPerInch), "-png", file, join(folder, name)]);
  const files = await readdir(folder);
  return files.filter((each) => each.startsWith(`${name}-`)).map((each) => join(folder, each));
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;

function wordsOf(page: string): readonly PdfLine[] {
  return [...page.matchAll(WORD)].map(
    ([, left, top, right, bottom, text]): PdfLine => ({
      text: decoded(text ?? ""),
      left: millimetres(left),
      right: millimetres(right),
      top: millimetres(top),
      bottom: millimetres(bottom),
    }),
  );
}

function linesOf(words: readonly PdfLine[]): readonly PdfLine[] {
  const rows: PdfLine[][] = [];
  for (const word of words) {
    const row = rows.find(([first]) => first && Math.abs(middle(first) - middle(word)) < SAME_LINE);
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows
    .map((row) => {
      const ordered = row.toSorted((a, b) => a.left - b.left);
      return {
        text: ordered.map((word) => word.text).join(""),
        left: Math.min(...row.map((word) => word.left)),
        right: Math.max(...row.map((word) => word.right)),
        top: Math.min(...row.map((word) => word.top)),
        bottom: Math.max(...row.map((word) => word.bottom)),
      };
    })
    .sort((a, b) => a.top - b.top);
}

function middle(word: PdfLine): number {
  return (word.top + word.bottom) / 2;
}

function millimetres(points: string | undefined): number {
  return Number(points) * MILLIMETRES_PER_POINT;
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
