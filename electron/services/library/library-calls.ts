/** Calls on an open library beside suggestions: searching, marking, correcting, removing, building anew, files of libraries. */
import { addItem, buildIndex, removeItems } from "../../../src/core/suggest/build-index.ts";
import {
  type DocumentCorrection,
  type ExchangedDocument,
  MAX_DOCUMENT_ITEMS,
  type MergeOutcome,
} from "../../../src/core/suggest/library-exchange.ts";
import type {
  ItemMark,
  ItemText,
  LibraryEntry,
  LibraryFacets,
  LibraryFound,
  LibrarySearch,
} from "../../../src/core/suggest/library-search.ts";
import type { SuggestIndex } from "../../../src/core/suggest/suggest-index.ts";
import type { LibraryItem } from "../../../src/core/suggest/suggestion.ts";
import { NO_OVERLAY, type TopicOverlay } from "../../../src/core/suggest/topic-list.ts";
import type { Topics } from "../../../src/core/suggest/topics.ts";
import { HostError } from "../../../src/host/host-error.ts";
import {
  allItems,
  correctDocument,
  documentOf,
  documentsOf,
  hasDocument,
  itemsOf,
  knownDocument,
  type LibraryDocument,
  removeDocument,
  type StoredDocument,
  type StoredSource,
  sourceOf,
  storeDocument,
  storedDocument,
} from "./document-store.ts";
import {
  correctionsOf,
  mergeCorrections,
  originalOf,
  removeCorrection,
  setCorrection,
  waitingCorrections,
} from "./item-corrections.ts";
import { hiddenItems, marksOf, mergeMarks, setMark, waitingMarks } from "./item-marks.ts";
import type { DocumentReaders } from "./library-store.ts";
import {
  createPlaces,
  createTopicNames,
  entryOf,
  facetsOf,
  type SearchGround,
  searchLibrary,
} from "./search-library.ts";
import { type Database, inTransaction } from "./sqlite.ts";
import { readTopicOverlay, topicsWith, writeTopicOverlay } from "./topics-file.ts";

/** What the calls work on; the index is replaced when it is built anew. */
export interface LibraryGround {
  readonly database: Database;
  readonly folder: string;
  readonly readers: DocumentReaders;
  readonly itemById: (id: number) => LibraryItem | undefined;
  index: SuggestIndex;
  hidden: ReadonlySet<number>;
  topicOf: (sectionHeading: string) => string;
  placeOf: (itemId: number) => number | undefined;
  facets: LibraryFacets | undefined;
  /** Saves the index beside the database. */
  readonly saveIndex: (index: SuggestIndex) => void;
}

/** What a document is called and how many marks and corrections wait in it, after it was read or corrected. */
export interface ChangedDocument {
  readonly document: LibraryDocument;
  readonly waitingMarks: number;
}

export function search(ground: LibraryGround, request: LibrarySearch): LibraryFound {
  ground.facets ??= facetsOf(ground);
  return searchLibrary(groundOf(ground), request, ground.facets);
}

/** Fails with `not-found` for an unknown item. */
export function entry(ground: LibraryGround, itemId: number): LibraryEntry {
  const found = entryOf(groundOf(ground), itemId);
  if (!found) throw new HostError("not-found", `no item ${itemId}`);
  return found;
}

/** Replaces the mark of an item; a hidden one is not suggested from now on. Fails with `not-found`. */
export function mark(ground: LibraryGround, itemId: number, value: ItemMark): null {
  if (!ground.itemById(itemId)) throw new HostError("not-found", `no item ${itemId}`);
  setMark(ground.database, itemId, value);
  ground.hidden = hiddenItems(ground.database);
  return null;
}

/** Removes a document with its items, notes and file. Fails with `not-found`. */
export function remove(ground: LibraryGround, documentId: string): null {
  known(ground, documentId);
  removeItems(ground.index, removeDocument(ground.database, documentId));
  ground.facets = undefined;
  return null;
}

