/** Work on the library that takes long: one at a time, and it can be asked how far it is. */

import type { MergeOutcome, MergeReport } from "../../../src/core/suggest/library-exchange.ts";
import type { ReplyOf } from "../../../src/host/contract.ts";
import { HostError } from "../../../src/host/host-error.ts";
import type { ReadExchange } from "./exchange-file.ts";
import type { Library } from "./library.ts";

export type Progress = NonNullable<ReplyOf<"library.progress">["progress"]>;
export type Tell = (progress: Progress) => void;

export interface LongWork {
  /** Runs `work`; fails with `busy` while another one is under way. */
  readonly run: <T>(work: (tell: Tell) => Promise<T>) => Promise<T>;
  readonly progress: () => Progress | null;
}

export function createLongWork(): LongWork {
  let current: Progress | null = null;
  return {
    run: async (work) => {
      if (current !== null) throw new HostError("busy", "the library is being built");
      current = { stage: "documents", done: 0, total: 0 };
      try {
        return await work((progress) => {
          current = progress;
        });
      } finally {
        current = null;
      }
    },
    progress: () => current,
  };
}

/**
 * Items and index anew from the stored documents. Every document is a call of its own, so that suggestions are answered
 * in between; one whose stored reading cannot be used keeps its items and is named.
 */
export async function rebuild(
  library: Library,
  tell: Tell,
): Promise<{ readonly documents: number; readonly failed: readonly string[] }> {
  const documents = await library.documents();
  const failed: string[] = [];
  for (const [done, { documentId, title }] of documents.entries()) {
    tell({ stage: "documents", done, total: documents.length });
    try {
      await library.harvestAgain(documentId);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      failed.push(title);
    }
  }
  library.onProgress((progress) => tell({ stage: "index", ...progress }));
  await library.buildAgain();
  return { documents: documents.length, failed };
}

/** Merges what was read of a library file, document by document. */
export async function mergeAll(library: Library, read: ReadExchange, tell: Tell): Promise<MergeReport> {
  const before = (await library.status()).items;
  const outcomes: MergeOutcome[] = [];
  for (const [done, document] of read.documents.entries()) {
    tell({ stage: "documents", done, total: read.documents.length });
    outcomes.push(await library.merge(document));
  }
  // Many single additions make searching slow; then the index is built anew.
  if (outcomes.filter(({ outcome }) => outcome === "added").length > MANY_DOCUMENTS) {
    library.onProgress((progress) => tell({ stage: "index", ...progress }));
    await library.buildAgain();
  }
  const { items } = await library.status();
  return { outcomes: [...outcomes, ...read.refused], addedItems: Math.max(0, items - before) };
}

const MANY_DOCUMENTS = 20;

function isDamaged(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "damaged";
}
