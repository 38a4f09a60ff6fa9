/** Composed documents as files of other programs, and as the lines that readers of lossy formats give. */
import { strToU8, zipSync } from "fflate";
import type { SourceLines } from "../../src/core/reading/plan-reading.ts";
import { readPdf } from "../../src/formats/pdf/read-pdf.ts";
import { body, level, numbered, numbering, p, r, row, table, uses } from "./word-parts.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** HTML as Word writes it: numbers and Latin text in spans of their own, tags in upper case, no quotes. */
export function wordHtml(lines: readonly string[]): string {
  const paragraphs = lines.map((line) => {
    const inside = escaped(line.trim()).replace(
      /[0-9A-Za-z.%]+/g,
      (run) => `<SPAN lang=EN-US style="mso-bidi-font-size: 10.5pt">${run}</SPAN>`,
    );
    const bold = /^[一二三四五六七八九十]+、/.test(line)
      ? `<B style="mso-bidi-font-weight: normal">${inside}</B>`
      : inside;
    return `<P class=MsoNormal style="TEXT-INDENT: 32pt; mso-char-indent-count: 2.0"><SPAN\nstyle="FONT-FAMILY: 仿宋_GB2312">${bold}</SPAN><SPAN lang=EN-US><?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" /><o:p></o:p></SPAN></P>`;
  });
  return `<HTML><HEAD><META content="text/html; charset=utf-8"></HEAD><BODY>${paragraphs.join("\n<P class=MsoNormal><o:p>&nbsp;</o:p></P>\n")}</BODY></HTML>`;
}

/** Page of a government site: menu, breadcrumb, article, footer. */
export function sitePage(
  lines: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string {
  const block = (name: string, texts: readonly string[]) =>
    `<div class="${name}">${texts.map((text) => `<div>${escaped(text)}</div>`).join("")}</div>`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body><ul class="menu"><li><a href="/">网站首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul>${block("head", before)}<div class="TRS_Editor">${lines.map((line) => `<p style="text-indent:2em">&emsp;&emsp;${escaped(line)}</p>`).join("\n")}</div>${block("foot", after)}</body></html>`;
}

const LEVELS: readonly { readonly pattern: RegExp; readonly level: number }[] = [
  { pattern: /^[一二三四五六七八九十]{1,3}、/, level: 0 },
  { pattern: /^（[一二三四五六七八九十]{1,3}）/, level: 1 },
  { pattern: /^\d{1,2}\./, level: 2 },
];

/** A .docx whose numbers are automatic; lines of cells joined by tabs are a table. */
export function numberedDocx(lines: readonly string[]): Uint8Array {
  const content: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) content.push(table(...rows));
    rows = [];
  };
  for (const line of lines) {
    if (line.includes("\t")) {
      rows.push(row(...line.split("\t").map((cell) => p(r(escaped(cell))))));
      continue;
    }
    flush();
    const found = LEVELS.find(({ pattern }) => pattern.test(line));
    const text = found ? line.replace(found.pattern, "") : line;
    content.push(p(r(escaped(text)), found ? numbered(1, found.level) : ""));
  }
  flush();
  const levels = [
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
  ];
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(body(...content)),
    "word/numbering.xml": strToU8(numbering({ 1: levels }, { 1: uses(1) })),
  });
}

/** What the reader of old Word files gives where numbers were automatic: the text without them. */
export function docLines(lines: readonly string[]): SourceLines {
  const texts = lines
    .flatMap((line) => line.split("\t"))
    .map((line) => LEVELS.reduce((text, { pattern }) => text.replace(pattern, ""), line));
  return { lines: texts.map((text, index) => ({ number: index + 1, text })), notices: [] };
}

const SIZE = 16;
const LINE = 28;
const LINES = 22;

/** Pages of 22 lines of 28 characters with page numbers, as PDF.js gives their runs. */
export function pdfSource(lines: readonly string[]): SourceLines {
  const printed: { readonly text: string; readonly indent: number }[] = [];
  for (const line of lines) {
    const centred = line.startsWith("\u3000\u3000\u3000");
    let rest = line.trim();
    let indent = centred ? Math.max(0, LINE - rest.length - 4) : 2;
    while (rest !== "") {
      let end = LINE - indent;
      while (/[，。、；：）”》]/.test(rest.charAt(end))) end += 1;
      printed.push({ text: rest.slice(0, end), indent });
      rest = rest.slice(end);
      indent = 0;
    }
  }
  const pages = Array.from({ length: Math.ceil(printed.length / LINES) }, (_, number) => ({
    height: 842,
    runs: [
      ...printed.slice(number * LINES, (number + 1) * LINES).map(({ text, indent }, index) => ({
        text,
        x: 79 + indent * SIZE,
        y: 730 - index * 28,
        width: text.length * SIZE,
        size: SIZE,
      })),
      { text: `— ${number + 1} —`, x: 270, y: 60, width: 50, size: 14 },
    ],
  }));
  return readPdf(pages);
}
