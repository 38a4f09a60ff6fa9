import { describe, expect, it } from "vitest";
import {
  LONGEST_STRUCTURED,
  sourceOfText,
  structuredLines,
} from "../../../src/ui/editor/clipboard/structured-lines.ts";
import { seeds } from "../../support/reading.ts";

function read(text: string, withTitle = false): readonly string[] | undefined {
  return structuredLines(sourceOfText(text), withTitle)?.lines.map(
    ({ kind, content }) => `${kind} ${content.textBetween(0, content.size)}`,
  );
}

/** Han characters in order: what repairs never change. */
function han(text: string): string {
  return text.replace(/\P{Script=Han}/gu, "");
}

describe("structuredLines", () => {
  it("makes parts of numbered lines, and leaves what is no part as text", () => {
    expect(read("二、抓好安全\n清河区教育局\n3.排查隐患。一是查校车；二是查食堂。\n2023年3月1日")).toEqual([
      "section 抓好安全",
      "paragraph 清河区教育局",
      "item 排查隐患。",
      "clause 查校车；",
      "clause 查食堂。",
      "paragraph 2023年3月1日",
    ]);
    expect(read("一是加强领导。\r\n二是加强督查。")).toEqual(["clause 加强领导。", "clause 加强督查。"]);
  });

  it("takes no prose for a plan, however it begins", () => {
    expect(read("2023年我们去了北京。\n那里很冷。")).toBeUndefined();
    expect(read("1.抓好课堂教学。开展教研。")).toBeUndefined();
    expect(read(`一、党建\n二、业务\n${"字".repeat(LONGEST_STRUCTURED)}`)).toBeUndefined();
  });

  it("puts the title first where the plan has none yet", () => {
    const text = "某区教育局2023年工作要点\n一、党建\n1.学习。落实。\n2.检查。整改。";
    expect(read(text, true)?.slice(0, 2)).toEqual(["paragraph 某区教育局2023年工作要点", "section 党建"]);
    expect(read(text, false)?.[0]).toBe("paragraph 某区教育局2023年工作要点");
  });

  // Torn by page markers into lines that are neither title nor text: it comes in as it stands.
  const torn = "unnamed-county-2024.txt";

  it("leaves a document that has no lines of its own to plain text", () => {
    expect(read(seeds().find(({ file }) => file === torn)?.text ?? "")).toBeUndefined();
  });

  it.each(
    seeds()
      .filter(({ file }) => file !== torn)
      .map(({ file, text }) => [file, text] as const),
  )("loses no character of a whole document that is pasted: %s", (_id, text) => {
    const source = sourceOfText(text);
    const pasted = structuredLines(source, false);
    if (!pasted) throw new Error("no structure");
    const kept = han(pasted.lines.map(({ content }) => content.textBetween(0, content.size)).join(""));
    const numbers = /[一二三四五六七八九十是]/g;
    let at = 0;
    let missing = 0;
    for (const { text: line } of source.lines) {
      const sought = han(line).replace(numbers, "").slice(-6);
      if (sought === "") continue;
      const found = kept.replace(numbers, "").indexOf(sought, at);
      if (found < 0) missing += 1;
      else at = found;
    }
    expect(missing).toBeLessThanOrEqual(pasted.dropped);
  });
});
