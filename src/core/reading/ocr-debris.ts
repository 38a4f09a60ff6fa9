/**
 * What optical recognition leaves: letters for marks and digits, broken dashes, spaces inside words, page numbers inside
 * sentences. Done only where the document itself proves it; elsewhere proposed, for the drafter answers for every character.
 */
import splitCharacters from "./data/split-characters.json" with { type: "json" };
import { type Edit, type Stage, stageOf } from "./repair-text.ts";

const HAN = "\\p{Script=Han}";

/** A letter o that ends a sentence. */
const ROUND_END = new RegExp(`(?<=[${HAN}”）》])[oO]$`, "u");
const ROUND = new RegExp(`(?<=[${HAN}”）》])[oO](?=[${HAN}“《]|$)`, "gu");
/** So many lines end with one, and it is 。. */
const FEWEST_ROUND = 3;

/** A full stop of Latin text that ends a Chinese sentence; behind a numeral that opens a line it numbers. */
const NARROW_STOP = new RegExp(
  `(?<=[${HAN}”）》])(?<!^[（(]?[一二三四五六七八九十百]{1,4}[）)]?)\\.(?=[${HAN}“《]|$)`,
  "gu",
);
const NARROW_STOP_END = new RegExp(`(?<=[${HAN}”）》])\\.$`, "u");
/** Fewer inside lines may part the names of foreigners. */
const FEWEST_STOPS = 3;

const LETTER_DIGITS = /(?<![\dA-Za-z.])(?=[lIO|o]*\d)(?=\d*[lIOo])[\dlIOo]{2,8}(?![\dA-Za-z])/g;
const YEAR = /^(?:19|20)\d\d$/;
const FIRST_ITEM = new RegExp(`^[lI|][.．、](?=\\s?${HAN})`, "gu");
const SECOND_ITEM = /^2[.．、]/;
const FIRST_SECTION = new RegExp(`^[—–－-]、(?=\\s?${HAN})`, "gu");
const SECOND_SECTION = /^二、/;

const DASH = new RegExp(`(?<![-\\w])--(?=[${HAN}“《]|(?:19|20)\\d\\d年)|－－|[—–] [—–]`, "gu");
/** Two numerals for a dash: `一一` is a word in running text, so only before the year of a subtitle. */
const NUMERALS_FOR_DASH = new RegExp(`^一 ?一(?=(?:19|20)\\d\\d年)|(?<=${HAN})一 一(?=[${HAN}“])`, "gu");

/** Single characters apart: `工 作 要 点`. */
const APART = new RegExp(`(?<!\\S)(?:${HAN} ){4,}${HAN}(?![^\\s，。；：、）”])`, "gu");
/** A blank before one of these is left for a number. */
const MEASURES = "[所个人名项次家件亿万元米亩场期户条处座套台份]";
const STRAY_SPACE = new RegExp(
  `(?<=[${HAN}，。、；”》）])  ?(?!${MEASURES})(?=[${HAN}，。、；：“《])|(?<=[${HAN}])  ?(?=[，。、；：])`,
  "gu",
);
/** Fewer are blanks that the drafter meant. */
const FEWEST_STRAY = 3;
/** Blanks part columns and names in short lines, and a heading from its body at the beginning of a line. */
const PROSE = 45;
const HEADING = 40;

const PAGE_INSIDE = new RegExp(
  `(?<=[${HAN}，、；]) ?(?:[-—–－] ?\\d{1,3} ?[-—–－]|第 ?\\d{1,3} ?页 ?共 ?\\d{1,3} ?页) ?(?=[${HAN}])`,
  "gu",
);

const BOX_IN_WORD = /(?<=[人出进窗路港入户渡])□|□(?=[岸腔头号径罩粮])/g;

const SPLIT: Readonly<Record<string, string>> = splitCharacters;
const SPLIT_CHARACTER = new RegExp(Object.keys(SPLIT).join("|"), "gu");

/** Any character that the stages look for. */
export const DEBRIS_TRACES = /[oOlI|.□－–—-]| |[亻氵讠纟扌钅忄犭礻彳饣]|^一 ?一/u;

/** The stages for a document, none of which changes anything in a text without debris. */
export function debrisStages(texts: readonly string[]): readonly Stage[] {
  const seen = evidenceOf(texts);
  return [
    stageOf("recognised-full-stop", ROUND, () => "。", !seen.roundEnds),
    stageOf("half-width-period", NARROW_STOP, () => "。", !seen.narrowStops),
    stageOf("recognised-digit", LETTER_DIGITS, digitsOf, (found) => !YEAR.test(digitsOf(found))),
    stageOf("recognised-digit", FIRST_ITEM, (found) => `1${found.slice(1)}`, !seen.secondItem),
    stageOf("recognised-digit", FIRST_SECTION, () => "一、", !seen.secondSection),
    stageOf("recognised-dash", DASH, () => "——"),
    stageOf("recognised-dash", NUMERALS_FOR_DASH, () => "——", true),
    stageOf("page-number-inside", PAGE_INSIDE, () => "", !seen.pagesInside),
    stageOf("recognised-box", BOX_IN_WORD, () => "口", true),
    stageOf("split-character", SPLIT_CHARACTER, (found) => SPLIT[found] ?? found, true),
    stageOf("stray-spaces", APART, (found) => found.replaceAll(" ", "")),
    ...(seen.straySpaces ? [STRAY_SPACES] : []),
  ];
}

const STRAY_SPACES: Stage = { code: "stray-spaces", find: strayIn };

function strayIn(text: string): readonly Edit[] {
  if (text.length < PROSE || text.includes("\t") || text.includes("|")) return [];
  return [...text.matchAll(STRAY_SPACE)]
    .filter(({ index }) => index >= HEADING || /[。，；]/.test(text.slice(0, index)))
    .map(({ 0: before, index }) => ({ at: index, before, after: "", proposed: true }));
}

function digitsOf(found: string): string {
  // O3 is ozone.
  return /^O\d$/.test(found) ? found : found.replace(/[lI]/g, "1").replace(/[Oo]/g, "0");
}

interface Evidence {
  readonly roundEnds: boolean;
  readonly narrowStops: boolean;
  readonly secondItem: boolean;
  readonly secondSection: boolean;
  readonly pagesInside: boolean;
  readonly straySpaces: boolean;
}

function evidenceOf(texts: readonly string[]): Evidence {
  let roundEnds = 0;
  let stops = 0;
  let stopEnds = 0;
  let stray = 0;
  let secondItem = false;
  let secondSection = false;
  const pages: number[] = [];
  for (const line of texts) {
    const text = line.trim();
    if (SECOND_ITEM.test(text)) secondItem = true;
    if (SECOND_SECTION.test(text)) secondSection = true;
    if (!DEBRIS_TRACES.test(text)) continue;
    if (ROUND_END.test(text)) roundEnds += 1;
    if (NARROW_STOP_END.test(text)) stopEnds += 1;
    stops += [...text.matchAll(NARROW_STOP)].length;
    if (stray < FEWEST_STRAY) stray += strayIn(text).length;
    for (const [found] of text.matchAll(PAGE_INSIDE)) pages.push(Number(/\d+/.exec(found)?.[0]));
  }
  return {
    roundEnds: roundEnds >= FEWEST_ROUND,
    narrowStops: stopEnds > 0 || stops >= FEWEST_STOPS,
    secondItem,
    secondSection,
    pagesInside:
      pages.length > 1 && pages.every((page, index) => index === 0 || page > (pages[index - 1] ?? 0)),
    straySpaces: stray >= FEWEST_STRAY,
  };
}
