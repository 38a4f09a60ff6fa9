/** The library inside its worker: database, index, and the calls on both. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import { createDatesMemo, type DatesMemo } from "../../../src/core/suggest/item-dates.ts";
import type {
  DocumentCorrection,
  ExchangedDocument,
  MergeOutcome,
} from "../../../src/core/suggest/library-exchange.ts";
import type {
  ItemMark,
  ItemText,
  LibraryEntry,
  LibraryFound,
  LibrarySearch,
} from "../../../src/core/suggest/library-search.ts";
import { suggest } from "../../../src/core/suggest/suggest.ts";
import type { LibraryItem, SuggestContext, Suggestion } from "../../../src/core/suggest/suggestion.ts";
import type { TopicOverlay } from "../../../src/core/suggest/topic-list.ts";
import {
  completeItems,
  countsOf,
  createItemReader,
  documentsOf,
  type LibraryDocument,
  type NewDocument,
  namedDocument,
  propertyOf,
  readingOf,
  setProperty,
  storeDocument,
} from "./document-store.ts";
import { writeExchange } from "./exchange-file.ts";
import { openIndex, saveIndex } from "./index-cache.ts";
import { hiddenItems } from "./item-marks.ts";
import type { ChangedDocument } from "./library-calls.ts";
import * as calls from "./library-calls.ts";
import {
  backUp,
  isSound,
  LibraryUnavailable,
  type OpenedLibrary,
  openLibraryFile,
  setAside,
  type UnavailableReason,
  unavailable,
} from "./library-file.ts";
import type {
  AddedDocument,
  DocumentSource,
  LibraryJobData,
  LibraryStatus,
  SeedDocument,
} from "./messages.ts";
import { createPlaces, createTopicNames } from "./search-library.ts";
import { type Database, loadSqlite, type OpenDatabase } from "./sqlite.ts";

import { readTopicOverlay, topicsWith } from "./topics-file.ts";

/** How documents are read; given from outside so that the store knows no format. */
export interface DocumentReaders {
  readonly read: (name: string, bytes: Uint8Array) => Promise<PlanReading>;
  readonly harvest: (reading: PlanReading, documentId: string) => readonly Omit<LibraryItem, "id">[];
}

export interface LibraryStore {
  readonly status: () => LibraryStatus;
  readonly suggest: (context: SuggestContext) => readonly Suggestion[];
  readonly documents: () => readonly LibraryDocument[];
  readonly reading: (documentId: string) => PlanReading | null;
  readonly addDocument: (source: DocumentSource) => Promise<AddedDocument>;
  readonly search: (request: LibrarySearch) => LibraryFound;
  readonly entry: (itemId: number) => LibraryEntry;
  readonly mark: (itemId: number, mark: ItemMark) => null;
  readonly remove: (documentId: string) => null;
  readonly source: (documentId: string) => { readonly name: string; readonly bytes: Uint8Array };
  readonly replaceReading: (documentId: string, reading: PlanReading) => ChangedDocument;
  readonly correct: (documentId: string, correction: DocumentCorrection) => ChangedDocument;
  readonly correctItem: (itemId: number, text: ItemText | null) => { readonly itemId: number };
  readonly harvestAgain: (documentId: string) => null;
  readonly buildAgain: (tell: Tell) => null;
  readonly topics: () => TopicOverlay;
  readonly setTopics: (overlay: TopicOverlay, tell: Tell) => null;
  readonly exportFile: () => Uint8Array<ArrayBuffer>;
  readonly merge: (document: ExchangedDocument) => MergeOutcome;
  /** Checks the whole file, and copies it once a day; a damaged library is set aside. To be called when idle. */
  readonly maintain: () => void;
  readonly close: () => void;
}

type Tell = (progress: { readonly done: number; readonly total: number }) => void;

const LIBRARY_ID = "library-id";
const SEEDED = "seeded";

