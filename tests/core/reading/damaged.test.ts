import { describe, expect, it } from "vitest";
import { headingsOf, readOutline, seeds } from "../../support/reading.ts";

/** Seeds whose items are one line each; damage is done to their lines. */
const PLANS = seeds().filter(({ file }) => /^(jianyang|kunming|qingyuan)/.test(file));

/** Title and body of a seed without the page around it, a line a paragraph. */
function bodyLines(text: string, title: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const end = lines.findLastIndex((line) => line.endsWith("。") || /^\d+\./.test(line));
  const start = lines.findIndex((line) => /^20\d\d年/.test(line) && line.length > 100);
  return [title, ...lines.slice(start, end + 1).filter((line) => line !== "")];
}

function restarted(lines: readonly string[], marker: (number: number) => string): readonly string[] {
  let number = 0;
  return lines.map((line) => {
    if (/^[一二三四五六七]、/.test(line)) number = 0;
    return line.replace(/^\d+\./, () => {
      number += 1;
      return marker(number);
    });
  });
}

function brokenAt(width: number, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const parts: string[] = [];
    let rest = `　　${line}`;
    while (rest.length > width) {
      let end = width;
      while (/[，。、；：,;:）)”》]/.test(rest.charAt(end))) end += 1;
      parts.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return rest === "" ? parts : [...parts, rest];
  });
}

function pagesOf(text: string, size: number): string {
  return Array.from(
    { length: Math.ceil(text.length / size) },
    (_, page) => `${page + 1}、${text.slice(page * size, (page + 1) * size)}`,
  ).join("\n");
}

const DAMAGE: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  "in one paragraph": (lines) => lines.join(""),
  "in a paragraph per section": (lines) => lines.join("\n").replace(/\n(?=\d+\.)/g, ""),
  "with line breaks after 28 characters": (lines) => brokenAt(28, lines).join("\n"),
  "with page markers after 300 characters": (lines) => pagesOf(lines.join(""), 300),
  "with mixed separators": (lines) =>
    lines
      .map((line, index) => line.replace(/^(\d+)\./, ["$1．", "$1、", "$1. "][index % 3] ?? ""))
      .join("\n"),
  "numbered anew in every section": (lines) => restarted(lines, (number) => `${number}.`).join("\n"),
  "with （1） for items": (lines) => restarted(lines, (number) => `(${number})`).join("\n"),
  "with lost numbers, in one paragraph": (lines) =>
    lines.map((line) => line.replace(/^\d+\./, "*.")).join(""),
  "with headings on lines of their own": (lines) =>
    lines.map((line) => line.replace(/^(\d+\.[^。]{4,26})。/, "$1\n")).join("\n"),
  "with every fifth 。 behind a heading lost": (lines) =>
    lines.map((line) => line.replace(/^(\d*[05]\.[^。]{4,26})。/, "$1")).join("\n"),
  "with an empty line between paragraphs": (lines) => lines.join("\n\n"),
};

describe("parsePlan", () => {
  for (const [damage, apply] of Object.entries(DAMAGE)) {
    it(`finds the headings of a plan ${damage}`, () => {
      for (const seed of PLANS) {
        const headings = (text: string) =>
          headingsOf(readOutline(text)).map((line) => line.replace(/^\s*\S+ /, ""));
        const outline = readOutline(apply(bodyLines(seed.text, seed.title)));
        expect(outline.title).toBe(seed.title);
        expect(headingsOf(outline).map((line) => line.replace(/^\s*\S+ /, ""))).toEqual(headings(seed.text));
      }
    });
  }
});
