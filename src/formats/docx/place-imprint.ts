/** Where the imprint goes: the foot of the last page, which must be an even one (GB/T 9704—2012, 7.4 and 7.5). */
import { type LastPage, lastPageOf } from "./last-page.ts";
import { element, type OfficialDocument, type OfficialElement, USUAL_PAGES } from "./official-document.ts";
import { ANCHOR_LINE } from "./paragraph-styles.ts";

/**
 * The document with its imprint among the elements; as it is where it has none.
 *
 * An even last page with room takes the imprint. Behind an odd one a page is added; behind a full even one an empty page
 * as well, and then neither carries a number (7.5).
 */
export function placeImprint(
  document: OfficialDocument,
  last: LastPage = lastPageOf(document),
): OfficialDocument {
  const { imprint } = document;
  if (imprint.length === 0) return document;
  return { ...document, elements: [...document.elements, ...placed(imprint, last)], imprint: [] };
}

function placed(imprint: readonly OfficialElement[], last: LastPage): readonly OfficialElement[] {
  const end = element("anchor", "");
  const top = imprint[0]?.placement.frame?.top ?? 0;
  if (last.number % 2 === 0) {
    if (!last.landscape && last.bottom + ANCHOR_LINE <= top) return [...imprint, end];
    return [
      element("anchor", "", { pages: { ...USUAL_PAGES, numbered: false } }),
      element("anchor", "", { startsPage: true }),
      ...imprint,
      end,
    ];
  }
  const opening = last.landscape ? { pages: USUAL_PAGES } : { startsPage: true };
  return [element("anchor", "", opening), ...imprint, end];
}
