/** Sections of a DOCX file: paper, margins, page numbers, and the red rule at the foot of a letter's first page. */
import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  FrameAnchorType,
  HeightRule,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {
  FOOTER_DISTANCE,
  LETTER_LOWER_RULE,
  LETTER_RULE_WEIGHT,
  LETTER_RULE_WIDTH,
  MASTHEAD_RED,
  PAGE_HEIGHT,
  PAGE_NUMBER_DROP,
  PAGE_NUMBER_LINE,
  PAGE_WIDTH,
  SIZE_4_WIDTH,
  TYPE_AREA_BOTTOM,
} from "./gbt9704.ts";
import type { PageSetup } from "./official-document.ts";
import { ANCHOR_LINE, PAGE_NUMBER_STYLE, styleIdOf } from "./paragraph-styles.ts";
import { lineWidth, type Profile, typeAreaBottom } from "./profile.ts";

/** Distance of headers from the page's edge where there are none. */
const HEADER_DISTANCE = 851;

type SectionParts = Omit<ISectionOptions, "children">;

/** Everything of a section but its text. */
export function docxSection(pages: PageSetup, profile: Profile, forLayout: boolean): SectionParts {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: pages.letter,
      page: { size: paper(pages), margin: margins(pages, profile) },
      grid: { type: DocumentGridType.LINES, linePitch: profile.gridPitch },
    },
    footers: footers(pages, profile, forLayout),
  };
}

function paper({ landscape }: PageSetup) {
  // The library turns width and height itself.
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { width: PAGE_WIDTH, height: PAGE_HEIGHT, orientation };
}

/** A page that lies across is an upright one turned to the right: its head is at the binding edge (8). */
function margins(pages: PageSetup, profile: Profile) {
  const footer = FOOTER_DISTANCE + typeAreaBottom(profile) - TYPE_AREA_BOTTOM;
  const common = { header: HEADER_DISTANCE, footer: Math.max(0, footer), gutter: 0 };
  const { topMargin, bottomMargin, leftMargin, rightMargin, frameInset } = profile;
  if (pages.landscape)
    return {
      ...common,
      top: leftMargin,
      bottom: rightMargin,
      left: bottomMargin + frameInset,
      right: topMargin + frameInset,
    };
  return { ...common, top: topMargin, bottom: bottomMargin, left: leftMargin, right: rightMargin };
}

function emptyLine(line: number): Paragraph {
  return new Paragraph({
    style: styleIdOf("anchor"),
    spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT },
  });
}

function footers(pages: PageSetup, profile: Profile, forLayout: boolean) {
  if (!pages.numbered || forLayout) {
    // A footer as high as an upright page's would reach into the text of one that lies across.
    const line = pages.landscape ? ANCHOR_LINE : PAGE_NUMBER_LINE;
    const empty = () => new Footer({ children: [emptyLine(line)] });
    return { default: empty(), even: empty(), ...(pages.letter ? { first: empty() } : {}) };
  }
  const footer = (side: "odd" | "even") =>
    pages.landscape ? landscapeFooter(side, profile) : new Footer({ children: [pageNumber(side, profile)] });
  return {
    default: footer("odd"),
    even: footer("even"),
    ...(pages.letter ? { first: letterFooter(profile) } : {}),
  };
}

/** One line in 240ths, as the file counts lines that are not exact. */
const SINGLE_LINE = 240;
/** Width of the cell that holds a turned page number. */
const TURNED_WIDTH = 2 * PAGE_NUMBER_LINE;

/** `— 1 —`, one character from the outer edge of the type area (GB/T 9704—2012, 7.5). */
function pageNumber(side: "odd" | "even", { pageNumbers }: Profile, turned = false): Paragraph {
  const isOdd = side === "odd";
  const placed =
    pageNumbers.position === "center"
      ? { alignment: AlignmentType.CENTER }
      : {
          alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: isOdd ? { right: SIZE_4_WIDTH } : { left: SIZE_4_WIDTH },
        };
  const { CURRENT } = PageNumber;
  return new Paragraph({
    style: PAGE_NUMBER_STYLE,
    ...placed,
    // Turned text on an exact line is moved out of its cell by LibreOffice.
    ...(turned ? { spacing: { before: 0, after: 0, line: SINGLE_LINE, lineRule: LineRuleType.AUTO } } : {}),
    children: [new TextRun({ children: pageNumbers.dashes ? ["— ", CURRENT, " —"] : [CURRENT] })],
  });
}

/**
 * On a page that lies across, the number stays where upright pages have it (8): at the left edge of the page as it is
 * read, turned with the page. A cell of a table in a fixed place turns its text in every program.
 */
function landscapeFooter(side: "odd" | "even", profile: Profile): Footer {
  const middle = typeAreaBottom(profile) - PAGE_NUMBER_DROP;
  const length = lineWidth(profile);
  const cell = new TableCell({
    width: { size: TURNED_WIDTH, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    borders: NO_BORDERS,
    children: [pageNumber(side, profile, true)],
  });
  const table = new Table({
    width: { size: TURNED_WIDTH, type: WidthType.DXA },
    columnWidths: [TURNED_WIDTH],
    // Its own, for LibreOffice sets a table in by the margins that it does not find.
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: Math.max(1, Math.round(middle - TURNED_WIDTH / 2)),
      absoluteVerticalPosition: profile.leftMargin,
    },
    rows: [new TableRow({ height: { value: length, rule: HeightRule.EXACT }, children: [cell] })],
  });
  return new Footer({ children: [table, emptyLine(ANCHOR_LINE)] });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** The second double rule of a letter, thin over thick; its first page has no number (10.1). */
function letterFooter(profile: Profile): Footer {
  const rule = new Paragraph({
    style: styleIdOf("anchor"),
    frame: {
      type: "absolute",
      position: {
        x: Math.round((PAGE_WIDTH - LETTER_RULE_WIDTH) / 2),
        y: PAGE_HEIGHT - LETTER_LOWER_RULE - ANCHOR_LINE - (20 / 8) * LETTER_RULE_WEIGHT,
      },
      width: LETTER_RULE_WIDTH,
      height: ANCHOR_LINE,
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    border: {
      bottom: {
        style: BorderStyle.THIN_THICK_SMALL_GAP,
        size: LETTER_RULE_WEIGHT,
        color: MASTHEAD_RED,
        space: 0,
      },
    },
  });
  return new Footer({ children: [rule, emptyLine(Math.min(PAGE_NUMBER_LINE, profile.line))] });
}
