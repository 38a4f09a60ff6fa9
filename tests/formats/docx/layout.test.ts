import { describe, expect, it } from "vitest";
import { LEFT_MARGIN, LINES_PER_PAGE, PAGE_HEIGHT } from "../../../src/formats/docx/gbt9704.ts";
import { element } from "../../../src/formats/docx/official-document.ts";
import { lineWidth, PROFILES } from "../../../src/formats/docx/profile.ts";
import { calibrationText } from "../../support/calibration.ts";
import { laidOutLines } from "../../support/docx-layout.ts";

describe("the official document as Word lays it out", () => {
  it.each(PROFILES)("5.2.3 has 22 lines of 28 characters on a page: $name", (profile) => {
    const pages = laidOutLines({
      profile,
      title: "",
      issuer: "",
      elements: [element("addressees", calibrationText(3))],
      imprint: [],
    });
    expect(pages.map((lines) => lines.length)).toEqual([LINES_PER_PAGE, LINES_PER_PAGE, LINES_PER_PAGE, 1]);
    const lines = pages.flat();
    expect(new Set(lines.slice(0, -1).map((line) => line.text.length))).toEqual(new Set([28]));
    for (const line of lines) {
      expect(line.left).toBeCloseTo(LEFT_MARGIN, 3);
      expect(line.right).toBeLessThanOrEqual(LEFT_MARGIN + lineWidth(profile));
      expect(line.top + line.height).toBeLessThanOrEqual(PAGE_HEIGHT - profile.bottomMargin + 0.01);
    }
  });
});
