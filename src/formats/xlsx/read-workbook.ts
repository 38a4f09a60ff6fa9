/** Parts of a foreign spreadsheet (ECMA-376, SpreadsheetML) → the texts of its sheets. Formulas are never looked at. */
import { type Attributes, visitXml } from "../word/xml.ts";

/** Rows and columns read of one sheet; tasks need far fewer. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;

export interface SheetText {
  readonly name: string;
  /** Cells as they are shown, rows and columns without content empty. */
  readonly rows: readonly (readonly string[])[];
}

/** Names of the parts of a package that hold a workbook. */
export function isWorkbookPart(name: string): boolean {
  return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
    name,
  );
}

/** Sheets in their order; `undefined` where the package holds no workbook. Throws `XmlError` for damaged parts. */
export function readWorkbook(parts: ReadonlyMap<string, string>): readonly SheetText[] | undefined {
  const workbook = parts.get("xl/workbook.xml");
  const relations = parts.get("xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) return undefined;
  const targets = targetsIn(relations);
  const strings = sharedStrings(parts.get("xl/sharedStrings.xml"));
  const sheets: { readonly name: string; readonly part: string }[] = [];
  visitXml(workbook, {
    open: (name, attributes) => {
      if (local(name) !== "sheet") return;
      const part = targets.get(attribute(attributes, "id") ?? "");
      if (part !== undefined) sheets.push({ name: attributes["name"] ?? "", part });
    },
  });
  return sheets.flatMap(({ name, part }) => {
    const xml = parts.get(part);
    return xml === undefined ? [] : [{ name, rows: rowsIn(xml, strings) }];
  });
}

function targetsIn(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  visitXml(relations, {
    open: (name, attributes) => {
      const { Id: id, Target: target } = attributes;
      if (local(name) !== "Relationship" || id === undefined || target === undefined) return;
      targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
    },
  });
  return targets;
}

function sharedStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  visitXml(xml, {
    open: (name) => {
      const element = local(name);
      if (element === "si") text = "";
      if (element === "rPh") phonetic += 1;
      inText = element === "t" && phonetic === 0;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (name) => {
      const element = local(name);
      if (element === "rPh") phonetic -= 1;
      if (element === "si") strings.push(unescaped(text));
      inText = false;
    },
  });
  return strings;
}

function rowsIn(xml: string, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row = -1;
  let column = -1;
  let type = "n";
  let value = "";
  let reads = false;
  visitXml(xml, {
    open: (name, attributes) => {
      const element = local(name);
      if (element === "row") {
        row = numbered(attributes["r"], row + 2) - 1;
        column = -1;
      } else if (element === "c") {
        column = columnIn(attributes["r"]) ?? column + 1;
        type = attributes["t"] ?? "n";
        value = "";
      }
      reads = element === "v" || (element === "t" && type === "inlineStr");
    },
    text: (more) => {
      if (reads) value += more;
    },
    close: (name) => {
      reads = false;
      if (local(name) !== "c" || row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return;
      const text = type === "s" ? (strings[Number(value)] ?? "") : unescaped(value);
      if (text === "") return;
      while (rows.length <= row) rows.push([]);
      const cells = rows[row];
      if (!cells) return;
      while (cells.length <= column) cells.push("");
      cells[column] = text;
    },
  });
  return rows;
}

/** Column of a reference such as `AB12`, from 0. */
function columnIn(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function numbered(text: string | undefined, fallback: number): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : fallback;
}

/** `_x000D_` and the like stand for characters that XML cannot hold (ECMA-376, 22.4.2.4). */
function unescaped(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
      const number = Number.parseInt(code, 16);
      return number === 0x5f
        ? "_"
        : number < 0x20 && number !== 0x0a && number !== 0x09
          ? ""
          : String.fromCharCode(number);
    })
    .replaceAll(/\r\n?/g, "\n");
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute by its local name: the prefix of the relationships' namespace is the writer's choice. */
function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each.includes(":") && local(each) === name);
  return key === undefined ? attributes[name] : attributes[key];
}
