import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addItem, buildIndex, removeItems } from "../../../src/core/suggest/build-index.ts";
import type { SearchQuery } from "../../../src/core/suggest/query-grams.ts";
import { searchIndex } from "../../../src/core/suggest/search-index.ts";
import type { SuggestIndex } from "../../../src/core/suggest/suggest-index.ts";
import { libraryItem, syntheticLibrary } from "../../support/library-items.ts";
import { seedItems } from "../../support/suggestion-quality.ts";

const query = (typed: string): SearchQuery => ({
  typed,
  heading: "",
  sectionHeading: "",
  issuer: "",
  year: null,
});

const found = (index: SuggestIndex, typed: string) =>
  searchIndex(index, query(typed))
    .hits.map((hit) => index.columns.itemIds[hit.place])
    .sort();

const headings = fc.constantFrom(...seedItems.map((item) => item.heading));

describe("addItem and removeItems", () => {
  it("find the same items as an index built of them", () => {
    const items = seedItems.slice(0, 60);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
        headings,
        (built, gone, typed) => {
          const removed = new Set(gone);
          const changed = buildIndex(items.slice(0, built));
          for (const item of items.slice(built)) addItem(changed, item);
          removeItems(changed, removed);
          expect(changed.count - changed.removedCount).toBe(60 - removed.size);
          const expected = found(buildIndex(items), typed).filter((id) => !removed.has(id ?? 0));
          // Nothing that is there is lost; what counts as common depends on the items left.
          const actual = found(changed, typed);
          expect(actual.every((id) => !removed.has(id ?? 0))).toBe(true);
          if (removed.size === 0) expect(actual).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("grow an empty index", () => {
    const index = buildIndex([]);
    for (let id = 1; id <= 200; id += 1)
      addItem(index, libraryItem(id, id === 150 ? "推进县管校聘" : "发展学前教育"));
    expect(found(index, "县管校聘")).toEqual([150]);
  });

  it("ignore ids that are not there", () => {
    const index = buildIndex([libraryItem(1, "推进轮岗")]);
    removeItems(index, new Set([7]));
    expect(found(index, "轮岗")).toEqual([1]);
  });
});

describe("searchIndex", () => {
  it("finds the drafter's own item among thousands of others", () => {
    const own = libraryItem(99_999, "发展学前教育", { issuer: "丙县教育局", body: "提升保教质量。" });
    const index = buildIndex([...syntheticLibrary(3_000), own]);
    const { hits } = searchIndex(index, { ...query("发展学前教育"), issuer: "丙县教育局" });
    expect(hits.some((hit) => hit.own && index.columns.itemIds[hit.place] === 99_999)).toBe(true);
  });

  it("never finds items of the excluded document", () => {
    const index = buildIndex([
      libraryItem(1, "推进轮岗", { document: "a" }),
      libraryItem(2, "推进轮岗", { document: "b" }),
    ]);
    const { hits } = searchIndex(index, { ...query("轮岗"), excludedDocument: "a" });
    expect(hits.map((hit) => index.columns.itemIds[hit.place])).toEqual([2]);
  });

  it("gives at most 120 items, best first", () => {
    const index = buildIndex(syntheticLibrary(1_000));
    const { hits } = searchIndex(index, query("加强教师队伍建设"));
    expect(hits).toHaveLength(120);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });
});
