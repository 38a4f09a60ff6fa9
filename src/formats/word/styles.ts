/** Paragraph styles of a Word document, as far as reading a plan needs them. */
import { visitXml } from "./xml.ts";

/** What a style says after inheritance; null where neither it nor a style below it says anything. */
export interface ParagraphStyle {
  readonly outlineLevel: number | null;
  readonly bold: boolean | null;
  readonly numId: string | null;
  readonly level: number | null;
}

export interface StyleSheet {
  /** Id of the style of a paragraph that names none. */
  readonly defaultId: string;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
}

export const NO_STYLES: StyleSheet = { defaultId: "", styles: new Map() };
export const PLAIN_STYLE: ParagraphStyle = { outlineLevel: null, bold: null, numId: null, level: null };

/** Outline level of a built-in heading by its name: `heading 1`, `标题 1`. The id is not reliable, the name is. */
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
/** Longest chain of styles that is followed; a longer one, or a circle, ends there. */
const MAX_INHERITANCE = 32;

interface RawStyle extends ParagraphStyle {
  readonly basedOn: string | null;
}

/** Reads `word/styles.xml`. */
export function readStyles(xml: string): StyleSheet {
  const raw = new Map<string, RawStyle>();
  let defaultId = "";
  let id: string | null = null;
  let values: Record<string, string> = {};
  visitXml(xml, {
    open(name, attributes) {
      if (name === "w:style") {
        id = attributes["w:type"] === "paragraph" ? (attributes["w:styleId"] ?? null) : null;
        values = {};
        if (id !== null && (attributes["w:default"] === "1" || attributes["w:default"] === "true"))
          defaultId = id;
      } else if (id !== null) {
        values[name] = attributes["w:val"] ?? (name === "w:b" ? "1" : "");
      }
    },
    close(name) {
      if (name !== "w:style" || id === null) return;
      raw.set(id, rawStyle(values));
      id = null;
    },
  });
  const styles = new Map([...raw.keys()].map((key) => [key, inherit(raw, key)]));
  return { defaultId, styles };
}

function rawStyle(values: Readonly<Record<string, string>>): RawStyle {
  const named = HEADING_NAME.exec(values["w:name"] ?? "")?.[1];
  const outline = values["w:outlineLvl"] ?? (named === undefined ? undefined : String(Number(named) - 1));
  const bold = values["w:b"];
  return {
    basedOn: values["w:basedOn"] ?? null,
    outlineLevel: outline === undefined ? null : Number(outline),
    bold: bold === undefined ? null : bold !== "0" && bold !== "false",
    numId: values["w:numId"] ?? null,
    level: values["w:ilvl"] === undefined ? null : Number(values["w:ilvl"]),
  };
}

function inherit(raw: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  let style: ParagraphStyle = PLAIN_STYLE;
  let current: string | null = id;
  for (let step = 0; current !== null && step < MAX_INHERITANCE; step += 1) {
    const next: RawStyle | undefined = raw.get(current);
    if (!next) break;
    style = {
      outlineLevel: style.outlineLevel ?? next.outlineLevel,
      bold: style.bold ?? next.bold,
      numId: style.numId ?? next.numId,
      level: style.level ?? next.level,
    };
    current = next.basedOn;
  }
  return style;
}
