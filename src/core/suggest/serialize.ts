/**
 * The index as one buffer, for a cache file that is read with one read: the arrays are views into it.
 *
 * Layout, little-endian: magic, format version, checksum of all that follows, length of the header; the header
 * (JSON in UTF-16: strings, averages, the arrays' kinds and lengths); the arrays, each on an 8-byte boundary. The file is
 * a cache: whatever does not fit gives `undefined`, and the index is built anew.
 */
import { createStringTable } from "./columns.ts";
import { SIGNATURE_LENGTH } from "./minhash.ts";
import type { SuggestIndex } from "./suggest-index.ts";
import { TOPICS_PER_ITEM, type Topics } from "./topics.ts";

/** Changes whenever grams, weights or layout do. */
const FORMAT = 1;
const MAGIC = 0x5844_4959;
const PREFIX_BYTES = 16;

/** Arrays of the file in their order. */
const ARRAYS = [
  "keys",
  "offsets",
  "places",
  "headingCounts",
  "itemIds",
  "documents",
  "issuers",
  "sections",
  "headingOffsets",
  "headingKeys",
  "years",
  "topicGroups",
  "impacts",
  "topicWeights",
  "signatures",
  "removed",
] as const;
type ArrayName = (typeof ARRAYS)[number];
type Arrays = Readonly<Record<ArrayName, Uint8Array | Uint16Array | Uint32Array>>;

interface Header {
  readonly library: string;
  readonly topics: string;
  readonly averages: { readonly heading: number; readonly section: number; readonly body: number };
  readonly count: number;
  readonly documentIds: readonly string[];
  readonly issuers: readonly string[];
  readonly sectionHeadings: readonly string[];
  readonly lengths: readonly number[];
}

/**
 * Bytes of an index without added items (build it anew first: RangeError). `library` names the store the item
 * ids belong to.
 */
export function serializeIndex(index: SuggestIndex, library: string): Uint8Array<ArrayBuffer> {
  if (index.count !== index.builtCount) throw new RangeError("an index with added items cannot be saved");
  const arrays = arraysOf(index);
  const header: Header = {
    library,
    topics: index.topics.fingerprint,
    averages: index.averages,
    count: index.count,
    documentIds: index.documentIds.values,
    issuers: index.issuers.values,
    sectionHeadings: index.sectionHeadings.values,
    lengths: ARRAYS.map((name) => arrays[name].length),
  };
  const json = JSON.stringify(header);
  const start = aligned(PREFIX_BYTES + 2 * json.length);
  const size = ARRAYS.reduce((sum, name) => sum + aligned(arrays[name].byteLength), start);
  const bytes = new Uint8Array(size);
  const units = new Uint16Array(bytes.buffer, PREFIX_BYTES, json.length);
  for (let unit = 0; unit < json.length; unit += 1) units[unit] = json.charCodeAt(unit);
  let at = start;
  for (const name of ARRAYS) {
    const array = arrays[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  const prefix = new Uint32Array(bytes.buffer, 0, PREFIX_BYTES / 4);
  prefix.set([MAGIC, FORMAT, 0, json.length]);
  prefix[2] = checksum(bytes);
  return bytes;
}

/**
 * The index in a cache file, `undefined` where the file is damaged, of another version, of another library, or
 * made with other topic groups. `buffer` must stay as it is while the index is in use.
 */
export function deserializeIndex(
  buffer: ArrayBuffer,
  library: string,
  topics: Topics,
): SuggestIndex | undefined {
  if (buffer.byteLength < PREFIX_BYTES || buffer.byteLength % 8 !== 0) return undefined;
  const bytes = new Uint8Array(buffer);
  const [magic, format, sum, jsonLength] = new Uint32Array(buffer, 0, PREFIX_BYTES / 4);
  if (magic !== MAGIC || format !== FORMAT || jsonLength === undefined || sum !== checksum(bytes))
    return undefined;
  // The sum holds, so the header is what serializeIndex wrote for this format.
  const header = JSON.parse(decode(new Uint16Array(buffer, PREFIX_BYTES, jsonLength))) as Header;
  if (header.library !== library || header.topics !== topics.fingerprint) return undefined;
  return indexOf(header, buffer, aligned(PREFIX_BYTES + 2 * jsonLength), topics);
}

function indexOf(header: Header, buffer: ArrayBuffer, start: number, topics: Topics): SuggestIndex {
  let at = start;
  const lengths = new Map(ARRAYS.map((name, number) => [name, header.lengths[number] ?? 0]));
  const view = <A extends { readonly byteLength: number }>(
    create: new (buffer: ArrayBuffer, offset: number, length: number) => A,
    name: ArrayName,
  ): A => {
    const array = new create(buffer, at, lengths.get(name) ?? 0);
    at += aligned(array.byteLength);
    return array;
  };
  // In the order of ARRAYS.
  const keys = view(Uint32Array, "keys");
  const offsets = view(Uint32Array, "offsets");
  const places = view(Uint32Array, "places");
  const headingCounts = view(Uint32Array, "headingCounts");
  const itemIds = view(Uint32Array, "itemIds");
  const documents = view(Uint32Array, "documents");
  const issuers = view(Uint32Array, "issuers");
  const sections = view(Uint32Array, "sections");
  const headingOffsets = view(Uint32Array, "headingOffsets");
  const headingKeys = view(Uint32Array, "headingKeys");
  const years = view(Uint16Array, "years");
  const topicGroups = view(Uint16Array, "topicGroups");
  const impacts = view(Uint8Array, "impacts");
  const topicWeights = view(Uint8Array, "topicWeights");
  const signatures = view(Uint8Array, "signatures");
  const removed = view(Uint8Array, "removed");
  return {
    topics,
    averages: header.averages,
    builtCount: header.count,
    count: header.count,
    removedCount: removed.reduce((sum, flag) => sum + flag, 0),
    postings: { keys, offsets, places, impacts, headingCounts },
    added: { byKey: new Map(), headingCounts: new Map() },
    columns: { itemIds, documents, issuers, years, sections, topicGroups, topicWeights, signatures, removed },
    documentIds: createStringTable(header.documentIds),
    issuers: createStringTable(header.issuers),
    sectionHeadings: createStringTable(header.sectionHeadings),
    headingOffsets,
    headingKeys,
    addedHeadingKeys: [],
    scores: new Float32Array(header.count),
  };
}

function arraysOf(index: SuggestIndex): Arrays {
  const { postings, columns, count } = index;
  return {
    keys: postings.keys,
    offsets: postings.offsets,
    places: postings.places,
    headingCounts: postings.headingCounts,
    itemIds: columns.itemIds.subarray(0, count),
    documents: columns.documents.subarray(0, count),
    issuers: columns.issuers.subarray(0, count),
    sections: columns.sections.subarray(0, count),
    headingOffsets: index.headingOffsets,
    headingKeys: index.headingKeys,
    years: columns.years.subarray(0, count),
    topicGroups: columns.topicGroups.subarray(0, count * TOPICS_PER_ITEM),
    impacts: postings.impacts,
    topicWeights: columns.topicWeights.subarray(0, count * TOPICS_PER_ITEM),
    signatures: columns.signatures.subarray(0, count * SIGNATURE_LENGTH),
    removed: columns.removed.subarray(0, count),
  };
}

function decode(units: Uint16Array): string {
  // In pieces: a call takes a limited number of arguments.
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return pieces.join("");
}

/** Over everything behind the field that holds it. Each step is a bijection, so no single wrong word goes unseen. */
function checksum(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, 12, (bytes.byteLength - 12) >>> 2);
  let hash = 0;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
