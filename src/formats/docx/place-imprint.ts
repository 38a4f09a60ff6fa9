/** Where the imprint goes: the foot of the last page, which must be an even one (GB/T 9704—2012, 7.4 and 7.5). */
import { type LastPage, lastPageOf } from "./last-page.ts";
import {
  element,
  type OfficialDocument,
  type OfficialElement,
  textOf,
  USUAL_PAGES,
} from "./official-document.ts";
import { ANCHOR_LINE } from "./paragraph-styles.ts";

/** Characters up to which the part with tables is laid out to find the last page; a longer one would take seconds. */
export const LONGEST_LAID_OUT = 30_000;

/**
 * The document with its imprint among the elements; as it is where it has none.
 *
 * An even last page with room takes the imprint. Behind an odd one a page is added; behind a full even one an empty page
 * as well, and then neither carries a number (7.5). `last` is undefined where the text has not been laid out: the word
 * processor then finds the next even page itself.
 */
export function withImprint(document: OfficialDocument, last: LastPage | undefined): OfficialDocument {
  const { imprint } = document;
  if (imprint.length === 0) return document;
  return { ...document, elements: [...document.elements, ...placed(imprint, last)], imprint: [] };
}

function placed(imprint: readonly OfficialElement[], last: LastPage | undefined): readonly OfficialElement[] {
  const end = element("anchor", "");
  const unnumbered = { ...USUAL_PAGES, numbered: false };
  if (last === undefined)
    return [element("anchor", "", { pages: { ...unnumbered, starts: "even" } }), ...imprint, end];
  const top = imprint[0]?.placement.frame?.top ?? 0;
  if (last.number % 2 === 0) {
    if (!last.landscape && last.bottom + ANCHOR_LINE <= top) return [...imprint, end];
    return [
      element("anchor", "", { pages: unnumbered }),
      element("anchor", "", { startsPage: true }),
      ...imprint,
      end,
    ];
  }
  const opening = last.landscape ? { pages: USUAL_PAGES } : { startsPage: true };
  return [element("anchor", "", opening), ...imprint, end];
}

/** The document with its imprint placed. Its lines are counted; only tables are laid out, where they are not too long. */
export async function placeImprint(document: OfficialDocument): Promise<OfficialDocument> {
  if (document.imprint.length === 0) return document;
  const { elements } = document;
  const table = elements.findIndex((each) => each.table?.bordered);
  if (table < 0) return withImprint(document, lastPageOf(document));
  const start = elements.findLastIndex(
    (each, index) => index <= table && (each.startsPage || each.pages !== undefined),
  );
  const before = start <= 0 ? undefined : lastPageOf({ ...document, elements: elements.slice(0, start) });
  const last = await laidOutEnd({ ...document, elements: elements.slice(Math.max(0, start)) });
  return withImprint(document, last && { ...last, number: last.number + (before?.number ?? 0) });
}

/** Last page of the document as it is laid out; `undefined` where that would take too long or cannot be done. */
async function laidOutEnd(document: OfficialDocument): Promise<LastPage | undefined> {
  if (lengthOf(document.elements) > LONGEST_LAID_OUT) return undefined;
  // Few documents have tables, and the layout is by far the largest module.
  const { laidOutPages } = await import("./page-layout.ts");
  const [first, ...others] = document.elements;
  if (!first) return undefined;
  const elements = [{ ...first, startsPage: false }, ...others];
  const { pages, stoppedAt } = laidOutPages({ ...document, elements });
  const last = pages.at(-1);
  if (!last || stoppedAt !== undefined) return undefined;
  const { bottom, width, height } = last;
  return { number: pages.length, bottom, landscape: width > height };
}

function lengthOf(elements: readonly OfficialElement[]): number {
  return elements.reduce((sum, each) => {
    const cells = each.table?.rows.flat().flatMap((cell) => cell.elements) ?? [];
    return sum + textOf(each).length + lengthOf(cells);
  }, 0);
}
