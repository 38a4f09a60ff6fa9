/** What `docx/layout` says of an official document, for tests. */
import type { OfficialDocument } from "../../src/formats/docx/official-document.ts";
import { type LaidOutLine, laidOutPages } from "../../src/formats/docx/page-layout.ts";

/** Lines of every page; throws where the layout could not be finished. */
export function laidOutLines(document: OfficialDocument): readonly (readonly LaidOutLine[])[] {
  const { pages, stoppedAt } = laidOutPages(document);
  if (stoppedAt !== undefined) throw new Error(`layout stopped at ${stoppedAt}`);
  return pages.map((page) => page.lines);
}
