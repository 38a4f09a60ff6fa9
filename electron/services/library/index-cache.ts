/** The suggestion index beside the database: loaded when it fits, brought up to date, built anew when it does not. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { addItem, buildIndex, removeItems } from "../../../src/core/suggest/build-index.ts";
import { deserializeIndex, serializeIndex } from "../../../src/core/suggest/serialize.ts";
import type { SuggestIndex } from "../../../src/core/suggest/suggest-index.ts";
import type { Topics } from "../../../src/core/suggest/topics.ts";
import { allItems, itemIds, itemsAfter } from "./document-store.ts";
import type { Database } from "./sqlite.ts";

const FILE = "library.index";
/** Changes carried beside the built part before it is built anew: this many, or this share. */
const CARRIED_CHANGES = 50;
const CARRIED_SHARE = 0.1;

/** The index of all items in the database. `library` is the library's id. */
export function openIndex(database: Database, folder: string, library: string, topics: Topics): SuggestIndex {
  const cached = readCache(folder, library, topics);
  if (cached !== undefined && catchUp(cached, database)) return cached;
  const index = buildIndex(allItems(database), topics);
  writeCache(folder, serializeIndex(index, library));
  return index;
}

/** Saves an index that was built anew; `library` is the library's id. */
export function saveIndex(folder: string, library: string, index: SuggestIndex): void {
  writeCache(folder, serializeIndex(index, library));
}

function readCache(folder: string, library: string, topics: Topics): SuggestIndex | undefined {
  try {
    const bytes = readFileSync(join(folder, FILE));
    // Views of 4 bytes need an aligned buffer of their own; Node may hand out a slice of a shared one.
    const { buffer, byteOffset, byteLength } = bytes;
    const own =
      byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer
        ? buffer
        : Uint8Array.from(bytes).buffer;
    return deserializeIndex(own, library, topics);
  } catch {
    // A cache that cannot be read is built anew, whatever the cause.
    return undefined;
  }
}

/** Applies to the cached index what changed in the database since; false where that is too much. */
function catchUp(index: SuggestIndex, database: Database): boolean {
  const current = itemIds(database);
  const gone = new Set<number>();
  let newest = 0;
  for (const id of index.columns.itemIds.subarray(0, index.count)) {
    if (!current.has(id)) gone.add(id);
    newest = Math.max(newest, id);
  }
  const added = current.size - (index.count - gone.size);
  if (gone.size + added > CARRIED_CHANGES + CARRIED_SHARE * index.count) return false;
  removeItems(index, gone);
  for (const item of added > 0 ? itemsAfter(database, newest) : []) addItem(index, item);
  return index.count - index.removedCount === current.size;
}

/** Written aside and renamed, so that no half-written cache is ever read; a failure costs only the next start. */
function writeCache(folder: string, bytes: Uint8Array): void {
  const file = join(folder, FILE);
  const part = `${file}.${process.pid}.part`;
  try {
    const target = openSync(part, "w", 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    console.warn(`the suggestion index was not saved: ${String(error)}`);
  }
}
