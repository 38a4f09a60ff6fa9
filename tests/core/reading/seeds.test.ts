import { describe, expect, it } from "vitest";
import { type OutlineItem, type OutlineSection, outlineOf } from "../../../src/core/reading/outline.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import { widenMarks } from "../../../src/core/text/mark-widths.ts";
import { codesOf, linesOf, seeds } from "../../support/reading.ts";
import { seedsTruth, type TrueSection } from "../../support/seeds-truth.ts";

const wide = (text: string) => widenMarks(text).text;

/** What the labels say of a section, in the labels' own terms. */
function labelled(section: OutlineSection): unknown {
  return {
    ordinal: section.ordinal,
    heading: section.heading,
    sections: section.sections.map(labelled),
    items: section.items.map(labelledItem),
  };
}

function labelledItem(item: OutlineItem): unknown {
  return { ordinal: item.ordinal, heading: item.heading };
}

function expected(section: TrueSection): unknown {
  return {
    ordinal: section.ordinal,
    heading: section.heading && wide(section.heading),
    sections: section.sections.map(expected),
    items: section.items.map(({ ordinal, heading }) => ({ ordinal, heading: wide(heading) })),
  };
}

/** Where the 一、 level is lost the labels have a section without heading; its children may stand at the top. */
function withoutLostLevel(sections: readonly TrueSection[]): readonly TrueSection[] {
  return sections.flatMap((section) => (section.heading === null ? section.sections : [section]));
}

function allItems(sections: readonly OutlineSection[]): readonly OutlineItem[] {
  return sections.flatMap((section) => [...section.items, ...allItems(section.sections)]);
}

function allTrueItems(sections: readonly TrueSection[]): TrueSection["items"] {
  return sections.flatMap((section) => [...section.items, ...allTrueItems(section.sections)]);
}

function clausesOf(sections: readonly OutlineSection[]): readonly (readonly string[])[] {
  return sections.flatMap((section) => [section.clauses, ...clausesOf(section.sections)]);
}

function trueClauses(sections: readonly TrueSection[]): readonly (readonly string[])[] {
  return sections.flatMap((section) => [section.clauses, ...trueClauses(section.sections)]);
}

for (const seed of seeds()) {
  const truth = seedsTruth[seed.originalFile];
  if (!truth) throw new Error(`no labels for ${seed.originalFile}`);
  const reading = parsePlan(linesOf(seed.text));
  const outline = outlineOf(reading);

  describe(`parsePlan of ${seed.file}`, () => {
    it("gives a valid reading", () => {
      expect(planReadingSchema.parse(reading)).toEqual(reading);
    });

    it("finds kind, title, issuer, years, dates and addressees", () => {
      expect({
        kind: outline.kind,
        title: outline.title,
        issuer: outline.issuer,
        issuerInferred: outline.issuerInferred,
        year: outline.year,
        planYear: outline.planYear,
        date: outline.date,
        pageDate: outline.pageDate,
        addressees: outline.addressees,
      }).toEqual({
        kind: truth.kind,
        title: truth.title,
        issuer: truth.issuer,
        issuerInferred: truth.issuerInferred,
        year: truth.year,
        planYear: truth.planYear,
        date: truth.date,
        pageDate: truth.pageDate,
        addressees: truth.addressees.map(wide),
      });
    });

    it("finds every section and item with its heading", () => {
      expect(outline.sections.map(labelled)).toEqual(withoutLostLevel(truth.sections).map(expected));
      expect(outline.items).toEqual([]);
    });

    it("splits every item body from its heading", () => {
      const bodies = allItems(outline.sections).map(
        (item) => item.paragraphs.join("") + item.clauses.join(""),
      );
      const labels = allTrueItems(truth.sections).filter((item) => item.bodyStart !== undefined);
      for (const [index, label] of labels.entries()) {
        const body = bodies[index] ?? "";
        expect(body.startsWith(wide(label.bodyStart ?? "")), `${label.ordinal} ${body.slice(0, 20)}`).toBe(
          true,
        );
        expect([...body].length, label.heading).toBe(label.bodyChars);
        expect(body.endsWith("。"), label.heading).toBe(label.bodyEndsWithPeriod);
      }
    });

    it("reports every lost 。 and no other", () => {
      const lost = allTrueItems(truth.sections)
        .filter((item) => item.headingPeriodLost)
        .map((item) => item.line);
      const reported = reading.notices
        .filter((notice) => notice.code === "heading-period-inserted")
        .map((notice) => notice.line);
      const ofSections = seed.year === 2024 ? [20] : [];
      expect(reported).toEqual([...lost, ...ofSections]);
    });

    it("names the block of every repaired heading", () => {
      for (const notice of reading.notices.filter(({ code }) => code.startsWith("heading-"))) {
        expect(notice.block, notice.before).not.toBeNull();
        expect(reading.lines[notice.block ?? ""]).toBe(notice.line);
      }
    });

    it("finds the clauses", () => {
      const heads = clausesOf(outline.sections);
      const labels = trueClauses(withoutLostLevel(truth.sections));
      expect(heads.map((clauses) => clauses.length)).toEqual(labels.map((clauses) => clauses.length));
      for (const [place, clauses] of labels.entries())
        for (const [index, clause] of clauses.entries())
          expect(heads[place]?.[index]?.startsWith(wide(clause)), clause).toBe(true);
    });

    it("drops the lines of the page and nothing else", () => {
      expect(outline.dropped.map((line) => line.line)).toEqual(truth.lines.furniture);
    });

    it("tells the numbering", () => {
      if (truth.numbering !== null) expect(reading.plan.numbering.items).toBe(truth.numbering);
    });
  });
}

describe("notices of the seeds", () => {
  const codes = Object.fromEntries(
    seeds().map((seed) => [seed.file, codesOf(parsePlan(linesOf(seed.text)))]),
  );
  const widths = ["half-width-bracket", "half-width-colon", "half-width-comma", "half-width-semicolon"];

  it("name each repair", () => {
    expect(codes).toEqual({
      "jianyang-2021.txt": ["date-repaired", ...widths, "quotation-marks-lost"],
      "kunming-2017.txt": [
        "domain-removed",
        ...widths,
        "heading-period-inserted",
        "issuer-inferred",
        "quotation-mark-unpaired",
      ].sort(),
      "yangjiang-2021.txt": [...widths, "heading-colon-removed", "special-spaces"],
      "unnamed-county-2024.txt": [
        ...widths,
        "heading-period-inserted",
        "ordinal-restored",
        "page-markers",
        "paragraph-split",
        "quotation-mark-unpaired",
        "section-missing",
        "section-renumbered",
      ],
      "qingyuan-2022.txt": [...widths, "heading-period-inserted", "title-year-mark-inserted"],
    });
  });

  it("count half-width commas, those of dropped lines not", () => {
    const commas = seeds().map(
      (seed) =>
        parsePlan(linesOf(seed.text)).notices.find((notice) => notice.code === "half-width-comma")?.count,
    );
    expect(commas).toEqual([188, 278, 141, 320, 185]);
  });
});
