/** What the app's main thread and the library's worker say to each other: one table of calls. */
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import type { SuggestContext, Suggestion } from "../../../src/core/suggest/suggestion.ts";
import type { LibraryDocument } from "./document-store.ts";
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
  | { readonly name: string; readonly reading: PlanReading; readonly sourceSha256: string };

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
