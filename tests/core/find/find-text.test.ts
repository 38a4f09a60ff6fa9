import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { type FindQuery, findText, matchFrom, outermostPartAt } from "../../../src/core/find/find-text.ts";
import { clause, item, paragraph, plan, section } from "../../support/plan-builder.ts";

const doc = toDoc(
  plan("教育要点", [
    section("党建", [item("学习教育。推进ＡＰＰ整治", [paragraph("教育教育教育"), clause("带头教育")])]),
    section("业务", [item("app备案（2026）")]),
  ]),
);
const firstPart = outermostPartAt(doc, 20);

function texts(query: Partial<FindQuery>): readonly string[] {
  return findText(doc, { text: "", exact: false, ...query }).map(({ text }) => text);
}

describe("findText", () => {
  it("finds a text in title, headings, paragraphs and clauses, at the positions where it stands", () => {
    const found = findText(doc, { text: "教育", exact: true });
    expect(found).toHaveLength(6);
    for (const { from, to, text } of found) expect(doc.textBetween(from, to)).toBe(text);
  });

  it("finds no overlapping matches", () => {
    expect(texts({ text: "教育教育" })).toEqual(["教育教育"]);
  });

  it("takes case and width as the same unless told apart", () => {
    expect(texts({ text: "App" })).toEqual(["ＡＰＰ", "app"]);
    expect(texts({ text: "(2026)" })).toEqual(["（2026）"]);
    expect(texts({ text: "app", exact: true })).toEqual(["app"]);
  });

  it("searches one part only, and nothing where that part is gone", () => {
    expect(texts({ text: "app", within: firstPart ?? "" })).toEqual(["ＡＰＰ"]);
    expect(texts({ text: "app", within: "gone" })).toEqual([]);
  });

  it("finds an empty text nowhere", () => {
    expect(texts({ text: "" })).toEqual([]);
  });

  it("keeps offsets right behind a letter whose lower case is longer", () => {
    const turkish = toDoc(plan("İ教育", []));
    const [match] = findText(turkish, { text: "教育", exact: false });
    expect(match && turkish.textBetween(match.from, match.to)).toBe("教育");
  });
});

describe("matchFrom", () => {
  it("gives the next match, and the first one from the end on", () => {
    const found = findText(doc, { text: "教育", exact: true });
    expect(matchFrom(found, 0)).toBe(0);
    expect(matchFrom(found, (found[2]?.from ?? 0) - 1)).toBe(2);
    expect(matchFrom(found, doc.content.size)).toBe(0);
    expect(matchFrom([], 0)).toBe(-1);
  });
});

describe("outermostPartAt", () => {
  it("knows no part in the title", () => {
    expect(outermostPartAt(doc, 1)).toBeUndefined();
  });
});
