/** What the app's main thread and the library's worker say to each other: one table of calls. */
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
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
import type { SuggestContext, Suggestion } from "../../../src/core/suggest/suggestion.ts";
import type { TopicOverlay } from "../../../src/core/suggest/topic-list.ts";
import type { LibraryDocument } from "./document-store.ts";
import type { ChangedDocument } from "./library-calls.ts";
import type { UnavailableReason } from "./library-file.ts";

/** `restored` with `available`: a damaged library was replaced by its newest backup. */
export interface LibraryStatus {
  readonly available: boolean;
  readonly reason: UnavailableReason | "restored" | null;
  readonly documents: number;
  readonly items: number;
  /** Whether this start made the library and filled it with the seed documents. */
  readonly firstRun: boolean;
}

/** A document as a file, or already read. */
export type DocumentSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly name: string;
      readonly reading: PlanReading;
      readonly sourceSha256: string;
      /** The file, where it is to be kept. */
      readonly bytes?: Uint8Array;
    };

export interface AddedDocument {
  readonly document: LibraryDocument;
  /** Whether a document that was there has been replaced. */
  readonly updated: boolean;
}

/** A document that every new library begins with. */
export interface SeedDocument {
  readonly name: string;
  /** Path of the file; read only when a library is made. */
  readonly file: string;
}

/** What the worker is started with. */
export interface LibraryJobData {
  readonly kind: "library";
  /** Folder for database, index and backups; made if it is missing. */
  readonly folder: string;
  readonly seeds: readonly SeedDocument[];
}

export interface LibraryCalls {
  readonly status: { readonly request: undefined; readonly reply: LibraryStatus };
  readonly suggest: { readonly request: SuggestContext; readonly reply: readonly Suggestion[] };
  readonly documents: { readonly request: undefined; readonly reply: readonly LibraryDocument[] };
  readonly reading: { readonly request: string; readonly reply: PlanReading | null };
  readonly addDocument: { readonly request: DocumentSource; readonly reply: AddedDocument };
  readonly search: { readonly request: LibrarySearch; readonly reply: LibraryFound };
  readonly entry: { readonly request: number; readonly reply: LibraryEntry };
  readonly mark: {
    readonly request: { readonly itemId: number; readonly mark: ItemMark };
    readonly reply: null;
  };
  readonly remove: { readonly request: string; readonly reply: null };
  /** The file of a document with its name. */
  readonly source: {
    readonly request: string;
    readonly reply: { readonly name: string; readonly bytes: Uint8Array };
  };
  readonly replaceReading: {
    readonly request: { readonly documentId: string; readonly reading: PlanReading };
    readonly reply: ChangedDocument;
  };
  readonly correct: {
    readonly request: { readonly documentId: string; readonly correction: DocumentCorrection };
    readonly reply: ChangedDocument;
  };
  /** Another text for an item, null for the one of its source. */
  readonly correctItem: {
    readonly request: { readonly itemId: number; readonly text: ItemText | null };
    readonly reply: { readonly itemId: number };
  };
  /** Items of one document anew, without the index; to be followed by `buildAgain`. */
  readonly harvestAgain: { readonly request: string; readonly reply: null };
  /** The index anew; tells its progress. */
  readonly buildAgain: { readonly request: undefined; readonly reply: null };
  readonly topics: { readonly request: undefined; readonly reply: TopicOverlay };
  /** Keeps other topic groups and builds the index anew with them; tells its progress. */
  readonly setTopics: { readonly request: TopicOverlay; readonly reply: null };
  /** All documents as the bytes of a library file. */
  readonly exportFile: { readonly request: undefined; readonly reply: Uint8Array<ArrayBuffer> };
  readonly merge: { readonly request: ExchangedDocument; readonly reply: MergeOutcome };
  readonly close: { readonly request: undefined; readonly reply: null };
}
export type LibraryCall = keyof LibraryCalls;

export type CallMessage = {
  readonly [C in LibraryCall]: {
    readonly id: number;
    readonly call: C;
    readonly request: LibraryCalls[C]["request"];
  };
}[LibraryCall];

/** What the worker tells while a long call runs. */
export interface ProgressMessage {
  readonly progress: { readonly done: number; readonly total: number };
}

/**
 * `code` of a failure: of the reader of a document (`empty-file` …), `library-unavailable`, or `internal`; with
 * `library-unavailable` there is a `reason`.
 */
export type ReplyMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly reason: UnavailableReason | null;
      readonly message: string;
      /** The document concerned. */
      readonly subject: string | null;
    };
