import { describe, expect, it } from "vitest";
import { dateText } from "../../../src/formats/docx/front-matter-texts.ts";
import { noteElement } from "../../../src/formats/docx/note-element.ts";
import { DEFAULT_PROFILE, lineWidth } from "../../../src/formats/docx/profile.ts";
import { signatureBlock } from "../../../src/formats/docx/signature-block.ts";

const TEXT_WIDTH = lineWidth(DEFAULT_PROFILE);
/** Room beyond the right edge for programs that widen a date, which may fit to the twip. */
const ROOM = -480;
/** Advance of a Han character and of a digit at 16 pt less 0.25 pt, in twips. */
const HAN = 315;
const DIGIT = 155;

function block(authority: string, date: string | null) {
  return signatureBlock(
    { authorities: authority === "" ? [] : [authority], isoDate: date, sealed: false },
    [],
    DEFAULT_PROFILE,
  ).map(({ role, placement }) => ({
    role,
    ...placement,
  }));
}

describe("dateText", () => {
  it("7.3.5.4 writes the full year and no leading zeros", () => {
    expect(dateText("2027-01-05")).toBe("2027年1月5日");
    expect(dateText("2027-11-15")).toBe("2027年11月15日");
  });
});

describe("signatureBlock", () => {
  it("7.3.5.2 leaves two characters to the right of the authority and begins the date two characters further in", () => {
    const authority = "南平市建阳区教育局党委";
    const left = TEXT_WIDTH - 2 * HAN - authority.length * HAN;
    expect(block(authority, "2027-01-05")).toEqual([
      { role: "blank" },
      { role: "authority", leftIndent: left },
      { role: "date", leftIndent: left + 2 * HAN, rightIndent: ROOM },
    ]);
  });

  it("7.3.5.2 leaves two characters to the right of a date wider than the authority, which moves left", () => {
    const dateWidth = 8 * DIGIT + 3 * HAN;
    const dateLeft = TEXT_WIDTH - 2 * HAN - dateWidth;
    expect(block("教育局", "2027-11-15")).toEqual([
      { role: "blank" },
      { role: "authority", leftIndent: dateLeft - 2 * HAN },
      { role: "date", leftIndent: dateLeft, rightIndent: ROOM },
    ]);
  });

  it.each([true, false])(
    "breaks an authority wider than the line between words into even lines, sealed: %s",
    (sealed) => {
      const name = "示例省示例市示例县人民政府教育督导委员会办公室暨示例县教育系统安全生产专业委员会办公室";
      const signature = { authorities: [name], isoDate: "2027-01-05", sealed };
      const found = signatureBlock(signature, [], DEFAULT_PROFILE).find(({ role }) => role === "authority");
      expect(found?.placement).toEqual({ leftIndent: 0, rightIndent: 2 * HAN, alignment: "right" });
      const lines =
        found?.runs
          .map(({ text }) => text)
          .join("")
          .split("\n") ?? [];
      expect(lines.join("")).toBe(name);
      expect(lines).toHaveLength(2);
      expect(Math.abs((lines[0]?.length ?? 0) - (lines[1]?.length ?? 0))).toBeLessThan(8);
    },
  );

  it("prints what is given, and nothing where nothing is", () => {
    expect(block("教育局", null).map((each) => each.role)).toEqual(["blank", "authority"]);
    expect(block("", "2027-01-05").map((each) => each.role)).toEqual(["blank", "date"]);
    expect(block("", null)).toEqual([]);
  });

  it("lets a date that ends at the edge of the text grow to the left where a program widens it", () => {
    const authority = "示例市教育局";
    const dateWidth = 6 * DIGIT + 3 * HAN;
    const [, , date] = block(authority, "2027-01-05");
    const dateLeft = TEXT_WIDTH - authority.length * HAN;
    expect(date).toEqual({
      role: "date",
      leftIndent: dateLeft + ROOM,
      rightIndent: TEXT_WIDTH - dateLeft - dateWidth,
      alignment: "right",
    });
  });

  it("7.3.5.5 keeps the block together, and the note with it", () => {
    const signature = { authorities: ["教育局"], isoDate: "2027-01-05", sealed: false };
    const kept = (note: string) =>
      signatureBlock(signature, noteElement(note), DEFAULT_PROFILE).map((each) => each.keepsWithNext);
    expect(kept("")).toEqual([true, true, false]);
    expect(kept("此件公开发布")).toEqual([true, true, true, false]);
  });
});
