import { describe, expect, it } from "vitest";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { DEFAULT_PROFILE, PROFILES, type Profile, profileSchema } from "../../../src/formats/docx/profile.ts";
import { LONGEST_PROFILE_FILE, profileFile, readProfile } from "../../../src/formats/docx/profile-file.ts";
import { writeDocx } from "../../../src/formats/docx/write-docx.ts";
import { docxPart, docxParts } from "../../support/docx-reader.ts";
import { NOTICE, samplePlan } from "../../support/official-samples.ts";
import { schemaErrors } from "../../support/validate-docx.ts";

const OFFICE: Profile = {
  ...DEFAULT_PROFILE,
  name: "示例市教育局",
  topMargin: 2_268,
  leftMargin: 1_500,
  fonts: { ...DEFAULT_PROFILE.fonts, body: "仿宋", latin: "仿宋" },
  boldLevels: [2],
  pageNumbers: { position: "center", dashes: false },
  authorityMarkSize: 100,
};

describe("readProfile", () => {
  it("reads what profileFile writes, of every profile", () => {
    for (const profile of [...PROFILES, OFFICE])
      expect(readProfile(profileFile(profile))).toEqual({ ok: true, profile });
    expect(readProfile(`\uFEFF${profileFile(OFFICE)}`)).toMatchObject({ ok: true });
  });

  it("refuses what is no profile, a newer one and a damaged one, with the reason", () => {
    const reason = (text: string) => {
      const result = readProfile(text);
      return result.ok ? "ok" : result.reason;
    };
    expect(reason("")).toBe("foreign");
    expect(reason("{")).toBe("foreign");
    expect(reason('{"yaodian":{"format":1},"plan":{}}')).toBe("foreign");
    expect(reason(" ".repeat(LONGEST_PROFILE_FILE + 1))).toBe("foreign");
    expect(reason('{"yaodianProfile":2,"profile":{}}')).toBe("newer");
    expect(reason('{"yaodianProfile":1,"profile":{}}')).toBe("damaged");
    expect(reason(profileFile({ ...OFFICE, line: 0 }))).toBe("damaged");
    expect(reason(profileFile(OFFICE).replace('"name"', '"title"'))).toBe("damaged");
    const result = readProfile(profileFile({ ...OFFICE, line: 0 }));
    expect(result.ok ? "" : result.detail).toContain("line");
  });

  it("refuses margins that leave no room and font names that would break the file", () => {
    const wide = { ...OFFICE, leftMargin: 5_000, rightMargin: 5_000 };
    const high = { ...OFFICE, topMargin: 5_000, bottomMargin: 5_000, line: 1_000 };
    const font = { ...OFFICE, fonts: { ...OFFICE.fonts, body: '"><w:b/>' } };
    for (const profile of [wide, high, font]) expect(profileSchema.safeParse(profile).success).toBe(false);
  });
});

describe("an office profile", () => {
  it("decides margins, fonts, bold levels, page number and size of the mark, and gives a valid document", async () => {
    const document = composeDocument(samplePlan(2, NOTICE), { profile: OFFICE });
    expect(document.elements[0]?.placement.size).toBe(100);
    const docx = await writeDocx(document);
    expect(docxPart(docx, "word/document.xml")).toMatch(
      /w:top="2268" w:right="1474" w:bottom="1984" w:left="1500"/,
    );
    const styles = docxPart(docx, "word/styles.xml");
    expect(styles).toMatch(/公文二级标题"\/>.*?<w:b\/>/);
    expect(styles).not.toMatch(/公文三级标题"\/>(?:(?!<\/w:style>).)*<w:b\/>/);
    for (const [name, xml] of docxParts(docx))
      if (/footer\d+\.xml$/.test(name) && xml.includes("PAGE")) {
        expect(xml).toContain('<w:jc w:val="center"/>');
        expect(xml).not.toContain("—");
      }
    expect(await schemaErrors(docx)).toEqual([]);
  });
});
