/** Printed pages as the command line prints them: pages and lines as laid out, in points. */
import { type PrintedDocument, textOfPrinted } from "../../src/core/official/printed-page.ts";

const TWIPS_PER_POINT = 20;

/** Pages from 1 with their lines in order of their baselines; lengths from the upper left corner of the page. */
export function layoutOutline({ pages, fonts, complete }: PrintedDocument) {
  return {
    pageCount: pages.length,
    complete,
    fonts,
    pages: pages.map(({ width, height, texts }, index) => ({
      page: index + 1,
      width: points(width),
      height: points(height),
      lines: texts.map((text) => ({
        text: textOfPrinted(text),
        x: points(text.x),
        baseline: points(text.baseline),
        width: points(text.width),
        size: points(text.size),
        block: text.block,
      })),
    })),
  };
}

function points(twips: number): number {
  return Math.round((twips / TWIPS_PER_POINT) * 100) / 100;
}
