import { describe, expect, it } from "vitest";
import {
  groupsWith,
  NO_OVERLAY,
  parseTopicText,
  SHIPPED_GROUPS,
  topicText,
} from "../../../src/core/suggest/topic-list.ts";

const shippedLines = topicText(SHIPPED_GROUPS).split("\n");

describe("parseTopicText", () => {
  it("finds no change in the shipped list", () => {
    expect(parseTopicText(topicText(SHIPPED_GROUPS))).toMatchObject({ ok: true, overlay: NO_OVERLAY });
  });

  it("keeps only what was changed: a line replaced, one gone, one new", () => {
    const [first = "", second = "", ...rest] = shippedLines;
    const parsed = parseTopicText([`${first}、新词`, ...rest, "", "研学，研学旅行 劳动基地"].join("\n"));
    if (!parsed.ok) throw new Error("refused");
    const key = (line: string) => line.split("、")[0] ?? "";
    expect(parsed.overlay.replaced).toEqual({
      [key(first)]: [...first.split("、"), "新词"],
      [key(second)]: [],
    });
    expect(parsed.overlay.added).toEqual([["研学", "研学旅行", "劳动基地"]]);
    expect(groupsWith(parsed.overlay)).toEqual([
      [...first.split("、"), "新词"],
      ...rest.map((line) => line.split("、")),
      ["研学", "研学旅行", "劳动基地"],
    ]);
  });

  it("refuses a line of one word and a word too long, each with its number", () => {
    expect(parseTopicText(`教师、师资\n一个词\n\n甲、${"长".repeat(31)}`)).toEqual({
      ok: false,
      problems: [
        { line: 2, code: "one-word", word: "一个词" },
        { line: 4, code: "too-long", word: "长".repeat(31) },
      ],
    });
  });

  it("takes a word such as __proto__ for a word", () => {
    const parsed = parseTopicText("__proto__、constructor");
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.overlay.added).toEqual([["__proto__", "constructor"]]);
  });
});
