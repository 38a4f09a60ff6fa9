/** Page markers of file-sharing sites: `1、…` `2、…` at line starts that cut sentences and words. */
import { joinParagraphs, type Paragraph, slicePart } from "./clean-lines.ts";
import type { Repairs } from "./repairs.ts";

const MARKER = /^(\d{1,3})、/;
/** Fewer could be a list of items. */
const FEWEST = 3;
/** Pages are long; a list of items that is cut in mid-sentence is not. */
const SHORTEST_PAGE = 120;
/** Characters quoted of a page. */
const QUOTED = 16;
const SENTENCE_END = /[。！？：；”）]$/;

/** Paragraphs with the pages run together and the markers gone; unchanged where there are none. */
export function removePageMarkers(paragraphs: readonly Paragraph[], repairs: Repairs): readonly Paragraph[] {
  const pages = repairs.isRefused("page-markers") ? [] : markedPages(paragraphs);
  if (pages.length < FEWEST) return paragraphs;
  const isPage = new Set(pages);
  const groups: [Paragraph, ...Paragraph[]][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const marker = MARKER.exec(paragraph.text)?.[0] ?? "";
    if (!isPage.has(index) || !isRemoved(paragraph, marker, repairs)) {
      groups.push([paragraph]);
      continue;
    }
    const { repairs: ownRepairs, role, headingEnd } = paragraph;
    const page = { ...slicePart(paragraph, marker.length), repairs: ownRepairs, role, headingEnd };
    const last = groups.at(-1);
    if (index === pages[0] || !last || page.role !== null) groups.push([page]);
    else last.push(page);
  }
  return groups.map(joinParagraphs);
}

/** Notes a marker; false where the drafter wants it back. */
function isRemoved({ line, text }: Paragraph, marker: string, repairs: Repairs): boolean {
  const state = repairs.stateAt("page-markers", line, 0);
  const behind = text.slice(marker.length, QUOTED);
  repairs.count({ code: "page-markers", line, at: 0, before: `${marker}${behind}`, after: behind, state });
  return state === "done";
}

/** Indexes of the lines that begin a page: numbered on from 1, most of them in the middle of a sentence. */
function markedPages(paragraphs: readonly Paragraph[]): readonly number[] {
  const pages: number[] = [];
  let cut = 0;
  let length = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    if (Number(MARKER.exec(text)?.[1] ?? 0) !== pages.length + 1) continue;
    const before = paragraphs[index - 1]?.text ?? "";
    if (pages.length > 0 && !SENTENCE_END.test(before)) cut += 1;
    pages.push(index);
    length += text.length;
  }
  const many = pages.length >= FEWEST && cut * 2 > pages.length - 1;
  return many && length / pages.length >= SHORTEST_PAGE ? pages : [];
}
