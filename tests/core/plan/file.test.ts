import { describe, expect, it } from "vitest";
import { PLAN_FORMAT, sealedText, upgradePlan } from "../../../src/core/plan/file.ts";
import { EMPTY_FRONT_MATTER, plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { NO_ASSIGNMENT } from "../../../src/core/plan/task-records.ts";

const plan: WorkPlan = {
  year: 2027,
  title: plainText("2027年工作要点"),
  frontMatter: EMPTY_FRONT_MATTER,
  numbering: { items: "continuous" },
  sources: {},
  leadIn: [],
  children: [],
  closing: [],
};

describe("upgradePlan", () => {
  it("gives a plan of today's format as it is", () => {
    expect(upgradePlan(PLAN_FORMAT, plan)).toEqual({ ok: true, plan });
  });

  it("takes a plan of an earlier format through every step up to today's", () => {
    const { title, ...rest } = plan;
    const old = { ...rest, heading: title.text };
    const steps = {
      [PLAN_FORMAT - 1]: (value: unknown) => {
        const { heading, ...others } = value as { readonly heading: string };
        return { ...others, title: plainText(heading) };
      },
    };
    expect(upgradePlan(PLAN_FORMAT - 1, old, steps)).toEqual({ ok: true, plan });
  });

  it("refuses a newer format, and an earlier one that no step leads from", () => {
    expect(upgradePlan(PLAN_FORMAT + 1, plan)).toMatchObject({ ok: false, reason: "newer" });
    expect(upgradePlan(PLAN_FORMAT - 1, plan, {})).toMatchObject({ ok: false, reason: "damaged" });
  });

  it("opens a plan of format 1, which had seven fields of front matter and was a notice where it had one", () => {
    const old = {
      issuer: "示例市教育局",
      region: "示例市",
      documentNumber: "示教发〔2027〕1号",
      addressees: "各校",
      authority: "示例市教育局办公室",
      dateOfIssue: "2027-01-15",
    };
    const opened = (notice: unknown) => upgradePlan(1, { ...plan, frontMatter: { ...old, notice } });
    const bare = { ...plan, frontMatter: { ...EMPTY_FRONT_MATTER, ...old, form: "plan" } };
    expect(opened(null)).toEqual({ ok: true, plan: bare });
    const notice = { title: null, body: [] };
    expect(opened(notice)).toMatchObject({ ok: true, plan: { frontMatter: { form: "notice", notice } } });
    expect(upgradePlan(1, "no plan")).toMatchObject({ ok: false, reason: "damaged" });
  });

  it("opens a plan of format 2, which had no tasks, as it is", () => {
    expect(upgradePlan(2, plan)).toEqual({ ok: true, plan });
  });

  it("opens a plan of format 3, which had no comparison records, as it is", () => {
    expect(upgradePlan(3, plan)).toEqual({ ok: true, plan });
  });

  it("keeps what was decided beside other plans, and refuses damage in it", () => {
    const corrections = { forced: [{ last: "a", next: "b" }], forbidden: [] };
    const record = { other: "2026 工作要点", corrections, coverage: { a: "partly" } };
    const compared = { ...plan, comparisonRecords: [record] };
    expect(upgradePlan(PLAN_FORMAT, compared)).toEqual({ ok: true, plan: compared });
    const damaged = { ...plan, comparisonRecords: [{ ...record, coverage: { a: "perhaps" } }] };
    expect(upgradePlan(PLAN_FORMAT, damaged)).toMatchObject({ ok: false, reason: "damaged" });
  });

  it("keeps notes and what is to be verified, and refuses damage in them", () => {
    const note = {
      id: "n",
      block: "b",
      text: "核对",
      author: "",
      writtenAt: "2026-11-25T08:00:00Z",
      resolved: false,
    };
    const title = { text: plan.title.text, marks: [{ type: "pending", from: 0, to: 2 }] };
    const noted = { ...plan, title, itemNotes: [note] };
    expect(upgradePlan(PLAN_FORMAT, noted)).toEqual({ ok: true, plan: noted });
    const damaged = { ...noted, itemNotes: [{ ...note, text: "" }] };
    expect(upgradePlan(PLAN_FORMAT, damaged)).toMatchObject({ ok: false, reason: "damaged" });
  });

  it("keeps what was decided about tasks, and refuses damage in it", () => {
    const record = { holder: "block-1", assignment: { ...NO_ASSIGNMENT, lead: "基础教育科" }, tasks: [] };
    const withTasks = { ...plan, taskRecords: [record] };
    expect(upgradePlan(PLAN_FORMAT, withTasks)).toEqual({ ok: true, plan: withTasks });
    const damaged = { ...plan, taskRecords: [{ ...record, holder: "" }] };
    expect(upgradePlan(PLAN_FORMAT, damaged)).toMatchObject({ ok: false, reason: "damaged" });
  });

  it("refuses what is no plan, with the place that is wrong", () => {
    const result = upgradePlan(PLAN_FORMAT, { ...plan, year: 20221 });
    expect(result).toMatchObject({ ok: false, reason: "damaged" });
    expect(result.ok ? "" : result.detail).toContain("year");
  });
});

describe("sealedText", () => {
  it("differs with every field of the envelope and of the plan", () => {
    const head = { format: 1, documentId: "a", revision: 1, previous: null };
    const texts = [
      sealedText(head, plan),
      sealedText({ ...head, format: 2 }, plan),
      sealedText({ ...head, documentId: "b" }, plan),
      sealedText({ ...head, revision: 2 }, plan),
      sealedText({ ...head, previous: "a" }, plan),
      sealedText(head, { ...plan, year: 2028 }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});
