/** Rows of the index that describe an item: provenance, topics and signature. */

import type { FoldedItem } from "./item-grams.ts";
import { SIGNATURE_LENGTH, writeSignature } from "./minhash.ts";
import { type Columns, FIELD_WEIGHTS, type StringTable } from "./suggest-index.ts";
import type { LibraryItem } from "./suggestion.ts";
import { countTopics, strongestTopics, TOPICS_PER_ITEM, type Topics } from "./topics.ts";

/** String tables that the rows point into. */
export interface ColumnStrings {
  readonly documentIds: StringTable;
  readonly issuers: StringTable;
  readonly sectionHeadings: StringTable;
}

/** Room for `capacity` items. */
export function createColumns(capacity: number): Columns {
  return {
    itemIds: new Uint32Array(capacity),
    documents: new Uint32Array(capacity),
    issuers: new Uint32Array(capacity),
    years: new Uint16Array(capacity),
    sections: new Uint32Array(capacity),
    topicGroups: new Uint16Array(capacity * TOPICS_PER_ITEM),
    topicWeights: new Uint8Array(capacity * TOPICS_PER_ITEM),
    signatures: new Uint8Array(capacity * SIGNATURE_LENGTH),
    removed: new Uint8Array(capacity),
  };
}

/** Makes room for `count` items; the columns grow by half so that this is rare. */
export function ensureCapacity(columns: Columns, count: number): void {
  if (count <= columns.itemIds.length) return;
  const larger = createColumns(Math.max(count, 64, Math.ceil(columns.itemIds.length * 1.5)));
  larger.itemIds.set(columns.itemIds);
  larger.documents.set(columns.documents);
  larger.issuers.set(columns.issuers);
  larger.years.set(columns.years);
  larger.sections.set(columns.sections);
  larger.topicGroups.set(columns.topicGroups);
  larger.topicWeights.set(columns.topicWeights);
  larger.signatures.set(columns.signatures);
  larger.removed.set(columns.removed);
  Object.assign(columns, larger);
}

/** Writes the row of an item. */
export function writeRow(
  columns: Columns,
  place: number,
  item: LibraryItem,
  folded: FoldedItem,
  strings: ColumnStrings,
  topics: Topics,
): void {
  columns.itemIds[place] = item.id;
  columns.documents[place] = numberOf(strings.documentIds, item.origin.documentId);
  columns.issuers[place] = numberOf(strings.issuers, item.origin.issuer.trim());
  columns.years[place] = item.origin.year ?? 0;
  columns.sections[place] = numberOf(strings.sectionHeadings, folded.section);
  for (const [index, topic] of topicsOf(folded, topics).entries()) {
    columns.topicGroups[place * TOPICS_PER_ITEM + index] = topic.group;
    columns.topicWeights[place * TOPICS_PER_ITEM + index] = Math.round(topic.weight * 255);
  }
  writeSignature([folded.heading, folded.body], columns.signatures, place * SIGNATURE_LENGTH);
}

/** A table of the given strings in their order. */
export function createStringTable(values: readonly string[] = []): StringTable {
  return { values: [...values], numbers: new Map(values.map((value, number) => [value, number])) };
}

function numberOf(table: StringTable, value: string): number {
  const known = table.numbers.get(value);
  if (known !== undefined) return known;
  table.numbers.set(value, table.values.length);
  table.values.push(value);
  return table.values.length - 1;
}

function topicsOf(item: FoldedItem, topics: Topics) {
  const counts = new Map<number, number>();
  countTopics(topics, item.heading, FIELD_WEIGHTS.heading, counts);
  countTopics(topics, item.section, FIELD_WEIGHTS.section, counts);
  countTopics(topics, item.body, FIELD_WEIGHTS.body, counts);
  return strongestTopics(counts);
}
