/** An official document as printed pages: the same layout that the export is checked with, everything at its place. */
import type { BlockLayout, LineLayout } from "docx/layout";
import type {
  PrintedDocument,
  PrintedPage,
  PrintedRule,
  PrintedText,
} from "../../core/official/printed-page.ts";
import { PAGE_HEIGHT, PAGE_WIDTH, RED_RULE_SPACE, RED_RULE_WEIGHT } from "../docx/gbt9704.ts";
import {
  type OfficialDocument,
  type OfficialElement,
  type PageSetup,
  USUAL_PAGES,
} from "../docx/official-document.ts";
import { libraryLayout, TWIPS_PER_PIXEL } from "../docx/page-layout.ts";
import { placeImprint } from "../docx/place-imprint.ts";
import { lineWidth, type Profile } from "../docx/profile.ts";
import { charactersOf, type PrintedCharacter, type StyleLookup, styleLookup } from "./characters.ts";
import { pageNumber } from "./page-furniture.ts";
import { printedFrame } from "./printed-frame.ts";
import { printedLine } from "./printed-line.ts";
import { lowerLetterRule, RULE_UNIT } from "./printed-rules.ts";
import { printedTable, type RowProgress } from "./printed-table.ts";

const TWIPS_PER_POINT = 20;

interface RawPage {
  readonly setup: PageSetup;
  /** Whether it is the first of its section. */
  readonly opens: boolean;
  readonly width: number;
  readonly height: number;
  readonly texts: PrintedText[];
  readonly rules: PrintedRule[];
  bottom: number;
}

/** Pages of the document, its imprint in its place; takes some 60 ms a page. */
export function printedPages(document: OfficialDocument): PrintedDocument {
  const { profile } = document;
  const styles = styleLookup(profile);
  const { pages, complete } = textPages(document, styles);
  if (complete) addImprint(pages, document, styles);
  const numbered = pages.map((page, index) => withFurniture(page, index + 1, profile));
  const fonts = new Set(
    numbered.flatMap((page) => page.texts.flatMap((text) => text.runs.map((run) => run.font))),
  );
  return { pages: numbered, fonts: [...fonts], complete };
}

function textPages(document: OfficialDocument, styles: StyleLookup) {
  const layout = libraryLayout(document);
  const setups = sectionSetups(document.elements);
  const print = blockPrinter(document, styles);
  // The layout does not count paragraphs in frames.
  const flowing = document.elements.flatMap((each, index) => (each.placement.frame ? [] : [index]));
  let section = -1;
  const pages = layout.pages.map((page): RawPage => {
    const raw: RawPage = {
      setup: setups[page.section] ?? USUAL_PAGES,
      opens: page.section !== section,
      width: Math.round(page.width * TWIPS_PER_PIXEL),
      height: Math.round(page.height * TWIPS_PER_PIXEL),
      texts: [],
      rules: [],
      bottom: 0,
    };
    section = page.section;
    for (const block of page.body) print(raw, block, flowing[block.index] ?? block.index);
    return raw;
  });
  return { pages, complete: layout.stoppedAt === undefined };
}

/** Page set-ups in order of the sections that the written document has. */
function sectionSetups(elements: readonly OfficialElement[]): readonly PageSetup[] {
  const [first] = elements;
  return [
    first?.pages ?? USUAL_PAGES,
    ...elements.slice(1).flatMap((element) => (element.pages ? [element.pages] : [])),
  ];
}

