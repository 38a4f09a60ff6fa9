import { describe, expect, it } from "vitest";
import { completionOf } from "../../../src/core/suggest/completion.ts";
import { libraryItem } from "../../support/library-items.ts";

const item = libraryItem(1, "师德", { body: "开展师德教育。到2026年底，完成2027年轮训；落实考核。" });
const from = item.body.indexOf("2027年");
const mark = {
  type: "dated" as const,
  from,
  to: from + 5,
  id: "m",
  kind: "own-year" as const,
  state: "open" as const,
  original: "2027年",
  proposed: null,
  certain: false,
  reason: "own-year",
};
const suggestions = [{ item, bodyDated: [mark] }];

describe("completionOf", () => {
  it("gives the rest of the sentence that begins as the typed one, with the dates that lie in it", () => {
    const completion = completionOf("别的话。到2026年底，", suggestions);
    expect(completion?.text).toBe("完成2027年轮训；");
    expect(completion?.dated.map((each) => completion.text.slice(each.from, each.to))).toEqual(["2027年"]);
    expect(completion?.origin).toBe(item.origin);
  });

  it("gives nothing inside a dated expression, which would stand unmarked", () => {
    expect(completionOf("到2026年底，完成20", suggestions)).toBeUndefined();
    expect(completionOf("到2026年底，完成2027年", suggestions)?.text).toBe("轮训；");
  });

  it("gives nothing for a few characters, a finished sentence, or words that stand elsewhere", () => {
    expect(completionOf("开展师", suggestions)).toBeUndefined();
    expect(completionOf("开展师德教育。", suggestions)).toBeUndefined();
    expect(completionOf("师德教育怎样", suggestions)).toBeUndefined();
  });
});
