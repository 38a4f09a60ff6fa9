/** An official document as a `docx` document object, which can be packed or laid out. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import {
  FOOTER_DISTANCE,
  LEFT_MARGIN,
  MASTHEAD_RED,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  RED_RULE_SPACE,
  RED_RULE_WEIGHT,
  RIGHT_MARGIN,
  SIZE_4_WIDTH,
} from "./gbt9704.ts";
import type { OfficialDocument, OfficialElement, OfficialRun, Placement } from "./official-document.ts";
import {
  BODY_TEXT_STYLE,
  isBoldRole,
  PAGE_NUMBER_STYLE,
  styleIdOf,
  styleKeepsWithNext,
} from "./paragraph-styles.ts";
import type { Profile } from "./profile.ts";
import { stylesPart } from "./styles-part.ts";

/** Distance of headers from the page's edge; there are none. */
const HEADER_DISTANCE = 851;

/** The `docx` document; its own styles part is to be replaced by `stylesPart` when it is packed. */
export function docxDocument(document: OfficialDocument): Document {
  const { profile } = document;
  return new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    externalStyles: stylesPart(profile),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE_WIDTH, height: PAGE_HEIGHT },
            margin: {
              top: profile.topMargin,
              bottom: profile.bottomMargin,
              left: LEFT_MARGIN,
              right: RIGHT_MARGIN,
              header: HEADER_DISTANCE,
              footer: FOOTER_DISTANCE,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: profile.gridPitch },
        },
        footers: { default: pageNumber("odd"), even: pageNumber("even") },
        children: document.elements.map((element) => paragraph(element, profile)),
      },
    ],
  });
}

/** `— 1 —`, one character from the outer edge of the type area (GB/T 9704—2012, 7.5). */
function pageNumber(pages: "odd" | "even"): Footer {
  const isOdd = pages === "odd";
  return new Footer({
    children: [
      new Paragraph({
        style: PAGE_NUMBER_STYLE,
        alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: isOdd ? { right: SIZE_4_WIDTH } : { left: SIZE_4_WIDTH },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}

function paragraph(element: OfficialElement, profile: Profile): Paragraph {
  const { role, placement } = element;
  const isBold = isBoldRole(role, profile);
  return new Paragraph({
    style: styleIdOf(role),
    children: element.runs.flatMap((run) => textRuns(run, isBold, placement.size)),
    ...(element.startsPage ? { pageBreakBefore: true } : {}),
    ...(element.keepsWithNext === styleKeepsWithNext(role) ? {} : { keepNext: element.keepsWithNext }),
    ...(role === "document-number" ? { border: { bottom: RED_RULE } } : {}),
    ...indentOf(placement),
    ...spacingOf(placement),
  });
}

const RED_RULE = {
  style: BorderStyle.SINGLE,
  size: RED_RULE_WEIGHT,
  color: MASTHEAD_RED,
  space: RED_RULE_SPACE,
};

function indentOf({ leftIndent, rightIndent }: Placement) {
  if (leftIndent === undefined && rightIndent === undefined) return {};
  return { indent: { left: leftIndent ?? 0, right: rightIndent ?? 0 } };
}

function spacingOf({ spaceBefore, line }: Placement) {
  if (line === undefined) return {};
  return { spacing: { before: spaceBefore ?? 0, after: 0, line, lineRule: LineRuleType.EXACT } };
}

/** One run for each line of the text; a run says itself that it is East Asian, for programs that ask only the run. */
function textRuns(run: OfficialRun, isBold: boolean, size: number | undefined): readonly TextRun[] {
  return run.text.split("\n").map(
    (text, index) =>
      new TextRun({
        text,
        font: { hint: "eastAsia" },
        ...(index === 0 ? {} : { break: 1 }),
        ...(run.face === "body" ? { style: BODY_TEXT_STYLE } : {}),
        // Bold in a style is switched off by the run alone: two styles that both say so would cancel each other.
        ...(run.face === "body" && isBold ? { bold: false } : {}),
        ...(size === undefined ? {} : { size }),
      }),
  );
}
