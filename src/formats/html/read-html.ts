/** Saved or pasted web pages and Word's HTML → lines. Nothing is rendered, fetched or run; markup is only read. */
import { Parser } from "htmlparser2";
import type {
  DroppedLine,
  LineHint,
  ReadingNotice,
  SourceLine,
  SourceLines,
} from "../../core/reading/plan-reading.ts";
import {
  BLOCKS,
  type ElementAttributes,
  isBold,
  outlineLevelOf,
  type Unread,
  unreadReason,
} from "./html-elements.ts";

/** Elements inside each other beyond this depth are read as their text. */
export const MAX_HTML_DEPTH = 4_096;
/** Longest line; a longer one is cut into several so that nothing is lost. */
export const MAX_HTML_LINE = 100_000;
/** A cell with more lines than this holds a page, not a figure: its table is layout. */
const MAX_CELL_LINES = 40;

/** Reads HTML text. A line is what a browser would show as one; a table with columns gives a line for each row. */
export function readHtml(html: string): SourceLines {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return reader.result();
}

interface OpenElement {
  readonly name: string;
  readonly bold: boolean;
  readonly unread: Unread | null;
  readonly outlineLevel: number | null;
}

interface OpenList {
  readonly ordered: boolean;
  next: number;
}

interface PageLine {
  readonly text: string;
  readonly hint: LineHint;
  /** Set for text that is not part of the document. */
  readonly unread: Unread | null;
}

interface OpenTable {
  readonly rows: PageLine[][][];
}

/** State of the walk: a class, since opening, text and closing share it. */
class HtmlReader {
  readonly #elements: OpenElement[] = [];
  readonly #lists: OpenList[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #lines: PageLine[] = [];
  #tooDeep = 0;
  #text = "";
  #aside = "";
  #characters = 0;
  #boldCharacters = 0;
  #numbered = 0;
  #deletions = 0;
  #tableCount = 0;

