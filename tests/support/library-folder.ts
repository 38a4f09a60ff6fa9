/** A library on disk that holds given items, for measuring the host with it. */
import { type DocumentReaders, openStore } from "../../electron/services/library/library-store.ts";
import type { LibraryItem } from "../../src/core/suggest/suggestion.ts";
import { plainReading } from "./library-documents.ts";

/** Makes a library in `folder`, one document for each document id of the items. */
export async function writeLibrary(folder: string, items: readonly LibraryItem[]): Promise<void> {
  const documents = Map.groupBy(items, (item) => item.origin.documentId);
  const readers: DocumentReaders = {
    read: () => Promise.reject(new Error("the documents are given")),
    harvest: ({ plan }, documentId) =>
      (documents.get(plan.title.text) ?? []).map((item) => ({
        ...item,
        origin: { ...item.origin, documentId },
      })),
  };
  const store = await openStore({ kind: "library", folder, seeds: [] }, readers);
  for (const [title, [first]] of documents) {
    if (first === undefined) continue;
    const reading = plainReading(first.origin.issuer, title, first.origin.year);
    await store.addDocument({ name: `${title}.txt`, reading, sourceSha256: title });
  }
  store.close();
  // Once more, so that the index is saved as it is after every ordinary start.
  (await openStore({ kind: "library", folder, seeds: [] }, readers)).close();
}
