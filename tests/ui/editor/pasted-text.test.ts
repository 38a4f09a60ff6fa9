import { describe, expect, it } from "vitest";
import { MAX_TEXT_LENGTH } from "../../../src/core/plan/model.ts";
import { textOfHtml } from "../../../src/ui/editor/clipboard/html-text.ts";
import { linesOfText } from "../../../src/ui/editor/clipboard/lines-of-text.ts";

const texts = (text: string) => linesOfText(text).map(({ content }) => content.textBetween(0, content.size));

describe("textOfHtml", () => {
  it.each([
    ["<p>一</p><p>二</p>", ["一", "二"]],
    ["<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲 乙"]],
    ["一<br>二 \n 三", ["一", "二 三"]],
    ["&ldquo;十五五&rdquo;&#x4e2d;&#22269;&nbsp;&lt;b&gt;&unknown;", ["“十五五”中国 <b>&unknown;"]],
    ["<script>x</script>甲<style>p{}</style><!-- <p>注</p> --><svg><text>图</text></svg>乙", ["甲乙"]],
    ["甲<img src=x onerror='y()'><a href='javascript:z()'>乙</a>", ["甲乙"]],
    ["甲<script>x", ["甲"]],
    ["5 < 6", ["5 < 6"]],
  ])("reads %s", (html, expected) =>
    expect(texts(textOfHtml(html)).map((text) => text.trim())).toEqual(expected),
  );

  it.each(["<script>", "<script", "<p", "<!", "<!--", "&#", "</td", "<svg><"])(
    "reads what is never closed once, however often it comes: %s",
    (piece) => expect(textOfHtml(`甲${piece.repeat(250_000)}`).startsWith("甲")).toBe(true),
  );
});

describe("linesOfText", () => {
  it("makes a paragraph of each line with text", () => {
    expect(texts("一\r\n\r\n　　二\u000b三\u2029  四  \n")).toEqual(["一", "二", "三", "四"]);
  });

  it("keeps spaces at both ends of what was copied, and drops what cannot be seen", () => {
    expect(texts(" 甲\u200b乙\ufeff\t丙 ")).toEqual([" 甲乙 丙 "]);
    expect(texts("\u202e甲\u0000")).toEqual(["甲"]);
  });

  it("cuts a line that is no paragraph any more, but no character", () => {
    const pieces = texts(`${"长".repeat(9_999)}𠮷${"长".repeat(MAX_TEXT_LENGTH)}`);
    expect(pieces.slice(0, 2).map(({ length }) => length)).toEqual([9_999, 10_000]);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });

  it("repairs half characters", () => {
    expect(texts("甲\ud800乙")).toEqual(["甲\ufffd乙"]);
  });
});