/** The file that a document was read from. Fails with `not-found` where it was not kept. */
export function source(ground: LibraryGround, documentId: string) {
  const found = sourceOf(ground.database, documentId);
  if (!found) throw new HostError("not-found", "the file of this document was not kept");
  return found;
}

/** Puts another reading of its file in the place of the stored one. Fails with `not-found`. */
export function replaceReading(
  ground: LibraryGround,
  documentId: string,
  reading: StoredSource["reading"],
): ChangedDocument {
  return restore(ground, documentId, (stored) => ({ ...stored, reading }));
}

/** Sets title, issuer, region and year of a document and of its items. Fails with `not-found`, or `damaged`. */
export function correct(
  ground: LibraryGround,
  documentId: string,
  correction: DocumentCorrection,
): ChangedDocument {
  known(ground, documentId);
  return restore(ground, documentId, (stored) => {
    correctDocument(ground.database, documentId, correction);
    return stored;
  });
}

/**
 * Gives an item another text, or the text of its source again (null). Ids never mean another text, so the item has a new
 * one afterwards. Fails with `not-found`.
 */
export function correctItem(
  ground: LibraryGround,
  itemId: number,
  text: ItemText | null,
): { readonly itemId: number } {
  const item = ground.itemById(itemId);
  if (!item) throw new HostError("not-found", `no item ${itemId}`);
  const { documentId } = item.origin;
  const wanted = text ?? originalOf(ground.database, itemId) ?? item;
  if (text) setCorrection(ground.database, item, text);
  else removeCorrection(ground.database, itemId);
  const at = itemsOf(ground.database, documentId).findIndex(({ id }) => id === itemId);
  restore(ground, documentId, (stored) => stored);
  const items = itemsOf(ground.database, documentId);
  const isWanted = ({ heading, body }: LibraryItem) => heading === wanted.heading && body === wanted.body;
  const placed = items[at];
  return { itemId: (placed && isWanted(placed) ? placed : items.find(isWanted))?.id ?? itemId };
}

/** Harvests the items of a stored document anew; the index does not follow, it is to be built anew afterwards. */
export function harvestAgain(ground: LibraryGround, documentId: string): null {
  const stored = storedDocument(ground.database, documentId);
  if (stored) storeDocument(ground.database, newDocumentOf(ground, stored), documentId);
  return null;
}

/** Builds the index anew out of the stored items; `progress` is told how many are done. */
export function buildAgain(
  ground: LibraryGround,
  topics: Topics,
  progress: (done: number, total: number) => void,
): null {
  const items = allItems(ground.database);
  takeIndex(
    ground,
    buildIndex(items, topics, (done) => progress(done, items.length)),
  );
  ground.hidden = hiddenItems(ground.database);
  ground.saveIndex(ground.index);
  return null;
}

export function topicOverlay(ground: LibraryGround): TopicOverlay {
  return readTopicOverlay(ground.folder);
}

/** Keeps other topic groups; the index is to be built anew with them. */
export function setTopicOverlay(ground: LibraryGround, overlay: TopicOverlay): Topics {
  writeTopicOverlay(ground.folder, overlay);
  return topicsWith(overlay);
}

/** All documents as they go into a library file, and the office's topic groups where it has any. */
export function exported(ground: LibraryGround): {
  readonly documents: readonly ExchangedDocument[];
  readonly topics: TopicOverlay | null;
} {
  const overlay = topicOverlay(ground);
  const documents = documentsOf(ground.database).flatMap(({ documentId }) => {
    const stored = storedDocument(ground.database, documentId);
    return stored
      ? [
          {
            ...stored,
            marks: marksOf(ground.database, documentId),
            corrections: correctionsOf(ground.database, documentId),
          },
        ]
      : [];
  });
  const changed = JSON.stringify(overlay) !== JSON.stringify(NO_OVERLAY);
  return { documents, topics: changed ? overlay : null };
}

