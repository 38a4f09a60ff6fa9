/** Pages of an official document as `docx/layout`, a model of Word's line breaking, lays them out. */
import { layoutDocument } from "docx/layout";
import { docxDocument } from "../../src/formats/docx/docx-document.ts";
import type { OfficialDocument } from "../../src/formats/docx/official-document.ts";

/** Fonts that the layout has the widths of; those an official document names are as wide. */
const MEASURED_FONTS = {
  body: "仿宋",
  title: "宋体",
  level1: "黑体",
  level2: "楷体",
  level3: "仿宋",
  pageNumber: "宋体",
};
const TWIPS_PER_PIXEL = 15;

export interface LaidOutLine {
  /** Index of the element in the document. */
  readonly element: number;
  readonly text: string;
  /** Twips from the left edge of the page; `right` is where the text ends. */
  readonly left: number;
  readonly right: number;
  /** Twips from the upper edge of the page. */
  readonly top: number;
  readonly height: number;
}

/** Lines of every page; throws where the layout could not be finished without guessing. */
export function laidOutPages(document: OfficialDocument): readonly (readonly LaidOutLine[])[] {
  const { profile } = document;
  const measured = { ...profile, fonts: { ...profile.fonts, ...MEASURED_FONTS } };
  const layout = layoutDocument(docxDocument({ ...document, profile: measured }));
  if (layout.stoppedAt !== undefined) throw new Error(`layout stopped at ${layout.stoppedAt}`);
  return layout.pages.map((page) =>
    page.body.flatMap((block) =>
      block.type === "table"
        ? []
        : block.lines.map((line) => ({
            element: block.index,
            text: line.text,
            left: line.x * TWIPS_PER_PIXEL,
            right: (line.x + line.textWidth) * TWIPS_PER_PIXEL,
            top: line.y * TWIPS_PER_PIXEL,
            height: line.height * TWIPS_PER_PIXEL,
          })),
    ),
  );
}
