/** One story of a Word document (body, footnotes, a page header) as paragraphs and table rows in reading order. */
import { MAX_TABLE_DEPTH } from "./limits.ts";
import type { createNumberCounter } from "./numbering.ts";
import { type ParagraphStyle, PLAIN_STYLE, type StyleSheet } from "./styles.ts";
import { type Attributes, visitXml } from "./xml.ts";

export interface StoryParagraph {
  readonly text: string;
  readonly outlineLevel: number | null;
  readonly bold: boolean;
  /** Whether the text begins with an automatic number that was written out. */
  readonly numbered: boolean;
  /** Inside a table of contents. */
  readonly contents: boolean;
  /** Inside a text box. */
  readonly box: boolean;
  readonly table: { readonly table: number; readonly row: number; readonly cells: readonly string[] } | null;
}

export interface Story {
  readonly paragraphs: readonly StoryParagraph[];
  /** Text of tracked deletions, in order: it is out of the document. */
  readonly deletions: readonly string[];
  /** Number of tracked insertions, which are taken as accepted. */
  readonly insertions: number;
  readonly hiddenText: readonly string[];
}

interface OpenParagraph {
  text: string;
  label: string;
  styleId: string | null;
  outlineLevel: number | null;
  numId: string | null;
  level: number | null;
  boldCharacters: number;
  characters: number;
  boxes: StoryParagraph[];
  contents: boolean;
}

interface OpenTable {
  readonly rows: StoryParagraph[][][];
}

interface OpenRun {
  bold: boolean | null;
  hidden: boolean;
}

/** Elements whose content is the state before a tracked change of formatting, or an alternative already read. */
const SKIPPED = new Set([
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
  "w:tblPrChange",
  "w:tcPrChange",
  "w:trPrChange",
  "w:numberingChange",
  "mc:Fallback",
  "w:instrText",
  "w:delInstrText",
]);
const DELETED = new Set(["w:del", "w:moveFrom"]);
const INSERTED = new Set(["w:ins", "w:moveTo"]);

/** Reads a story. `counter` counts on through the whole document, so stories are read in document order. */
export function readStory(
  xml: string,
  sheet: StyleSheet,
  counter: ReturnType<typeof createNumberCounter>,
): Story {
  const reader = new StoryReader(sheet, counter);
  visitXml(xml, reader);
  return reader.story();
}

/** State of the walk: a class, since the visitor's methods share a dozen counters. */
class StoryReader {
  readonly #sheet: StyleSheet;
  readonly #counter: ReturnType<typeof createNumberCounter>;
  readonly #done: StoryParagraph[] = [];
  readonly #deletions: string[] = [];
  readonly #hidden: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #runs: OpenRun[] = [];
  /** For each open text box, the number of paragraphs and tables that were open around it. */
  readonly #boxes: { paragraphs: number; tables: number; done: StoryParagraph[] }[] = [];
  /** Nested fields: the instruction read so far, and whether its result has begun. */
  readonly #fields: { instruction: string; result: boolean }[] = [];
  #insertions = 0;
  #skip = 0;
  #deleted = 0;
  #deletion = "";
  #contentsBlocks = 0;
  readonly #blockIsContents: boolean[] = [];
  #inText = false;
  #inDeletedText = false;
  #inInstruction = false;
  #tableCount = 0;

  constructor(sheet: StyleSheet, counter: ReturnType<typeof createNumberCounter>) {
    this.#sheet = sheet;
    this.#counter = counter;
  }

  story(): Story {
    return {
      paragraphs: this.#done,
      deletions: this.#deletions,
      insertions: this.#insertions,
      hiddenText: this.#hidden,
    };
  }