/** Takes over one document of a library file. One that is here stays, and gets the marks and corrections it lacks. */
export function merge(ground: LibraryGround, theirs: ExchangedDocument): MergeOutcome {
  const document = newDocumentOf(ground, theirs);
  const outcome = (result: Partial<MergeOutcome>): MergeOutcome => ({
    name: theirs.name,
    title: theirs.correction?.title ?? document.title,
    year: theirs.correction?.year ?? document.year,
    outcome: "unchanged",
    detail: "",
    marks: 0,
    corrections: 0,
    ...result,
  });
  const ours = knownDocument(ground.database, document);
  if (ours !== undefined) {
    const stored = storedDocument(ground.database, ours);
    const same = stored !== undefined && JSON.stringify(stored.reading) === JSON.stringify(theirs.reading);
    return outcome({ outcome: same ? "unchanged" : "kept", ...takeOver(ground, ours, theirs) });
  }
  if (document.itemsFor("").length > MAX_DOCUMENT_ITEMS)
    return outcome({ outcome: "refused", detail: "too many items" });
  const stored = storeDocument(ground.database, document);
  const { documentId } = stored.document;
  if (theirs.correction) {
    correctDocument(ground.database, documentId, theirs.correction);
    indexStored(ground, storeDocument(ground.database, document, documentId));
  } else indexStored(ground, stored);
  return outcome({ outcome: "added", ...takeOver(ground, documentId, theirs) });
}

/** Takes corrections and marks over to a document that is here. Corrections first: marks know items by their headings. */
function takeOver(
  ground: LibraryGround,
  documentId: string,
  theirs: ExchangedDocument,
): Pick<MergeOutcome, "marks" | "corrections"> {
  const { database } = ground;
  const before = waitingCorrections(database, documentId);
  const taken = inTransaction(database, () => mergeCorrections(database, documentId, theirs.corrections));
  if (taken > 0) restore(ground, documentId, (stored) => stored);
  const waiting = waitingCorrections(database, documentId) - before;
  const marks = inTransaction(database, () =>
    mergeMarks(database, itemsOf(database, documentId), theirs.marks),
  );
  return { marks, corrections: Math.max(0, taken - waiting) };
}

/** Makes the items of a stored document findable, and those it replaced not. */
export function indexStored(ground: LibraryGround, stored: StoredDocument): void {
  removeItems(ground.index, stored.removedItems);
  for (const item of stored.added) addItem(ground.index, item);
  ground.hidden = hiddenItems(ground.database);
  ground.facets = undefined;
}

/** Works with another index from now on. */
export function takeIndex(ground: LibraryGround, index: SuggestIndex): void {
  ground.index = index;
  ground.topicOf = createTopicNames(index.topics);
  ground.placeOf = createPlaces(index);
  ground.facets = undefined;
}

function groundOf(ground: LibraryGround): SearchGround {
  const { database, index, itemById, topicOf, placeOf } = ground;
  return { database, index, itemById, topicOf, placeOf };
}

function known(ground: LibraryGround, documentId: string): void {
  if (!hasDocument(ground.database, documentId)) throw new HostError("not-found", "no such document");
}

function restore(
  ground: LibraryGround,
  documentId: string,
  change: (stored: StoredSource) => StoredSource,
): ChangedDocument {
  const stored = storedDocument(ground.database, documentId);
  if (!stored) throw new HostError("not-found", "no such document");
  indexStored(ground, storeDocument(ground.database, newDocumentOf(ground, change(stored)), documentId));
  return {
    document: documentOf(ground.database, documentId),
    waitingMarks: waitingMarks(ground.database, documentId) + waitingCorrections(ground.database, documentId),
  };
}

function newDocumentOf({ readers }: LibraryGround, { name, reading, sourceSha256, addedAt }: StoredSource) {
  return {
    name,
    title: reading.plan.title.text.replaceAll("\n", ""),
    issuer: reading.issuer ?? reading.issuerInferred ?? reading.plan.frontMatter.issuer,
    year: reading.year ?? reading.plan.year,
    reading,
    sourceSha256,
    addedAt,
    itemsFor: (documentId: string) => readers.harvest(reading, documentId),
  };
}
