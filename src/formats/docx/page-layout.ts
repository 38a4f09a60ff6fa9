/** An official document as `docx/layout`, a model of how Word breaks lines and pages, lays it out. */
import { type DocumentLayout, layoutDocument } from "docx/layout";
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

/**
 * What the library says of the document: blocks have the index of their element among those without a frame, lengths are
 * pixels. Takes some 40 ms a page. A character whose width is unknown counts as an average one. What the layout cannot
 * follow is left out: page numbers, and elements in frames (`placement.frame` says where they stand).
 */
export function libraryLayout(document: OfficialDocument): DocumentLayout {
  const measured = { ...document.profile, fonts: MEASURED_FONTS };
  return layoutDocument(docxDocument({ ...document, profile: measured }, { forLayout: true }), {
    guess: true,
  });
}
