import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_OFFICE, type Office } from "../../../src/core/office/office.ts";
import { OFFICE_FORMAT, readOffice, writeOffice } from "../../../src/core/office/office-file.ts";

const OFFICE: Office = {
  name: "示例市教育局",
  shortName: "市教育局",
  region: "示例市",
  homePlaces: ["城关镇", "书坊乡"],
  documentCode: "示教发",
  units: [{ name: "基础教育科", shortName: "基教科", leader: "张某" }],
  leaders: [{ name: "张某", post: "副局长" }],
};

describe("readOffice", () => {
  it("reads what writeOffice wrote", () => {
    expect(readOffice(writeOffice(OFFICE))).toEqual({ ok: true, office: OFFICE });
    expect(readOffice(writeOffice(EMPTY_OFFICE))).toEqual({ ok: true, office: EMPTY_OFFICE });
  });

  it("refuses a damaged, a foreign and a newer file with the reason", () => {
    const text = writeOffice(OFFICE);
    const reasonOf = (file: string) => {
      const reading = readOffice(file);
      return reading.ok ? "read" : reading.reason;
    };
    expect(reasonOf(text.slice(0, -9))).toBe("damaged");
    expect(reasonOf(text.replace('"units"', '"unit"'))).toBe("damaged");
    expect(reasonOf("{}")).toBe("foreign");
    expect(reasonOf('["office"]')).toBe("foreign");
    expect(reasonOf(text.replace(`"format": ${OFFICE_FORMAT}`, '"format": 99'))).toBe("newer");
    // A newer file may have anything in it; it is still called newer.
    expect(reasonOf('{"yaodian-office":{"format":99},"divisions":[]}')).toBe("newer");
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readOffice(text).ok).toBe(false);
      }),
    );
  });
});