  open = (name: string, attributes: Attributes): void => {
    if (name === "w:instrText" && this.#skip === 0) this.#inInstruction = true;
    if (this.#skip > 0 || SKIPPED.has(name)) {
      this.#skip += 1;
      return;
    }
    if (DELETED.has(name)) this.#deleted += 1;
    if (INSERTED.has(name)) this.#insertions += 1;
    switch (name) {
      case "w:p":
        this.#paragraphs.push({
          text: "",
          label: "",
          styleId: null,
          outlineLevel: null,
          numId: null,
          level: null,
          boldCharacters: 0,
          characters: 0,
          boxes: [],
          contents: this.#contentsBlocks > 0,
        });
        break;
      case "w:r":
        this.#runs.push({ bold: null, hidden: false });
        break;
      case "w:t":
        this.#inText = true;
        break;
      case "w:delText":
        this.#inDeletedText = true;
        break;
      case "w:tbl":
        this.#tables.push({ rows: [] });
        break;
      case "w:tr":
        this.#tables.at(-1)?.rows.push([]);
        break;
      case "w:tc":
        this.#tables.at(-1)?.rows.at(-1)?.push([]);
        break;
      case "w:txbxContent":
        this.#boxes.push({ paragraphs: this.#paragraphs.length, tables: this.#tables.length, done: [] });
        break;
      case "w:sdt":
        this.#blockIsContents.push(false);
        break;
      case "w:docPartGallery":
        this.#markContents(attributes["w:val"] ?? "");
        break;
      default:
        this.#property(name, attributes);
    }
  };

  text = (text: string): void => {
    if (this.#inInstruction) {
      const field = this.#fields.at(-1);
      if (field) field.instruction += text;
    }
    if (this.#skip > 0) return;
    if (this.#inDeletedText || (this.#deleted > 0 && this.#inText)) this.#deletion += text;
    else if (this.#inText) this.#append(text);
  };

  close = (name: string): void => {
    if (name === "w:instrText") this.#inInstruction = false;
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (DELETED.has(name)) {
      this.#deleted -= 1;
      if (this.#deleted === 0 && this.#deletion !== "") {
        this.#deletions.push(this.#deletion);
        this.#deletion = "";
      }
    }
    if (name === "w:t") this.#inText = false;
    else if (name === "w:delText") this.#inDeletedText = false;
    else if (name === "w:r") this.#runs.pop();
    else if (name === "w:p") this.#closeParagraph();
    else if (name === "w:tbl") this.#closeTable();
    else if (name === "w:txbxContent") this.#closeBox();
    else if (name === "w:sdt" && this.#blockIsContents.pop()) this.#contentsBlocks -= 1;
  };

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const run = this.#runs.at(-1);
    const value = attributes["w:val"] ?? "";
    switch (name) {
      case "w:pStyle":
        if (paragraph) paragraph.styleId = value;
        break;
      case "w:outlineLvl":
        if (paragraph && !run) paragraph.outlineLevel = Number(value);
        break;
      case "w:numId":
        if (paragraph && !run) paragraph.numId = value;
        break;
      case "w:ilvl":
        if (paragraph && !run) paragraph.level = Number(value);
        break;
      case "w:b":
        if (run) run.bold = isOn(attributes);
        break;
      case "w:vanish":
        if (run) run.hidden = isOn(attributes);
        break;
      case "w:tab":
        // The same name is a tab stop inside paragraph properties.
        if (run) this.#append("\t");
        break;
      case "w:br":
      case "w:cr":
        this.#append("\n");
        break;
      case "w:noBreakHyphen":
        this.#append("-");
        break;
      case "w:sym":
        this.#append(symbolOf(attributes["w:char"] ?? ""));
        break;
      case "w:fldChar":
        this.#field(attributes["w:fldCharType"] ?? "");
        break;
    }
  }

  #field(type: string): void {
    if (type === "begin") this.#fields.push({ instruction: "", result: false });
    else if (type === "end") this.#fields.pop();
    else if (type === "separate") {
      const field = this.#fields.at(-1);
      if (field) field.result = true;
    }
  }

  #markContents(gallery: string): void {
    if (!/table of contents|目录/i.test(gallery) || this.#blockIsContents.length === 0) return;
    if (this.#blockIsContents.at(-1)) return;
    this.#blockIsContents[this.#blockIsContents.length - 1] = true;
    this.#contentsBlocks += 1;
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#deleted > 0) return;
    const run = this.#runs.at(-1);
    if (run?.hidden) {
      this.#hidden.push(text);
      return;
    }
    paragraph.text += text;
    if (this.#fields.some((field) => field.result && /^\s*TOC\b/i.test(field.instruction)))
      paragraph.contents = true;
    const visible = text.replace(/\s/g, "").length;
    paragraph.characters += visible;
    if (run?.bold ?? this.#styleOf(paragraph).bold ?? false) paragraph.boldCharacters += visible;
  }

  #styleOf(paragraph: OpenParagraph): ParagraphStyle {
    return this.#sheet.styles.get(paragraph.styleId ?? this.#sheet.defaultId) ?? PLAIN_STYLE;
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const style = this.#styleOf(paragraph);
    const numId = paragraph.numId ?? style.numId;
    const visible = paragraph.text.trim() !== "";
    // Word shows no number in front of an empty paragraph's mark that a reader would miss; counting it would shift the rest.
    const label =
      visible && numId !== null && numId !== "0"
        ? this.#counter.next(numId, paragraph.level ?? style.level ?? 0)
        : "";
    const outline = paragraph.outlineLevel ?? style.outlineLevel;
    this.#emit({
      text: label + paragraph.text,
      outlineLevel: outline !== null && outline <= 8 ? outline : null,
      bold: paragraph.characters > 0 && paragraph.boldCharacters === paragraph.characters,
      numbered: label !== "",
      contents: paragraph.contents,
      box: this.#boxes.length > 0,
      table: null,
    });
    for (const box of paragraph.boxes) this.#emit(box);
  }

  /** Puts a paragraph where it belongs: the open cell of the box or body it is in, else the story itself. */
  #emit(paragraph: StoryParagraph): void {
    const box = this.#boxes.at(-1);
    const cell =
      this.#tables.length > (box?.tables ?? 0) ? this.#tables.at(-1)?.rows.at(-1)?.at(-1) : undefined;
    (cell ?? box?.done ?? this.#done).push(paragraph);
  }

  #closeBox(): void {
    const box = this.#boxes.pop();
    if (!box) return;
    const holder = this.#paragraphs.at(-1);
    for (const paragraph of box.done) {
      if (holder) holder.boxes.push(paragraph);
      else this.#emit(paragraph);
    }
  }

  /** A table with one column is layout: its paragraphs are text. Any other gives one line for each row. */
  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const nested = this.#tables.length >= MAX_TABLE_DEPTH;
    if (nested || table.rows.every((row) => row.length <= 1)) {
      for (const paragraph of table.rows.flat(2)) this.#emit(paragraph);
      return;
    }
    this.#tableCount += 1;
    const number = this.#tableCount;
    for (const [row, cells] of table.rows.entries()) {
      const texts = cells.map((cell) =>
        cell
          .map((paragraph) => paragraph.text)
          .join("\n")
          .trim(),
      );
      this.#emit({
        text: texts.map((text) => text.replace(/[\t\n]+/g, " ")).join("\t"),
        outlineLevel: null,
        bold: false,
        numbered: false,
        contents: false,
        box: this.#boxes.length > 0,
        table: { table: number, row, cells: texts },
      });
    }
  }
}

function isOn(attributes: Attributes): boolean {
  const value = attributes["w:val"];
  return value === undefined || (value !== "0" && value !== "false" && value !== "off");
}

/** A symbol given by its code in a symbol font: the private-use code is kept, so that the reader sees that something is there. */
function symbolOf(code: string): string {
  const value = Number.parseInt(code, 16);
  return Number.isInteger(value) && value > 0x1f && value <= 0xffff ? String.fromCharCode(value) : "";
}
