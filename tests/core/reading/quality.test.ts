import { describe, expect, it } from "vitest";
import { composedDocuments } from "../../support/compose-documents.ts";
import { officeDocuments } from "../../support/office-documents.ts";
import { qualityOf, totalOf } from "../../support/reading-quality.ts";

/** What reading must reach on the composed documents, those held out included (`npm run bench -- import` prints all). */
const TARGETS = { sections: 0.98, items: 0.97, falseItemsPerHundred: 1, facts: 0.98 };

describe("parsePlan on composed documents", async () => {
  const total = totalOf(await Promise.all(composedDocuments().map(qualityOf)));

  it("is measured on enough of them", () => {
    expect(total.documents).toBeGreaterThanOrEqual(60);
  });

  it("finds sections and items, and makes up hardly any", () => {
    expect(total.sections).toBeGreaterThanOrEqual(TARGETS.sections);
    expect(total.items).toBeGreaterThanOrEqual(TARGETS.items);
    expect(total.falseItemsPerHundred).toBeLessThanOrEqual(TARGETS.falseItemsPerHundred);
  });

  it("keeps every character of the body in order", () => {
    expect(total.characters).toBe(1);
  });

  it("finds the responsible units of the items that name any", () => {
    expect(total.units).toBeGreaterThanOrEqual(TARGETS.items);
  });

  it("finds title, issuer, year and date, and leaves the page out", () => {
    for (const key of ["title", "issuer", "year", "date"] as const)
      expect(total[key], key).toBeGreaterThanOrEqual(TARGETS.facts);
    expect(total.furniture).toBe(0);
  });
});

describe("parsePlan on documents as offices have them", () => {
  it.each(officeDocuments().map((document) => [document.name, document] as const))(
    "reads %s as it was labelled by hand",
    async (_, document) => {
      const { faults, characters } = await qualityOf(document);
      expect(faults).toEqual([]);
      expect(characters[1]).toBeGreaterThan(0);
    },
  );
});
