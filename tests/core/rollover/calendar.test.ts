import { describe, expect, it } from "vitest";
import { CALENDAR, meetingsSchema, programmesSchema } from "../../../src/core/rollover/calendar.ts";
import { createClassifier } from "../../../src/core/rollover/classify.ts";

describe("CALENDAR", () => {
  it("says of every table up to which day it is complete and where it is from", () => {
    for (const table of Object.values(CALENDAR)) {
      expect(table.completeUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(table.source).not.toBe("");
    }
  });

  it("has five-year plans that follow one another", () => {
    const { plans } = CALENDAR.fiveYearPlans;
    for (const [index, plan] of plans.entries()) {
      expect(plan.to - plan.from).toBe(4);
      const next = plans[index + 1];
      if (next) expect(next.from).toBe(plan.to + 1);
    }
  });

  it("has meetings in the order in which they were held", () => {
    const closed = CALENDAR.meetings.congresses.flatMap((congress) => [
      congress.closed,
      ...congress.plenums.map((plenum) => plenum.closed),
    ]);
    expect(closed).toEqual([...closed].sort());
  });

  it("has one usual name for the first and the last year of a plan", () => {
    const usual = CALENDAR.milestones.milestones.filter((milestone) => milestone.usual);
    expect(usual.map(({ phrase, years }) => [phrase, years])).toEqual([
      ["开局之年", [1]],
      ["收官之年", [5]],
    ]);
  });
});

describe("calendar schemas", () => {
  it("refuse a day that does not exist", () => {
    const row = { name: "二十", closed: "2022-02-30", plenums: [] };
    const parsed = meetingsSchema.safeParse({ ...CALENDAR.meetings, congresses: [row] });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["congresses", 0, "closed"]]);
  });

  it("refuse a period that ends before it begins", () => {
    const row = { names: ["质量提升工程"], from: 2026, to: 2024, next: null };
    const parsed = programmesSchema.safeParse({ ...CALENDAR.programmes, programmes: [row] });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["programmes", 0]]);
  });
});

describe("programmesSchema", () => {
  it("refuses successors that lead back in time", () => {
    const rows = [
      { names: ["甲工程"], from: 2020, to: 2022, next: "乙工程" },
      { names: ["乙工程"], from: 2020, to: 2022, next: "甲工程" },
    ];
    expect(programmesSchema.safeParse({ ...CALENDAR.programmes, programmes: rows }).success).toBe(false);
  });
});

describe("createClassifier", () => {
  it("knows the rows an office adds", () => {
    const row = { names: ["壮腰工程"], from: 2020, to: 2022, next: "强基工程" };
    const programmes = { ...CALENDAR.programmes, programmes: [...CALENDAR.programmes.programmes, row] };
    const classify = createClassifier({ ...CALENDAR, programmes });
    expect(classify("继续实施初中壮腰工程", { documentYear: 2022, targetYear: 2023 })).toEqual([
      {
        from: 6,
        to: 10,
        original: "壮腰工程",
        kind: "programme",
        state: "open",
        proposed: "强基工程",
        certain: false,
        reason: "programme-ended",
      },
    ]);
  });

  it("works with empty tables", () => {
    const classify = createClassifier({
      ...CALENDAR,
      anniversaries: { ...CALENDAR.anniversaries, foundings: [] },
      counters: { ...CALENDAR.counters, counters: [] },
      programmes: { ...CALENDAR.programmes, programmes: [] },
      campaigns: { ...CALENDAR.campaigns, campaigns: [], continued: ["巩固"] },
      eraTerms: { ...CALENDAR.eraTerms, terms: [] },
    });
    const found = classify("建党100周年，第20届推普周", { documentYear: 2021, targetYear: 2022 });
    expect(found.map(({ original, reason }) => [original, reason])).toEqual([
      ["100周年", "anniversary-unknown"],
      ["第20届", "ordinal-yearly"],
    ]);
  });
});
