import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenFileName, freeName, safeFileName } from "../../../electron/services/files/safe-name.ts";

const ENDING = ".yaodian";

describe("safeFileName", () => {
  it.each([
    ["建阳2027年要点", "建阳2027年要点.yaodian"],
    ["要点.yaodian", "要点.yaodian"],
    ['a<>:"/\\|?*b', "a_________b.yaodian"],
    ["../../etc/passwd", "_.._etc_passwd.yaodian"],
    ["CON", "_CON.yaodian"],
    ["lpt1.txt", "_lpt1.txt.yaodian"],
    ["要点. . ", "要点.yaodian"],
    ["要\u0000点\n", "要_点.yaodian"],
    ["（全角）😀", "（全角）😀.yaodian"],
    ["e\u0301", "\u00e9.yaodian"],
    ["字".repeat(100), `${"字".repeat(80)}.yaodian`],
  ])("R12: makes %j usable", (text, name) => {
    expect(safeFileName(text, ENDING)).toBe(name);
  });

  it("takes a name without an ending whole", () => {
    expect(safeFileName("要点", "")).toBe("要点");
  });

  it("gives nothing where nothing is left", () => {
    expect([safeFileName("", ENDING), safeFileName(" .. ", ENDING)]).toEqual([undefined, undefined]);
  });

  it("never names another folder, a reserved name or more than a disk takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const name = safeFileName(text, ENDING) ?? "a.yaodian";
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        expect(name.startsWith(".")).toBe(false);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(safeFileName(name, ENDING)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("chosenFileName", () => {
  it("R12: takes 80 Chinese characters and refuses 81 rather than cutting them", () => {
    expect(chosenFileName("字".repeat(80), ENDING)).toBe(`${"字".repeat(80)}.yaodian`);
    expect(() => chosenFileName("字".repeat(81), ENDING)).toThrow("too long");
  });

  it("refuses a name without a usable character", () => {
    expect(() => chosenFileName("...", ENDING)).toThrow("no usable character");
  });
});

describe("freeName", () => {
  it("counts up until a name is free", async () => {
    const taken = ["要点.yaodian", "要点 (2).yaodian"];
    const isTaken = async (name: string) => taken.includes(name);
    expect(await freeName("要点.yaodian", ENDING, isTaken)).toBe("要点 (3).yaodian");
  });
});
