/** An official document as a `docx` document object, which can be packed or laid out. */
import { Document } from "docx";
import type { RevisionMarkup } from "../../core/official/revision.ts";
import { bookmarkNames } from "./bookmarks.ts";
import { docxBlock } from "./docx-blocks.ts";
import { createRevisionWriter } from "./docx-revisions.ts";
import { docxSection } from "./docx-section.ts";
import { type OfficialDocument, type OfficialElement, USUAL_PAGES } from "./official-document.ts";
import { stylesPart } from "./styles-part.ts";

export interface DocxOptions {
  /** Whether a hidden bookmark around every item tells which one it is. */
  readonly itemBookmarks?: boolean;
  /** Whether headers and footers that no layout program follows are left out. */
  readonly forLayout?: boolean;
  readonly markup?: RevisionMarkup;
}

/** The `docx` document; its own styles part is to be replaced by `stylesPart` when it is packed. */
export function docxDocument(document: OfficialDocument, options: DocxOptions = {}): Document {
  const { profile } = document;
  const { forLayout = false } = options;
  const revisions = createRevisionWriter(options.markup ?? "asRevisions");
  const names = options.itemBookmarks ? bookmarkNames(document.elements) : new Map<OfficialElement, string>();
  return new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    externalStyles: stylesPart(profile),
    evenAndOddHeaderAndFooters: true,
    sections: grouped(document.elements).map((elements) => {
      const [first] = elements;
      return {
        ...docxSection(first?.pages ?? USUAL_PAGES, profile, forLayout),
        children: elements.map((element) =>
          docxBlock(element, profile, { revisions, bookmark: names.get(element), forLayout }),
        ),
      };
    }),
  });
}

/** Elements by the pages they begin. */
function grouped(elements: readonly OfficialElement[]): readonly (readonly OfficialElement[])[] {
  const groups: OfficialElement[][] = [[]];
  for (const element of elements) {
    if (element.pages && groups.at(-1)?.length) groups.push([]);
    groups.at(-1)?.push(element);
  }
  return groups;
}