  open(name: string, attributes: ElementAttributes): void {
    if (name === "br") {
      this.#endLine();
      return;
    }
    if (this.#elements.length >= MAX_HTML_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    if (BLOCKS.has(name)) this.#endLine();
    const outer = this.#elements.at(-1);
    const unread = outer?.unread ?? unreadReason(name, attributes);
    this.#elements.push({
      name,
      unread,
      bold: outer?.bold === true || isBold(name, attributes),
      outlineLevel: outlineLevelOf(name) ?? outer?.outlineLevel ?? null,
    });
    if (unread === null) this.#openStructure(name, attributes);
  }

  text(text: string): void {
    const element = this.#elements.at(-1);
    if (element?.unread === "invisible") return;
    if (element?.unread) {
      this.#aside += text;
      return;
    }
    const visible = text.replace(/\s/g, "").length;
    this.#text += text;
    this.#characters += visible;
    if (element?.bold) this.#boldCharacters += visible;
  }

  close(name: string): void {
    if (name === "br") return;
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const at = this.#elements.findLastIndex((element) => element.name === name);
    const closed = this.#elements[at];
    if (!closed) return;
    if (BLOCKS.has(name)) this.#endLine();
    // Text that is not read ends with the element that made it so, not with the links inside it.
    if (this.#elements[at - 1]?.unread == null) this.#endAside(closed.unread);
    this.#elements.length = at;
    if (closed.unread !== null) return;
    if (name === "ol" || name === "ul") this.#lists.pop();
    else if (name === "table") this.#closeTable();
  }

  result(): SourceLines {
    this.#endLine();
    while (this.#tables.length > 0) this.#closeTable();
    const lines: SourceLine[] = [];
    const aside: DroppedLine[] = [];
    for (const { text, hint, unread } of this.#lines) {
      const number = lines.length + 1;
      lines.push({ number, text: unread ? "" : text, hint });
      if (unread) aside.push({ line: number, text, reason: unread });
    }
    const notices = [
      counted("automatic-numbers", this.#numbered),
      counted("tracked-deletions", this.#deletions),
    ].filter((notice) => notice !== null);
    return { lines, notices, aside };
  }

  #openStructure(name: string, attributes: ElementAttributes): void {
    if (name === "ol" || name === "ul") {
      this.#lists.push({ ordered: name === "ol", next: Number(attributes["start"] ?? 1) || 1 });
    } else if (name === "li") {
      this.#openListItem(attributes);
    } else if (name === "table") {
      this.#tables.push({ rows: [] });
    } else if (name === "tr") {
      this.#tables.at(-1)?.rows.push([]);
    } else if (name === "td" || name === "th") {
      this.#tables.at(-1)?.rows.at(-1)?.push([]);
    }
  }

  /** The number that a browser shows before an item of an ordered list is written out. */
  #openListItem(attributes: ElementAttributes): void {
    const list = this.#lists.at(-1);
    if (!list?.ordered) return;
    const value = Number(attributes["value"] ?? Number.NaN);
    if (Number.isInteger(value)) list.next = value;
    this.#text = `${list.next}.`;
    list.next += 1;
    this.#numbered += 1;
  }

  #endLine(): void {
    const text = tidy(this.#text);
    const bold = this.#characters > 0 && this.#boldCharacters === this.#characters;
    this.#text = "";
    this.#characters = 0;
    this.#boldCharacters = 0;
    this.#endAside(this.#elements.at(-1)?.unread ?? null);
    const hint = { outlineLevel: this.#elements.at(-1)?.outlineLevel ?? null, bold, table: null };
    for (let from = 0; from < text.length; from += MAX_HTML_LINE) {
      this.#emit({ text: text.slice(from, from + MAX_HTML_LINE), hint, unread: null });
    }
  }

  #endAside(unread: Unread | null): void {
    const text = tidy(this.#aside);
    this.#aside = "";
    if (text === "" || unread === null) return;
    if (unread === "tracked-deletion") this.#deletions += 1;
    this.#emit({ text, hint: { outlineLevel: null, bold: false, table: null }, unread });
  }

  #emit(line: PageLine): void {
    const cell = this.#tables.at(-1)?.rows.at(-1)?.at(-1);
    (cell ?? this.#lines).push(line);
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    if (isLayout(table)) {
      for (const line of table.rows.flat(2)) this.#emit(line);
      return;
    }
    this.#tableCount += 1;
    for (const [row, cells] of table.rows.entries()) {
      const texts = cells.map((cell) => cell.map((line) => line.text).join("\n"));
      if (texts.every((text) => text === "")) continue;
      this.#emit({
        text: texts.map((text) => text.replace(/[\t\n]+/g, " ")).join("\t"),
        hint: { outlineLevel: null, bold: false, table: { table: this.#tableCount, row, cells: texts } },
        unread: null,
      });
    }
  }
}

/** Old sites set whole pages in tables: one column, one row, or a cell that holds a page or a table is layout. */
function isLayout(table: OpenTable): boolean {
  const rows = table.rows.filter((row) => row.length > 1);
  if (rows.length < 2) return true;
  return rows.some((row) =>
    row.some((cell) => cell.length > MAX_CELL_LINES || cell.some((line) => line.hint.table !== null)),
  );
}

const HAN = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f\\u201c\\u201d";
const BREAK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])[ \\t]*\\r?\\n\\s*(?=[${HAN}])`, "g");

/** White space as a browser shows it; a line break in the markup between Chinese characters is not even a space. */
function tidy(text: string): string {
  return text
    .replace(BREAK_BETWEEN_HAN, "")
    .replace(/[ \t\r\n\f]+/g, " ")
    .replace(/^ +| +$/g, "");
}

function counted(code: string, count: number): ReadingNotice | null {
  return count === 0 ? null : { code, line: null, block: null, before: "", after: "", certain: true, count };
}
