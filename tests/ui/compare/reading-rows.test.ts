import { describe, expect, it } from "vitest";
import { comparePlans } from "../../../src/core/compare/compare-plans.ts";
import { pictureOf } from "../../../src/ui/compare/picture.ts";
import { readingRows } from "../../../src/ui/compare/reading-rows.ts";
import {
  clause,
  item,
  paragraph,
  plan,
  planWith,
  section,
  subsection,
  texts,
} from "../../support/year-plan.ts";

const GIVEN = planWith(
  plan(
    2026,
    section("抓党建。全面落实。", paragraph("总的要求。"), subsection("学习", item("学理论。每月一次。"))),
    section("抓作风", clause("改文风。"), clause("改会风。")),
    section("抓保障", item("强队伍。")),
  ),
  { leadIn: ["今年工作如下。"] },
);

describe("readingRows", () => {
  it("leaves nothing of the text out, in the order of the document", () => {
    const rows = readingRows(GIVEN);
    expect(rows.map(({ kind, ordinal, text }) => `${kind} ${ordinal} ${text}`)).toEqual([
      "text  今年工作如下。",
      "heading 一 抓党建",
      "text  全面落实。\n总的要求。",
      "heading 一 学习",
      "point 1 学理论。每月一次。",
      "heading 二 抓作风",
      "point 一 改文风。",
      "point 二 改会风。",
      "heading 三 抓保障",
      "point 2 强队伍。",
    ]);
    const read = rows.map(({ text }) => text).join("");
    for (const text of texts(GIVEN).slice(1)) expect(read).toContain(text.replace(/^抓党建。/, ""));
  });
});

describe("pictureOf", () => {
  it("has a bar for every point of both years and a legend of the kinds with their counts", () => {
    const last = plan(2025, section("抓党建", item("学理论。每月一次。"), item("办食堂。做好食品安全。")));
    const picture = pictureOf(comparePlans(last, GIVEN));
    expect([picture.last.length, picture.next.length]).toEqual([2, 4]);
    const labels = picture.legend.map(({ label }) => label);
    expect(labels).toContain("新 新增 3");
    expect(labels).toContain("未 未列 1");
  });
});
