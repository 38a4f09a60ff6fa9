import { describe, expect, it } from "vitest";
import { alignSentences, overlapOf } from "../../../src/core/compare/overlap.ts";
import { sentencesOf } from "../../../src/core/compare/sentences.ts";

const FIRST = "加强中小学班主任队伍建设，完善师德建设长效机制。";
const SECOND = "深入开展青少年生态文明意识教育；";
const THIRD = "组织开展“阅读季”活动。";

describe("sentencesOf", () => {
  it("gives parts that spell the text", () => {
    const text = `${FIRST}${SECOND}他说：“办好教育。”\n没有句号`;
    expect(sentencesOf(text)).toEqual([FIRST, SECOND, "他说：“办好教育。”", "\n", "没有句号"]);
    expect(sentencesOf("")).toEqual([]);
    expect(sentencesOf("。。")).toEqual(["。。"]);
  });
});

describe("alignSentences", () => {
  it("finds the source of each sentence wherever it stands", () => {
    const changed = THIRD.replace("活动", "系列活动");
    expect(alignSentences(FIRST + SECOND + THIRD, `${changed + FIRST}建设一批重点实验室。`)).toEqual([
      { next: changed, last: THIRD, common: THIRD.length },
      { next: FIRST, last: FIRST, common: FIRST.length },
      { next: "建设一批重点实验室。", last: null, common: 0 },
    ]);
  });
});

describe("overlapOf", () => {
  it("counts characters, whatever the order of sentences", () => {
    expect(overlapOf(FIRST + SECOND, SECOND + FIRST)).toBe(100);
    expect(overlapOf(FIRST, `${FIRST}建设一批重点实验室，改革导师考核办法与标准。`)).toBe(52);
    expect(overlapOf(FIRST, "")).toBe(0);
    expect(overlapOf("", FIRST)).toBe(0);
  });

  it("gives 100 for nothing less than all", () => {
    const long = "推进教育改革工作".repeat(100);
    expect(overlapOf(long, `${long}吗`)).toBe(99);
  });
});
