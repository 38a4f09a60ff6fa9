/** The items of a plan in a copy that came back from a word processor. */
import { bookmarkName, documentParagraphs, readItemBookmarks } from "./bookmarks.ts";
import { type OfficialDocument, textOf } from "./official-document.ts";

export interface ReturnedItem {
  readonly blockId: string;
  /** As it is in the copy, ordinals written out. */
  readonly text: string;
  /** How it was found: by the bookmark around it, or by its unchanged text where the bookmark is gone. */
  readonly by: "bookmark" | "text";
}

/**
 * Blocks of the document that was sent out, found again in `word/document.xml` of the copy, in the order of the plan.
 * What is found neither way is left out: it has been deleted, or reworded in a copy without bookmarks.
 */
export function returnedItems(sent: OfficialDocument, documentXml: string): readonly ReturnedItem[] {
  const marked = new Map(readItemBookmarks(documentXml).map(({ name, text }) => [name, text]));
  const paragraphs = documentParagraphs(documentXml);
  let next = 0;
  return sent.elements.flatMap((element): readonly ReturnedItem[] => {
    const { blockId } = element;
    if (blockId === null) return [];
    const text = marked.get(bookmarkName(blockId));
    if (text !== undefined) return text === "" ? [] : [{ blockId, text, by: "bookmark" }];
    const own = squeezed(textOf(element));
    // Texts may repeat; the plan's order tells which of them is meant.
    const found = paragraphs.findIndex((each, index) => index >= next && squeezed(each) === own);
    if (found < 0) return [];
    next = found + 1;
    return [{ blockId, text: paragraphs[found] ?? "", by: "text" }];
  });
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, "");
}
