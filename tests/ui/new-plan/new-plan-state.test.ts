import { describe, expect, it } from "vitest";
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import { importedDocument } from "../../../src/ui/import/imported-document.ts";
import {
  draftRequest,
  initialNewPlan,
  type NewPlanAction,
  neighbours,
  newPlanReducer,
} from "../../../src/ui/new-plan/new-plan-state.ts";

const PLAN: WorkPlan = {
  year: 2021,
  title: plainText("2021年教育工作要点"),
  frontMatter: { ...EMPTY_FRONT_MATTER, region: "建阳区" },
  numbering: { items: "per-section" },
  sources: {},
  leadIn: [],
  children: [
    {
      kind: "section",
      id: "s1",
      role: "tasks",
      lead: plainText("重点任务"),
      body: [],
      closing: [],
      children: [
        {
          kind: "item",
          id: "i1",
          plain: false,
          lead: {
            text: "加大力度。贯彻2021年部署。",
            marks: [{ type: "origin", from: 7, to: 12, source: "o" }],
          },
          body: [],
        },
      ],
    },
  ],
  closing: [],
};

const READING: PlanReading = {
  kind: "plan",
  plan: PLAN,
  year: 2021,
  planYear: null,
  issuer: null,
  issuerInferred: "昆明市教育局",
  date: null,
  pageDate: null,
  documentNumber: null,
  addressees: [],
  signature: null,
  attachments: [],
  notices: [],
  dropped: [],
  lines: {},
  ordinals: {},
  roles: {},
  plans: [],
};

const DOCUMENT = importedDocument({
  file: { name: "去年.txt", bytes: new Uint8Array() },
  format: "text",
  source: { lines: [], notices: [] },
  reading: READING,
});
const FILE = { kind: "file", document: DOCUMENT } as const;

function stateAfter(...actions: readonly NewPlanAction[]) {
  return actions.reduce(newPlanReducer, initialNewPlan("2026-11-25"));
}

describe("newPlanReducer", () => {
  it("begins with the year after today", () => {
    expect(stateAfter().answers.year).toBe("2027");
  });

  it("takes issuer, region and numbering from a file, never its year", () => {
    expect(stateAfter({ type: "choose", source: FILE }).answers).toEqual({
      year: "2027",
      issuer: "昆明市教育局",
      region: "建阳区",
      numbering: "per-section",
      carry: "text",
    });
  });

  it("keeps what the drafter has answered when the source changes", () => {
    const state = stateAfter(
      { type: "answer", values: { issuer: "某县教育局", year: "2028" } },
      { type: "choose", source: FILE },
    );
    expect(state.answers).toMatchObject({ issuer: "某县教育局", year: "2028", region: "建阳区" });
  });

  it("loses nothing on the way back and forth", () => {
    const filled = stateAfter({ type: "choose", source: FILE }, { type: "go", step: "options" });
    const back = [
      { type: "go", step: "source" } as const,
      { type: "go", step: "reading" } as const,
      { type: "go", step: "options" } as const,
    ].reduce(newPlanReducer, filled);
    expect(back).toEqual(filled);
  });

  it("skips the reading where there is nothing to read", () => {
    const state = stateAfter({ type: "choose", source: { kind: "blank" } });
    expect(state.step).toBe("options");
    expect(neighbours(state).back).toBe("source");
  });
});

describe("draftRequest", () => {
  it("sends the plan with the drafter's corrections", () => {
    const corrected = { ...PLAN, title: plainText("改过的题目") };
    const document = { ...DOCUMENT, current: { ...READING, plan: corrected, issuer: "某市教育局" } };
    const state = stateAfter({ type: "choose", source: FILE }, { type: "correct", document });
    expect(state.answers.issuer).toBe("某市教育局");
    expect(draftRequest(state)?.source).toEqual({ kind: "plan", plan: corrected, name: "去年.txt" });
  });

  it.each(["", "20", "20277", "1949", "2027.5", "二〇二七"])("refuses the year %j", (year) => {
    const state = stateAfter(
      { type: "choose", source: { kind: "blank" } },
      { type: "answer", values: { year } },
    );
    expect(draftRequest(state)).toBeUndefined();
  });
});
