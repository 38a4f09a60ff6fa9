/** Pages of an official document as `docx/layout`, a model of how Word breaks lines and pages, lays them out. */
import { type DocumentLayout, type LineLayout, layoutDocument } from "docx/layout";
import { docxDocument } from "./docx-document.ts";
import type { OfficialDocument } from "./official-document.ts";

/** Fonts that the layout has the widths of; those an official document names are as wide. */
const MEASURED_FONTS = {
  body: "仿宋",
  title: "宋体",
  level1: "黑体",
  level2: "楷体",
  level3: "仿宋",
  pageNumber: "宋体",
  latin: "Times New Roman",
};
/** The library counts in pixels, 96 to the inch. */
export const TWIPS_PER_PIXEL = 15;

export interface LaidOutLine {
  /** Index of the element in the document; lines of tables are not given. */
  readonly element: number;
  readonly text: string;
  /** Twips from the left edge of the page; `right` is where the text ends. */
  readonly left: number;
  readonly right: number;
  /** Twips from the upper edge of the page. */
  readonly top: number;
  readonly height: number;
}

export interface LaidOutPage {
  /** Twips; a page that lies across is wider than high. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LaidOutLine[];
  /** Lower edge of the last line or table in twips from the upper edge of the page; 0 for an empty page. */
  readonly bottom: number;
}

export interface PageLayout {
  readonly pages: readonly LaidOutPage[];
  /** What kept the layout from going on behind the last page given, in the library's words. */
  readonly stoppedAt?: string;
}

/**
 * Pages with their lines; takes some 40 ms a page. A character whose width is unknown counts as an average one. What the
 * layout cannot follow is left out: page numbers, and elements in frames (`placement.frame` says where they stand).
 */
export function laidOutPages(document: OfficialDocument): PageLayout {
  const layout = libraryLayout(document);
  // The layout does not count paragraphs in frames.
  const flowing = document.elements.flatMap((each, index) => (each.placement.frame ? [] : [index]));
  const pages = layout.pages.map(({ width, height, body }) => {
    const blocks = body.map((block) => (block.type === "table" ? block.rows : block.lines));
    return {
      width: width * TWIPS_PER_PIXEL,
      height: height * TWIPS_PER_PIXEL,
      lines: body.flatMap((block) =>
        block.type === "table"
          ? []
          : block.lines.map((line) => laidOut(flowing[block.index] ?? block.index, line)),
      ),
      bottom: Math.max(0, ...blocks.flat().map((part) => (part.y + part.height) * TWIPS_PER_PIXEL)),
    };
  });
  return { pages, ...(layout.stoppedAt === undefined ? {} : { stoppedAt: layout.stoppedAt }) };
}

/** What the library itself says of the document: blocks have the index of their element, lengths are pixels. */
export function libraryLayout(document: OfficialDocument): DocumentLayout {
  const measured = { ...document.profile, fonts: MEASURED_FONTS };
  return layoutDocument(docxDocument({ ...document, profile: measured }, { forLayout: true }), {
    guess: true,
  });
}

function laidOut(element: number, line: LineLayout): LaidOutLine {
  return {
    element,
    text: line.text,
    left: line.x * TWIPS_PER_PIXEL,
    right: (line.x + line.textWidth) * TWIPS_PER_PIXEL,
    top: line.y * TWIPS_PER_PIXEL,
    height: line.height * TWIPS_PER_PIXEL,
  };
}
