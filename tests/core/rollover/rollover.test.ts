import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RichText, WorkPlan } from "../../../src/core/plan/model.ts";
import { EMPTY_FRONT_MATTER, workPlanSchema } from "../../../src/core/plan/model.ts";
import { classifyDated } from "../../../src/core/rollover/classify.ts";
import { mapTexts } from "../../../src/core/rollover/map-texts.ts";
import { rollover } from "../../../src/core/rollover/rollover.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";
import { readPlan, seeds } from "../../support/reading.ts";
import { item, paragraph, plan, planWith, section, texts } from "../../support/year-plan.ts";

function richTexts(given: WorkPlan): readonly RichText[] {
  const found: RichText[] = [];
  mapTexts(given, (rich) => {
    found.push(rich);
    return rich;
  });
  return found;
}

describe("rollover", () => {
  it("moves the plan year and last year, and leaves fixed targets", () => {
    const draft = rollover(plan(2025, item("总结2024年经验，做好2025年工作，到2030年基本建成")), 2026);
    expect(texts(draft.plan)).toEqual([
      "2026年教育工作要点",
      "总结2025年经验，做好2026年工作，到2030年基本建成",
    ]);
    expect(draft.plan.year).toBe(2026);
    expect(draft.expressions.map(({ reason }) => reason)).toEqual([
      "own-year",
      "last-year-review",
      "own-year",
      "future-target",
    ]);
  });

  it("marks what it found, with the original kept and where it stands now", () => {
    const draft = rollover(plan(2022, section("一心一意", paragraph("确保2022100%完成。2022年工作"))), 2023);
    const [, , body] = richTexts(draft.plan);
    expect(body).toEqual({
      text: "确保2022100%完成。2023年工作",
      marks: [
        {
          type: "dated",
          from: 2,
          to: 10,
          id: "dated-2",
          kind: "damaged",
          state: "open",
          original: "2022100%",
          proposed: "2023年100%",
          certain: false,
          reason: "year-glued",
        },
        {
          type: "dated",
          from: 13,
          to: 18,
          id: "dated-3",
          kind: "own-year",
          state: "shifted",
          original: "2022年",
          proposed: "2023年",
          certain: true,
          reason: "own-year",
        },
      ],
    });
    expect(draft.expressions[1]).toMatchObject({
      part: "body",
      block: "b2",
      id: "dated-2",
      original: "2022100%",
    });
  });

  it("carries notice and addressees, and empties date of issue and document number", () => {
    const frontMatter = {
      issuer: "建阳区教育局",
      region: "建阳区",
      documentNumber: "潭教〔2021〕5号",
      addressees: "各乡镇中学：",
      authority: "建阳区教育局",
      dateOfIssue: "2021-03-29",
      notice: {
        title: "建阳区教育局关于印发《2021年教育工作要点》的通知",
        body: [paragraph("现将《2021年教育工作要点》印发给你们。")],
      },
    };
    const draft = rollover(planWith(plan(2021), { frontMatter }), 2022);
    expect(draft.plan.frontMatter).toMatchObject({
      issuer: "建阳区教育局",
      documentNumber: "",
      addressees: "各乡镇中学：",
      authority: "建阳区教育局",
      dateOfIssue: null,
      notice: { title: null, body: [{ text: "现将《2022年教育工作要点》印发给你们。" }] },
    });
    expect(draft.expressions.map(({ part, reason }) => [part, reason])).toEqual([
      ["title", "own-year"],
      ["notice", "own-title"],
    ]);
  });

  it("empties what is every document's own, and keeps what the office has every year", () => {
    const frontMatter = {
      copyNumber: "000001",
      signatories: ["张三"],
      sealed: true,
      jointIssuers: ["示例市财政局"],
      attachments: [
        { id: "a", name: "2021年任务表", ownPages: true, paragraphs: [], rows: [], landscape: false },
      ],
      imprint: { copyTo: "市委办公室", printingAuthority: "示例市教育局办公室", printDate: "2021-03-29" },
    };
    expect(rollover(planWith(plan(2021), { frontMatter }), 2022).plan.frontMatter).toEqual({
      ...EMPTY_FRONT_MATTER,
      sealed: true,
      jointIssuers: ["示例市财政局"],
      imprint: { copyTo: "市委办公室", printingAuthority: "示例市教育局办公室", printDate: null },
    });
  });

  it("moves the year in a notice title of the drafter's own", () => {
    const frontMatter = { notice: { title: "关于做好2021年教育工作的通知", body: [] } };
    const draft = rollover(planWith(plan(2021), { frontMatter }), 2022);
    expect(draft.plan.frontMatter.notice?.title).toBe("关于做好2022年教育工作的通知");
  });

  it("keeps origin marks in place and replaces the dated marks of the year before", () => {
    const first = rollover(plan(2021, item("抓好2021年工作。")), 2022).plan;
    const withOrigin = mapTexts(first, (rich, { part }) =>
      part === "lead"
        ? { ...rich, marks: [...rich.marks, { type: "origin", from: 2, to: 9, source: "s1" }] }
        : rich,
    );
    const [, lead] = richTexts(rollover(withOrigin, 2023).plan);
    expect(lead?.text).toBe("抓好2023年工作。");
    expect(lead?.marks).toMatchObject([
      { type: "dated", from: 2, to: 7, original: "2022年", proposed: "2023年" },
      { type: "origin", from: 2, to: 9, source: "s1" },
    ]);
  });

  it("never changes a character outside expressions, and keeps marks inside their texts", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 2000, max: 2100 }), (given, year) => {
        const draft = rollover(given, year).plan;
        const before = richTexts(given);
        const after = richTexts(draft);
        expect(after).toHaveLength(before.length);
        for (const [index, rich] of after.entries()) {
          for (const mark of rich.marks) {
            expect(mark.from).toBeLessThan(mark.to);
            expect(mark.to).toBeLessThanOrEqual(rich.text.length);
          }
          expect(given.year === year ? rich.text : unshifted(rich)).toBe(before[index]?.text);
        }
      }),
    );
  });

  it("gives a valid plan whose dated marks have ids of their own", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 2000, max: 2100 }), (given, year) => {
        const draft = rollover(given, year).plan;
        expect(workPlanSchema.safeParse(draft).success).toBe(true);
        const ids = richTexts(draft).flatMap((rich) =>
          rich.marks.flatMap((mark) => (mark.type === "dated" ? [mark.id] : [])),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("changes nothing when applied twice for the same year", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 2000, max: 2100 }), (given, year) => {
        const once = rollover(given, year).plan;
        expect(rollover(once, year).plan).toEqual(once);
      }),
    );
  });
});