/** Puts what stands on a page there; remembers how much of an element has been printed on pages before. */
function blockPrinter({ elements, profile }: OfficialDocument, styles: StyleLookup) {
  const rest = new Map<number, readonly PrintedCharacter[]>();
  const rows = new Map<number, RowProgress>();
  let framed = 0;
  return (page: RawPage, block: BlockLayout, at: number): void => {
    const element = elements[at];
    if (!element) return;
    // Elements in frames stand on the page of what follows them.
    for (; framed < at; framed += 1) printFrame(page, elements[framed], styles, profile);
    if (block.type === "table") {
      if (!element.table) return;
      const progress = rows.get(at) ?? new Map<number, number>();
      rows.set(at, progress);
      const left = textLeft(page.setup, profile);
      const { texts, rules } = printedTable(element.table, block.rows, left, progress, styles, profile);
      page.texts.push(...texts);
      page.rules.push(...rules);
      page.bottom = Math.max(page.bottom, ...block.rows.map((row) => bottomOf(row)));
      return;
    }
    const style = styles(element.role);
    let left = rest.get(at) ?? charactersOf(element, style, profile);
    for (const line of block.lines) {
      const count = [...line.text].length;
      const characters = left.slice(0, count);
      left = left.slice(count);
      page.texts.push(
        ...printedLine(element, style, characters, roomOf(line, left.length > 0, page.setup, profile)),
      );
      page.bottom = Math.max(page.bottom, bottomOf(line));
    }
    rest.set(at, left);
    page.rules.push(...rulesBelow(element, bottomOf(block.lines.at(-1)), profile));
  };
}

function roomOf(line: LineLayout, spread: boolean, setup: PageSetup, profile: Profile) {
  return {
    left: line.x * TWIPS_PER_PIXEL,
    width: line.width * TWIPS_PER_PIXEL,
    top: line.y * TWIPS_PER_PIXEL,
    height: line.height * TWIPS_PER_PIXEL,
    textWidth: line.textWidth * TWIPS_PER_PIXEL,
    spread,
    tabOrigin: textLeft(setup, profile),
  };
}

/** Left edge of the text: across the page, it is the foot of an upright one. */
function textLeft({ landscape }: PageSetup, profile: Profile): number {
  return landscape ? profile.bottomMargin + profile.frameInset : profile.leftMargin;
}

function bottomOf(part: { readonly y: number; readonly height: number } | undefined): number {
  return part === undefined ? 0 : (part.y + part.height) * TWIPS_PER_PIXEL;
}

function rulesBelow({ role }: OfficialElement, bottom: number, profile: Profile): readonly PrintedRule[] {
  if (role !== "document-number") return [];
  return [
    {
      x: profile.leftMargin,
      y: Math.round(bottom + RED_RULE_SPACE * TWIPS_PER_POINT),
      width: lineWidth(profile),
      height: RED_RULE_WEIGHT * RULE_UNIT,
      red: true,
    },
  ];
}

/** Puts the imprint on the last page, or on the pages that are added for it. */
function addImprint(pages: RawPage[], document: OfficialDocument, styles: StyleLookup): void {
  const last = pages.at(-1);
  if (document.imprint.length === 0 || !last) return;
  const { elements } = placeImprint(document, {
    number: pages.length,
    bottom: last.bottom,
    landscape: last.setup.landscape,
  });
  for (const element of elements.slice(document.elements.length)) {
    const before = pages.at(-1) ?? last;
    if (element.startsPage || element.pages) pages.push(emptyPage(element.pages ?? before.setup));
    printFrame(pages.at(-1) ?? last, element, styles, document.profile);
  }
}

/** Puts an element that has a frame there; any other is left alone. */
function printFrame(
  page: RawPage,
  element: OfficialElement | undefined,
  styles: StyleLookup,
  profile: Profile,
): void {
  const frame = element?.placement.frame;
  if (!element || !frame) return;
  const { texts, rules } = printedFrame(element, frame, styles, profile);
  page.texts.push(...texts);
  page.rules.push(...rules);
}

function emptyPage(setup: PageSetup): RawPage {
  return { setup, opens: false, width: PAGE_WIDTH, height: PAGE_HEIGHT, texts: [], rules: [], bottom: 0 };
}

function withFurniture(page: RawPage, number: number, profile: Profile): PrintedPage {
  const { setup, opens, width, height, texts, rules } = page;
  const isLetterHead = setup.letter && opens;
  const shows = setup.numbered && !isLetterHead;
  return {
    width,
    height,
    texts: shows ? [...texts, pageNumber(number, setup.landscape, profile)] : texts,
    rules: isLetterHead ? [...rules, ...lowerLetterRule()] : rules,
  };
}