/** Opens the library. Never fails: where it cannot be used, the status says why and all calls throw `LibraryUnavailable`. */
export async function openStore(
  data: LibraryJobData,
  readers: DocumentReaders,
  sqlite: Promise<OpenDatabase | undefined> = loadSqlite(),
): Promise<LibraryStore> {
  const open = await sqlite;
  if (open === undefined) return closedStore("no-sqlite");
  let opened: OpenedLibrary | undefined;
  try {
    opened = openLibraryFile(data.folder, open, stamp(new Date()));
    return await openedStore(opened, data, readers);
  } catch (error) {
    opened?.database.close();
    const failure = unavailable(error);
    console.warn(failure.message);
    // Damage that shows only when the items are read; the next start finds the file gone and restores a backup.
    if (opened !== undefined && failure.reason === "damaged") setAside(data.folder, stamp(new Date()));
    return closedStore(failure.reason);
  }
}

interface State extends calls.LibraryGround {
  readonly dates: DatesMemo;
  readonly firstRun: boolean;
  readonly restored: boolean;
  closed: boolean;
  /** Set when the library becomes unusable while it is open. */
  lost: UnavailableReason | undefined;
}

async function openedStore(
  opened: OpenedLibrary,
  data: LibraryJobData,
  readers: DocumentReaders,
): Promise<LibraryStore> {
  const { database } = opened;
  const firstRun = propertyOf(database, SEEDED) === undefined;
  if (firstRun) await plantSeeds(database, data.seeds, readers);
  completeItems(database);
  const library = libraryId(database);
  const index = openIndex(database, data.folder, library, topicsWith(readTopicOverlay(data.folder)));
  const state: State = {
    database,
    folder: data.folder,
    readers,
    index,
    hidden: hiddenItems(database),
    topicOf: createTopicNames(index.topics),
    placeOf: createPlaces(index),
    facets: undefined,
    saveIndex: (built) => saveIndex(data.folder, library, built),
    itemById: createItemReader(database),
    dates: createDatesMemo(),
    firstRun,
    restored: opened.restored,
    closed: false,
    lost: undefined,
  };
  return {
    status: () => statusOf(state),
    suggest: (context) =>
      guarded(state, () =>
        suggest(state.index, context, {
          itemById: (id) => (state.hidden.has(id) ? undefined : state.itemById(id)),
          excludedDocument: namedDocument(database, context),
          dates: state.dates,
        }),
      ),
    documents: () => guarded(state, () => documentsOf(database)),
    reading: (documentId) => guarded(state, () => readingOf(database, documentId) ?? null),
    addDocument: async (source) => {
      const document = await newDocument(source, readers);
      return guarded(state, () => addDocument(state, document));
    },
    search: (request) => guarded(state, () => calls.search(state, request)),
    entry: (itemId) => guarded(state, () => calls.entry(state, itemId)),
    mark: (itemId, mark) => guarded(state, () => calls.mark(state, itemId, mark)),
    remove: (documentId) => guarded(state, () => calls.remove(state, documentId)),
    source: (documentId) => guarded(state, () => calls.source(state, documentId)),
    replaceReading: (documentId, reading) =>
      guarded(state, () => calls.replaceReading(state, documentId, reading)),
    correct: (documentId, correction) => guarded(state, () => calls.correct(state, documentId, correction)),
    correctItem: (itemId, text) => guarded(state, () => calls.correctItem(state, itemId, text)),
    harvestAgain: (documentId) => guarded(state, () => calls.harvestAgain(state, documentId)),
    buildAgain: (tell) =>
      guarded(state, () =>
        calls.buildAgain(state, state.index.topics, (done, total) => tell({ done, total })),
      ),
    topics: () => guarded(state, () => calls.topicOverlay(state)),
    setTopics: (overlay, tell) =>
      guarded(state, () => {
        const topics = calls.setTopicOverlay(state, overlay);
        return calls.buildAgain(state, topics, (done, total) => tell({ done, total }));
      }),
    exportFile: () =>
      guarded(state, () => {
        const { documents, topics } = calls.exported(state);
        return writeExchange(documents, topics);
      }),
    merge: (document) => guarded(state, () => calls.merge(state, document)),
    maintain: () => maintain(state, data.folder),
    close: () => closeDatabase(state),
  };
}