describe("rollover of the seeds", () => {
  /** Of every seed rolled over by one year: where the year moved, what damage is asked about, which spans stay. */
  const ledgers = seeds().map(({ file, text }) => {
    const { plan: given } = readPlan(text);
    const { expressions, plan: draft } = rollover(given, (given.year ?? 0) + 1);
    const own = (state: string) => expressions.filter((each) => each.state === state);
    return {
      file,
      shifted: own("shifted").map(({ part, proposed }) => `${part} ${proposed}`),
      damaged: own("open").flatMap(({ kind, original }) => (kind === "damaged" ? [original] : [])),
      spans: expressions.flatMap(({ kind, original }) => (kind === "span" ? [original] : [])),
      text: texts(draft).join("\n"),
    };
  });
  const ledger = (file: string) => ledgers.find((each) => each.file === `${file}.txt`);

  it("moves the plan's own year and nothing else by itself", () => {
    expect(ledger("jianyang-2021")?.shifted).toEqual([
      "title 2022年",
      "notice 2022年",
      "lead-in 2022年",
      "lead-in 2022年",
    ]);
    expect(ledger("kunming-2017")?.shifted).toEqual(["title 2018年", "lead-in 2018年", "lead 2018年底"]);
    expect(ledger("qingyuan-2022")?.shifted).toEqual(["title 2023年", "lead-in 2023年"]);
  });

  it("asks about damaged years and keeps spans", () => {
    const { damaged, spans, text = "" } = ledger("qingyuan-2022") ?? {};
    expect(damaged).toEqual(["2022100%", "202260项"]);
    expect(spans).toHaveLength(2);
    for (const span of spans ?? []) expect(text).toContain(span);
    expect(ledger("yangjiang-2021")?.text).toContain("2021—2025年");
    expect(ledger("yangjiang-2021")?.text).toContain("2021年秋季起");
  });
});

/** The text with every shifted expression of this roll-over put back. */
function unshifted(rich: RichText): string {
  let text = "";
  let end = 0;
  for (const mark of rich.marks) {
    if (mark.type !== "dated" || mark.state !== "shifted") continue;
    text += rich.text.slice(end, mark.from) + mark.original;
    end = mark.to;
  }
  return text + rich.text.slice(end);
}

describe("classifyDated of arbitrary text", () => {
  it("finds expressions in order, apart, and true to the text", () => {
    const pieces = fc.constantFrom(
      "2021",
      "年",
      "—",
      "2022年",
      "第",
      "三",
      "届",
      "《",
      "》",
      "（",
      ")",
      "“十四五”",
      "今",
      "100%",
      "建党",
      "周年",
      "党的",
      "十九大",
      "x",
    );
    const text = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const each of classifyDated(given, { documentYear: 2021, targetYear: 2027 })) {
          expect(each.from).toBeGreaterThanOrEqual(end);
          expect(each.to).toBeGreaterThan(each.from);
          expect(given.slice(each.from, each.to)).toBe(each.original);
          expect(each.certain).toBe(each.state !== "open");
          end = each.to;
        }
      }),
    );
  });
});
