import { describe, expect, it } from "vitest";
import type { TextMark, WorkPlan } from "../../../src/core/plan/model.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { draftFromPlan } from "../../../src/core/template/draft.ts";

const read = (...lines: readonly string[]): WorkPlan =>
  parsePlan({ lines: lines.map((text, index) => ({ number: index + 1, text })), notices: [] }).plan;

const TITLE = "某市教育局2026年工作要点";

/** Leads of the items with the numbers that are references in brackets. */
function shown(plan: WorkPlan): readonly string[] {
  return plan.children.flatMap((child) =>
    child.kind === "section" ? child.children.map(({ lead }) => bracketed(lead.text, lead.marks)) : [],
  );
}

function bracketed(text: string, marks: readonly TextMark[]): string {
  return marks
    .filter(({ type }) => type === "reference")
    .toReversed()
    .reduce((rest, { from, to }) => `${rest.slice(0, from)}[${rest.slice(from, to)}]${rest.slice(to)}`, text);
}

describe("references of a document that is read", () => {
  it("are found where they are clear, and no character changes", () => {
    const plan = read(
      TITLE,
      "一、党的建设",
      "1.加强学习。按照《条例》第2项要求抓好学习。",
      "2.抓好作风。做法见第3项。",
      "二、重点任务",
      "3.促进公平。落实第一部分第1项要求。",
    );
    expect(shown(plan)).toEqual([
      "加强学习。按照《条例》第2项要求抓好学习。",
      "抓好作风。做法见第[3]项。",
      "促进公平。落实第[一]部分第[1]项要求。",
    ]);
  });

  it("are left alone where the numbers of the document were wrong", () => {
    const plan = read(
      TITLE,
      "一、党的建设",
      "1.加强学习。见第3项。",
      "2.抓好作风。",
      "2.促进公平。",
      "3.强化保障。",
    );
    expect(shown(plan)[0]).toBe("加强学习。见第3项。");
  });

  it("follow the numbering that a draft is given", () => {
    const plan = read(
      TITLE,
      "一、党的建设",
      "1.加强学习。见第二部分第3项。",
      "2.抓好作风。转变作风。",
      "二、重点任务",
      "3.促进公平。缩小差距。",
    );
    const draft = draftFromPlan(plan, {
      year: 2027,
      issuer: "",
      region: "",
      numbering: { items: "per-section" },
      carry: "text",
    });
    expect(shown(draft)[0]).toBe("加强学习。见第[二]部分第[1]项。");
  });
});