function closedStore(reason: UnavailableReason): LibraryStore {
  const refuse = (): never => {
    throw new LibraryUnavailable(reason, `the library is not available: ${reason}`);
  };
  return {
    status: () => ({ available: false, reason, documents: 0, items: 0, firstRun: false }),
    suggest: refuse,
    documents: refuse,
    reading: refuse,
    addDocument: async () => refuse(),
    search: refuse,
    entry: refuse,
    mark: refuse,
    remove: refuse,
    source: refuse,
    replaceReading: refuse,
    correct: refuse,
    correctItem: refuse,
    harvestAgain: refuse,
    buildAgain: refuse,
    topics: refuse,
    setTopics: refuse,
    exportFile: refuse,
    merge: refuse,
    maintain: () => {},
    close: () => {},
  };
}

function statusOf(state: State): LibraryStatus {
  try {
    const counts = guarded(state, () => countsOf(state.database));
    return {
      available: true,
      reason: state.restored ? "restored" : null,
      ...counts,
      firstRun: state.firstRun,
    };
  } catch (error) {
    return { available: false, reason: unavailable(error).reason, documents: 0, items: 0, firstRun: false };
  }
}

/** Runs a call on the database; damage found by it makes the library unavailable instead of failing each call anew. */
function guarded<T>(state: State, call: () => T): T {
  if (state.lost !== undefined)
    throw new LibraryUnavailable(state.lost, `the library is not available: ${state.lost}`);
  try {
    return call();
  } catch (error) {
    const failure = unavailable(error);
    if (failure.reason === "damaged") state.lost = "damaged";
    throw failure;
  }
}

function addDocument(state: State, document: NewDocument): AddedDocument {
  const stored = storeDocument(state.database, document);
  calls.indexStored(state, stored);
  return { document: stored.document, updated: stored.updated };
}

/** A seed that cannot be read is left out: a new library must open on any machine. */
async function plantSeeds(
  database: Database,
  seeds: readonly SeedDocument[],
  readers: DocumentReaders,
): Promise<void> {
  for (const seed of seeds) {
    try {
      const source = { name: seed.name, bytes: readFileSync(seed.file) };
      storeDocument(database, await newDocument(source, readers));
    } catch (error) {
      console.warn(`seed document ${seed.name} is left out: ${String(error)}`);
    }
  }
  setProperty(database, SEEDED, new Date().toISOString());
}

async function newDocument(source: DocumentSource, readers: DocumentReaders): Promise<NewDocument> {
  const reading = "reading" in source ? source.reading : await readers.read(source.name, source.bytes);
  return {
    name: source.name,
    title: reading.plan.title.text.replaceAll("\n", ""),
    issuer: reading.issuer ?? reading.issuerInferred ?? reading.plan.frontMatter.issuer,
    year: reading.year ?? reading.plan.year,
    reading,
    ...(source.bytes === undefined ? {} : { bytes: source.bytes }),
    sourceSha256:
      "reading" in source ? source.sourceSha256 : createHash("sha256").update(source.bytes).digest("hex"),
    addedAt: new Date().toISOString(),
    itemsFor: (documentId: string) => readers.harvest(reading, documentId),
  };
}

/** Names this library in the index cache, so that the cache of another library is never used. */
function libraryId(database: Database): string {
  const known = propertyOf(database, LIBRARY_ID);
  if (known !== undefined) return known;
  const id = randomUUID();
  setProperty(database, LIBRARY_ID, id);
  return id;
}

function maintain(state: State, folder: string): void {
  if (state.lost !== undefined) return;
  try {
    if (!isSound(state.database)) throw new LibraryUnavailable("damaged", "the check found damage");
    backUp(state.database, folder, stamp(new Date()).slice(0, 8));
  } catch (error) {
    const failure = unavailable(error);
    console.warn(`the library was not checked and copied: ${failure.message}`);
    if (failure.reason !== "damaged") return;
    state.lost = "damaged";
    closeDatabase(state);
    setAside(folder, stamp(new Date()));
  }
}

function closeDatabase(state: State): void {
  if (!state.closed) state.database.close();
  state.closed = true;
}

/** `20270329-143022`: for file names, in local time. */
function stamp(now: Date): string {
  const parts = [
    now.getFullYear(),
    now.getMonth() + 1,
    now.getDate(),
    now.getHours(),
    now.getMinutes(),
    now.getSeconds(),
  ];
  const digits = parts.map((part) => String(part).padStart(2, "0"));
  return `${digits.slice(0, 3).join("")}-${digits.slice(3).join("")}`;
}
