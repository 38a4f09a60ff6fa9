import { describe, expect, it } from "vitest";
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { planReadingSchema } from "../../../src/core/reading/plan-reading.ts";
import { readingOfPlan } from "../../../src/core/reading/reading-of-plan.ts";

const PLAN: WorkPlan = {
  year: 2026,
  title: plainText("某县2026年教育工作要点"),
  frontMatter: { ...EMPTY_FRONT_MATTER, issuer: "某县教育局", addressees: "各中小学" },
  numbering: { items: "continuous" },
  sources: {},
  leadIn: [],
  children: [],
  closing: [],
};

describe("readingOfPlan", () => {
  it("gives the plan itself, with what its form data say and nothing guessed", () => {
    const reading = readingOfPlan(PLAN);
    expect(planReadingSchema.parse(reading)).toEqual(reading);
    expect(reading).toMatchObject({
      kind: "plan",
      plan: PLAN,
      year: 2026,
      issuer: "某县教育局",
      issuerInferred: null,
      addressees: ["各中小学"],
      documentNumber: null,
      notices: [],
    });
  });
});
