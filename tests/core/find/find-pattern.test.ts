import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import {
  foundByPattern,
  isPattern,
  MOST_PATTERN_MATCHES,
  matchPattern,
} from "../../../src/core/find/find-pattern.ts";
import { searchedParagraphs } from "../../../src/core/find/find-text.ts";
import { replacementOf } from "../../../src/core/find/replace-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

describe("isPattern", () => {
  it("tells regular expressions from slips of the pen", () => {
    expect(["第(\\d+)项", "", "\\p{Script=Han}+"].map(isPattern)).toEqual([true, true, true]);
    expect(["(", "[", "a{2,1}", "\\", "\\q"].map(isPattern)).toEqual([false, false, false, false, false]);
  });
});

describe("matchPattern", () => {
  it("gives ranges and groups paragraph by paragraph, and nothing empty", () => {
    expect(matchPattern(["第3项、第12项", "无"], "第(\\d+)(项)?x?", true)).toEqual([
      { paragraph: 0, from: 0, to: 3, groups: ["3", "项"] },
      { paragraph: 0, from: 4, to: 8, groups: ["12", "项"] },
    ]);
    expect(matchPattern(["甲乙"], "x*", true)).toEqual([]);
    expect(matchPattern(["甲"], "(甲)|(乙)", true)).toMatchObject([{ groups: ["甲", ""] }]);
  });

  it("minds the case only when asked, and counts characters of two halves as one", () => {
    expect(matchPattern(["Abc"], "a.c", false)).toHaveLength(1);
    expect(matchPattern(["Abc"], "a.c", true)).toEqual([]);
    expect(matchPattern(["𠮷日"], "^.日", true)).toMatchObject([{ from: 0, to: 3 }]);
  });

  it("ends with the most matches", () => {
    expect(matchPattern(["字".repeat(MOST_PATTERN_MATCHES + 5)], "字", true)).toHaveLength(
      MOST_PATTERN_MATCHES,
    );
  });
});

describe("foundByPattern", () => {
  it("places matches in the document, with what stands around them", () => {
    const doc = toDoc(plan("要点", [section("党建", [item("到2027年建成12所")])]));
    const paragraphs = searchedParagraphs(doc);
    const matches = matchPattern(
      paragraphs.map(({ text }) => text),
      "(\\d+)所",
      true,
    );
    const [found] = foundByPattern(paragraphs, matches);
    expect(found).toMatchObject({ text: "12所", before: "到2027年建成", after: "", groups: ["12"] });
    expect(doc.textBetween(found?.from ?? 0, found?.to ?? 0)).toBe("12所");
  });
});

describe("replacementOf", () => {
  const found = { from: 1, to: 4, text: "12所", before: "", after: "", groups: ["12"] };
  it("puts groups and the match in, and leaves what is no group as it is written", () => {
    expect(replacementOf(found, "$1个")).toBe("12个");
    expect(replacementOf(found, "“$&”")).toBe("“12所”");
    expect(replacementOf(found, "$$1 $2 $0")).toBe("$1 $2 $0");
  });

  it("takes the replacement of found words as it stands", () => {
    const { groups: _groups, ...words } = found;
    expect(replacementOf(words, "$1")).toBe("$1");
  });
});
