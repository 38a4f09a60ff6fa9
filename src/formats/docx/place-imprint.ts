/** Where the imprint goes: the foot of the last page, which must be an even one (GB/T 9704—2012, 7.4 and 7.5). */
import { element, type OfficialDocument, type OfficialElement, USUAL_PAGES } from "./official-document.ts";
import { ANCHOR_LINE } from "./paragraph-styles.ts";

/** Characters up to which a document is laid out to find its last page; a longer one would take seconds. */
export const LONGEST_LAID_OUT = 30_000;

/** What the layout of the text says of its last page. */
export interface LastPage {
  /** Counted from 1. */
  readonly number: number;
  /** Lower edge of its text, in twips from the upper edge of the page. */
  readonly bottom: number;
  readonly landscape: boolean;
}

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

/** The document with its imprint placed; lays it out where it has an imprint and is not too long for that. */
export async function placeImprint(document: OfficialDocument): Promise<OfficialDocument> {
  if (document.imprint.length === 0) return document;
  if (lengthOf(document.elements) > LONGEST_LAID_OUT) return withImprint(document, undefined);
  // Most documents have no imprint, and the layout is by far the largest module.
  const { laidOutPages } = await import("./page-layout.ts");
  const { pages, stoppedAt } = laidOutPages(document);
  const last = pages.at(-1);
  if (!last || stoppedAt !== undefined) return withImprint(document, undefined);
  const { bottom, width, height } = last;
  return withImprint(document, { number: pages.length, bottom, landscape: width > height });
}

function lengthOf(elements: readonly OfficialElement[]): number {
  return elements.reduce((sum, each) => {
    const cells = each.table?.rows.flat().flatMap((cell) => cell.elements) ?? [];
    return sum + each.runs.reduce((length, run) => length + run.text.length, 0) + lengthOf(cells);
  }, 0);
}
