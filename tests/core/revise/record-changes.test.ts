import { describe, expect, it } from "vitest";
import type { Change, TextChange } from "../../../src/core/revise/change.ts";
import { recordsOf, stampedRecords } from "../../../src/core/revise/record-changes.ts";

const ZHANG = { author: "张三", at: "2026-11-25T08:00:00Z" };
const LI = { author: "李四", at: "2026-11-25T09:00:00Z" };

function words(from: number, deleted: string, inserted: string, block = "a"): TextChange {
  const to = from + deleted.length;
  const place = { from, to, nowFrom: from, nowTo: from + inserted.length };
  return { kind: "text", key: `text ${block} ${from}`, block, part: null, deleted, inserted, ...place };
}

const gone: Change = {
  kind: "deleted",
  key: "deleted b",
  block: "b",
  part: null,
  lines: ["b"],
  line: "item",
  text: "语言文字",
  after: "a",
};

const authorsOf = (changes: readonly Change[], records: ReturnType<typeof stampedRecords>) =>
  recordsOf(changes, records).map((record) => record?.author);

describe("stampedRecords", () => {
  it("stamps what is new and leaves the rest as it was recorded, the identical object", () => {
    const first = stampedRecords([words(2, "3", "5")], [], ZHANG);
    const second = stampedRecords([words(2, "3", "5"), gone], first, LI);
    expect(second[0]).toBe(first[0]);
    expect(second.map(({ author }) => author)).toEqual(["张三", "李四"]);
  });

  it("gives a change that has become another one to the last author", () => {
    const first = stampedRecords([words(2, "", "年内")], [], ZHANG);
    expect(stampedRecords([words(2, "", "力争年内")], first, LI)).toMatchObject([LI]);
  });

  it("forgets changes that are no more", () => {
    expect(stampedRecords([], stampedRecords([gone], [], ZHANG), LI)).toEqual([]);
  });
});

describe("recordsOf", () => {
  it("finds a change that grew by the range that it touches, and no other", () => {
    const records = stampedRecords([words(2, "", "年内"), words(9, "2", "6")], [], ZHANG);
    expect(authorsOf([words(1, "建", "年内新"), words(9, "2", "6")], records)).toEqual(["张三", "张三"]);
    expect(authorsOf([words(5, "", "新")], records)).toEqual([undefined]);
    expect(authorsOf([words(2, "", "年内", "c")], records)).toEqual([undefined]);
  });

  it("tells two places of one wording apart by their ranges", () => {
    const both = [words(2, "3", "5"), words(9, "3", "5")];
    const records = [
      ...stampedRecords(both.slice(0, 1), [], ZHANG),
      ...stampedRecords(both.slice(1), [], LI),
    ];
    expect(authorsOf(both, records)).toEqual(["张三", "李四"]);
  });
});
