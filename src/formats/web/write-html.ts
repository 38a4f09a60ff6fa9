/** An official document as a web page: semantic, in one file, without scripts and without anything from elsewhere. */
import {
  type ElementRole,
  type OfficialDocument,
  type OfficialElement,
  type OfficialTable,
  textOf,
} from "../docx/official-document.ts";

/** A whole page: doctype, title, a few rules of style, and the fragment of `htmlFragment`. */
export function writeHtml(document: OfficialDocument): string {
  return [
    "<!DOCTYPE html>",
    '<html lang="zh-CN">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(document.title)}</title>`,
    ...(document.issuer === "" ? [] : [`<meta name="author" content="${escaped(document.issuer)}">`]),
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    htmlFragment(document),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/**
 * The document as one `article`, for a page that exists or for the clipboard. Ordinals are written out; a heading that
 * runs into its text is the strong beginning of a paragraph; whatever begins a page in print is a section.
 */
export function htmlFragment(document: OfficialDocument): string {
  const sections: string[][] = [[]];
  for (const element of document.elements) {
    if ((element.startsPage || element.pages) && sections.at(-1)?.length) sections.push([]);
    const html = htmlOf(element);
    if (html !== "") sections.at(-1)?.push(html);
  }
  const imprint = document.imprint.map(htmlOf);
  return [
    "<article>",
    ...sections.flatMap((lines) => ["<section>", ...lines, "</section>"]),
    ...(imprint.length === 0 ? [] : ["<footer>", ...imprint, "</footer>"]),
    "</article>",
  ].join("\n");
}

const STYLE =
  'body{max-width:42em;margin:2em auto;padding:0 1em;font-family:"FangSong","仿宋",serif;line-height:1.8;color:#000;background:#fff}' +
  "h1,.mark,.number{text-align:center}h1{font-size:1.5em}h2,h3,h4{font-size:1em;margin:0;text-indent:2em}h2{font-family:SimHei,黑体,sans-serif}h3{font-family:KaiTi,楷体,serif}" +
  "p{margin:0}.text{text-indent:2em;text-align:justify}.mark{color:#f00;font-size:2em}.signature{text-align:right;padding-right:2em}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.2em .5em;text-align:left}section+section{margin-top:3em}footer{border-top:1px solid;margin-top:3em}";

const HEADINGS: Partial<Readonly<Record<ElementRole, string>>> = {
  title: "h1",
  "part-heading": "h2",
  "level-1": "h2",
  "level-2": "h3",
  "level-3": "h4",
};
const CLASSES: Partial<Readonly<Record<ElementRole, string>>> = {
  "authority-mark": "mark",
  "joint-mark": "mark",
  "letter-mark": "mark",
  signatories: "number",
  "document-number": "number",
  "letter-number": "number",
  body: "text",
  "level-1": "text",
  "level-2": "text",
  "level-3": "text",
  "attachment-note": "text",
  note: "text",
  authority: "signature",
  date: "signature",
};

/** Empty for what is only there to place something in print. */
function htmlOf(element: OfficialElement): string {
  const { role, runs, table } = element;
  if (table) return table.bordered ? tableHtml(table) : markHtml(table);
  if (runs.length === 0) return "";
  const heading = HEADINGS[role];
  const isRunIn = runs.length > 1 && role.startsWith("level-");
  if (heading !== undefined && !isRunIn) return `<${heading}>${content(textOf(element))}</${heading}>`;
  const name = CLASSES[role];
  const [first, ...others] = runs;
  const text = isRunIn
    ? `<strong>${content(first?.text ?? "")}</strong>${content(others.map((run) => run.text).join(""))}`
    : content(textOf(element));
  return name === undefined ? `<p>${text}</p>` : `<p class="${name}">${text}</p>`;
}

function tableHtml({ rows, headRows }: OfficialTable): string {
  const row = (cells: OfficialTable["rows"][number], tag: "th" | "td") =>
    `<tr>${cells
      .map((cell) => `<${tag}>${cell.elements.map((each) => content(textOf(each))).join("<br>")}</${tag}>`)
      .join("")}</tr>`;
  const head = rows.slice(0, headRows).map((cells) => row(cells, "th"));
  const body = rows.slice(headRows).map((cells) => row(cells, "td"));
  return [
    "<table>",
    ...(head.length === 0 ? [] : ["<thead>", ...head, "</thead>"]),
    "<tbody>",
    ...body,
    "</tbody>",
    "</table>",
  ].join("\n");
}

/** The names of a joint mark below each other, 文件 behind the last. */
function markHtml({ rows }: OfficialTable): string {
  const texts = rows.flat().map((cell) => cell.elements.map(textOf).map(content).join("<br>"));
  return `<p class="mark">${texts.join(" ")}</p>`;
}

function content(text: string): string {
  return escaped(text).replace(/^\t+/, "").replaceAll(/\t+/g, "　").replaceAll("\n", "<br>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
