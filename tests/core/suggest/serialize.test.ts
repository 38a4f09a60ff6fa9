import { describe, expect, it } from "vitest";
import { addItem, buildIndex, removeItems } from "../../../src/core/suggest/build-index.ts";
import { searchIndex } from "../../../src/core/suggest/search-index.ts";
import { deserializeIndex, serializeIndex } from "../../../src/core/suggest/serialize.ts";
import { defaultTopics, prepareTopics } from "../../../src/core/suggest/topics.ts";
import { seededRandom } from "../../support/library-items.ts";
import { labelledQueries, seedItems } from "../../support/suggestion-quality.ts";

const topics = defaultTopics();
const query = (typed: string) => ({ typed, heading: "", sectionHeading: "", issuer: "", year: null });

describe("serializeIndex and deserializeIndex", () => {
  it("give an index that answers every query alike, removed items included", () => {
    const index = buildIndex(seedItems, topics);
    removeItems(index, new Set([3, 90]));
    const opened = deserializeIndex(serializeIndex(index, "a").buffer, "a", topics);
    expect(opened?.removedCount).toBe(2);
    for (const { q } of labelledQueries)
      expect(opened && searchIndex(opened, query(q)).hits).toEqual(searchIndex(index, query(q)).hits);
  });

  it("give an index to which items can be added", () => {
    const opened = deserializeIndex(serializeIndex(buildIndex(seedItems, topics), "a").buffer, "a", topics);
    const [item] = seedItems;
    if (opened === undefined || item === undefined) throw new Error("not opened");
    addItem(opened, { ...item, id: 999, heading: "推进航天科普之旅" });
    const [first] = searchIndex(opened, query("航天科普之旅")).hits;
    expect(opened.columns.itemIds[first?.place ?? 0]).toBe(999);
  });

  it("work for an empty library", () => {
    const opened = deserializeIndex(serializeIndex(buildIndex([], topics), "a").buffer, "a", topics);
    expect(opened?.count).toBe(0);
  });

  it("refuse an index of another library, or made with other topic groups", () => {
    const { buffer } = serializeIndex(buildIndex(seedItems, topics), "a");
    expect(deserializeIndex(buffer, "b", topics)).toBeUndefined();
    expect(deserializeIndex(buffer, "a", prepareTopics([]))).toBeUndefined();
  });

  it("refuse a file that is cut anywhere, or has one wrong bit", () => {
    const bytes = serializeIndex(buildIndex(seedItems.slice(0, 40), topics), "a");
    const random = seededRandom(1);
    for (let cut = 0; cut < 64; cut += 1)
      expect(deserializeIndex(bytes.slice(0, (bytes.length * cut) / 64).buffer, "a", topics)).toBeUndefined();
    for (let run = 0; run < 200; run += 1) {
      const damaged = bytes.slice();
      const at = Math.floor(random() * damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      expect(deserializeIndex(damaged.buffer, "a", topics)).toBeUndefined();
    }
  });

  it("refuse to save added items, which are only kept until the next build", () => {
    const index = buildIndex([], topics);
    const [item] = seedItems;
    if (item !== undefined) addItem(index, item);
    expect(() => serializeIndex(index, "a")).toThrow(RangeError);
  });
});
