/** Automatic numbers of a Word document: numbering.xml → the label that Word shows in front of a paragraph. */
import { chineseNumeral } from "../../core/text/numerals.ts";
import { type Attributes, visitXml } from "./xml.ts";

export interface NumberingLevel {
  readonly start: number;
  readonly format: string;
  /** Pattern such as `第%1条` or `%1.%2`. */
  readonly text: string;
  /** Level whose advance restarts this one: any higher one when null, none when 0. */
  readonly restart: number | null;
  /** All numbers of the label in Arabic digits. */
  readonly legal: boolean;
}

export interface NumberingInstance {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  readonly starts: ReadonlyMap<number, number>;
}

export interface NumberingDefinitions {
  readonly instances: ReadonlyMap<string, NumberingInstance>;
}

export const NO_NUMBERING: NumberingDefinitions = { instances: new Map() };
const HIGHEST_LEVEL = 8;

/** Reads `word/numbering.xml`. Levels that the part does not define give no label. */
export function readNumbering(xml: string): NumberingDefinitions {
  const abstracts = new Map<string, Map<number, NumberingLevel>>();
  const instances = new Map<string, NumberingInstance>();
  let abstractId = "";
  let levels = new Map<number, NumberingLevel>();
  let instance: {
    id: string;
    abstractId: string;
    levels: Map<number, NumberingLevel>;
    starts: Map<number, number>;
  } | null = null;
  let level: { index: number; values: Record<string, string> } | null = null;
  let override: number | null = null;

  visitXml(xml, {
    open(name, attributes) {
      const value = attributes["w:val"] ?? "";
      if (name === "w:abstractNum") {
        abstractId = attributes["w:abstractNumId"] ?? "";
        levels = new Map();
      } else if (name === "w:num") {
        instance = { id: attributes["w:numId"] ?? "", abstractId: "", levels: new Map(), starts: new Map() };
      } else if (name === "w:abstractNumId" && instance) {
        instance.abstractId = value;
      } else if (name === "w:lvlOverride") {
        override = levelIndex(attributes);
      } else if (name === "w:startOverride" && instance && override !== null) {
        instance.starts.set(override, Number(value) || 0);
      } else if (name === "w:lvl") {
        level = { index: levelIndex(attributes), values: {} };
      } else if (level) {
        level.values[name] = name === "w:isLgl" ? (attributes["w:val"] ?? "1") : value;
      }
    },
    close(name) {
      if (name === "w:lvl" && level) {
        (instance ? instance.levels : levels).set(level.index, levelOf(level.values));
        level = null;
      } else if (name === "w:abstractNum") {
        abstracts.set(abstractId, levels);
      } else if (name === "w:lvlOverride") {
        override = null;
      } else if (name === "w:num" && instance) {
        const merged = new Map([...(abstracts.get(instance.abstractId) ?? []), ...instance.levels]);
        instances.set(instance.id, {
          abstractId: instance.abstractId,
          levels: merged,
          starts: instance.starts,
        });
        instance = null;
      }
    },
  });
  return { instances };
}

function levelIndex(attributes: Attributes): number {
  const index = Number(attributes["w:ilvl"]);
  return Number.isInteger(index) ? Math.min(HIGHEST_LEVEL, Math.max(0, index)) : 0;
}

function levelOf(values: Readonly<Record<string, string>>): NumberingLevel {
  const restart = values["w:lvlRestart"];
  return {
    start: Number(values["w:start"] ?? 1) || 0,
    format: values["w:numFmt"] ?? "decimal",
    text: values["w:lvlText"] ?? "",
    restart: restart === undefined ? null : Number(restart),
    legal: values["w:isLgl"] !== undefined && values["w:isLgl"] !== "0",
  };
}

/**
 * Counts automatic numbers in document order. `next` gives the label of one numbered paragraph; an empty text for a
 * bullet or a level without label. Lists that share an abstract numbering count on, as in Word.
 */
