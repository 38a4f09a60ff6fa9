/** What `docx/layout` says of an official document, for tests: pages and lines in twips. */
import type { LineLayout } from "docx/layout";
import type { OfficialDocument } from "../../src/formats/docx/official-document.ts";
import { libraryLayout, TWIPS_PER_PIXEL } from "../../src/formats/docx/page-layout.ts";

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

/** Pages with their lines. */
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

/** Lines of every page; throws where the layout could not be finished. */
export function laidOutLines(document: OfficialDocument): readonly (readonly LaidOutLine[])[] {
  const { pages, stoppedAt } = laidOutPages(document);
  if (stoppedAt !== undefined) throw new Error(`layout stopped at ${stoppedAt}`);
  return pages.map((page) => page.lines);
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
