import { describe, expect, it } from "vitest";
import { fontFamily, missingFonts } from "../../../src/ui/preview/fonts.ts";

describe("missingFonts", () => {
  it("knows a font by any of its names, and says what is shown instead of one that is missing", async () => {
    const installed = new Set(["SimHei", "FangSong", "Liberation Serif"]);
    const missing = await missingFonts(
      ["黑体", "仿宋_GB2312", "楷体_GB2312", "Times New Roman"],
      async (name) => installed.has(name),
    );
    expect(missing).toEqual([
      { font: "仿宋_GB2312", instead: "FangSong" },
      { font: "楷体_GB2312", instead: null },
      { font: "Times New Roman", instead: "Liberation Serif" },
    ]);
  });
});

describe("fontFamily", () => {
  it("asks for the font itself first and ends with a family that every browser has", () => {
    expect(fontFamily("楷体_GB2312")).toMatch(/^"楷体_GB2312", "KaiTi_GB2312", .*, serif$/);
    expect(fontFamily('恶意";x')).not.toContain('";');
  });
});