export function createNumberCounter(definitions: NumberingDefinitions): {
  next(numId: string, level: number): string;
} {
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(numId, rawLevel) {
      const instance = definitions.instances.get(numId);
      const level = Math.min(HIGHEST_LEVEL, Math.max(0, rawLevel));
      const definition = instance?.levels.get(level);
      if (!instance || !definition) return "";
      const counts = counters.get(instance.abstractId) ?? [];
      counters.set(instance.abstractId, counts);
      const override = instance.starts.get(level);
      const key = `${numId}/${level}`;
      if (override !== undefined && !started.has(key)) counts[level] = override;
      else counts[level] = (counts[level] ?? definition.start - 1) + 1;
      started.add(key);
      restartBelow(instance, counts, level);
      return labelOf(instance, counts, definition);
    },
  };
}

/** An advance restarts the levels below it, but those that say otherwise. */
function restartBelow(instance: NumberingInstance, counts: (number | undefined)[], level: number): void {
  for (let below = level + 1; below <= HIGHEST_LEVEL; below += 1) {
    const restart = instance.levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && level < restart)) counts[below] = undefined;
  }
}

function labelOf(
  instance: NumberingInstance,
  counts: readonly (number | undefined)[],
  own: NumberingLevel,
): string {
  if (own.format === "bullet" || own.format === "none") return "";
  return own.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const definition = instance.levels.get(index);
    const count = counts[index] ?? definition?.start ?? 1;
    return formatNumber(count, own.legal ? "decimal" : (definition?.format ?? "decimal"));
  });
}

const ENCLOSED_CIRCLE = 0x2460;
const ENCLOSED_PAREN = 0x2474;
const ENCLOSED_FULLSTOP = 0x2488;
const ENCLOSED_LAST = 20;
const IDEOGRAPH_CIRCLE = 0x3280;
const IDEOGRAPH_CIRCLE_LAST = 10;
const HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸";
const FULL_WIDTH_ZERO = 0xff10;
const DIGIT_NUMERALS = "〇一二三四五六七八九";

/** A number in one of the formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59); unknown ones as decimal. */
export function formatNumber(value: number, format: string): string {
  const decimal = String(value);
  if (value < 1) return decimal;
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return value <= 9_999 ? chineseNumeral(value) : decimal;
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return decimal.replace(/\d/g, (digit) => DIGIT_NUMERALS.charAt(Number(digit)));
    case "ideographTraditional":
      return HEAVENLY_STEMS.charAt((value - 1) % HEAVENLY_STEMS.length);
    case "ideographEnclosedCircle":
      return value <= IDEOGRAPH_CIRCLE_LAST ? String.fromCodePoint(IDEOGRAPH_CIRCLE + value - 1) : decimal;
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return enclosed(value, ENCLOSED_CIRCLE);
    case "decimalEnclosedParen":
      return enclosed(value, ENCLOSED_PAREN);
    case "decimalEnclosedFullstop":
      return enclosed(value, ENCLOSED_FULLSTOP);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return decimal.replace(/\d/g, (digit) => String.fromCodePoint(FULL_WIDTH_ZERO + Number(digit)));
    case "decimalZero":
      return decimal.padStart(2, "0");
    case "upperLetter":
      return letters(value, "A");
    case "lowerLetter":
      return letters(value, "a");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    default:
      return decimal;
  }
}

function enclosed(value: number, first: number): string {
  return value <= ENCLOSED_LAST ? String.fromCodePoint(first + value - 1) : String(value);
}

/** Word has letters for no higher number. */
const HIGHEST_LETTERS = 780;

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number, first: "A" | "a"): string {
  if (value > HIGHEST_LETTERS) return String(value);
  const index = (value - 1) % 26;
  return String.fromCodePoint(first.charCodeAt(0) + index).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  let rest = value % 4_000;
  let text = "";
  for (const [amount, letter] of ROMAN) {
    while (rest >= amount) {
      text += letter;
      rest -= amount;
    }
  }
  return text;
}
