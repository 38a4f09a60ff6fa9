import { describe, expect, it } from "vitest";
import type { PlanItem, WorkPlan } from "../../../src/core/plan/model.ts";
import { ownPhrases } from "../../../src/core/references/own-references.ts";
import { planPlaces } from "../../../src/core/references/places.ts";
import { withReferencesFollowed } from "../../../src/core/references/plan-references.ts";
import { referenceNumber, referencePieces } from "../../../src/core/references/reference-number.ts";
import { referencesIn } from "../../../src/core/references/resolve.ts";
import { item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";

const named = (id: string, text = id): PlanItem => ({ ...item(text), id });

const TASKS: WorkPlan["children"] = [
  { ...section("总体要求"), id: "s1" },
  { ...section("重点任务", [named("i1"), named("i2"), named("i3")]), id: "s2" },
  {
    ...section("改革", [
      { ...subsection("机制", [named("i4"), named("i5")]), id: "b1" },
      { ...subsection("保障", [named("i6")]), id: "b2" },
    ]),
    id: "s3",
  },
];
const CONTINUOUS = planPlaces(plan("标题", TASKS));
const PER_SECTION = planPlaces(plan("标题", TASKS, { numbering: { items: "per-section" } }));

const own = (text: string) => ownPhrases(text).map(({ from, to }) => text.slice(from, to));

describe("ownPhrases", () => {
  it.each([
    ["具体措施见第12项。", ["第12项"]],
    ["（详见第十二项）", ["第十二项"]],
    ["按照第三部分第5项推进", ["第三部分第5项"]],
    ["参见第（二）部分", ["第（二）部分"]],
    ["见三、（二）第5项", ["三、（二）第5项"]],
    ["（见“三、”）", ["“三、”"]],
    ["本要点第3条规定的任务之外", ["第3条"]],
    ["落实上述第3项任务", ["第3项"]],
    ["见第3、5项和第8项", ["第3、5项", "第8项"]],
    ["与第2至4项一并推进", ["第2至4项"]],
    ["制定实施方案（见第12项）", ["第12项"]],
    ["详见本部分第2项", ["第2项"]],
    ["见第１２项", ["第１２项"]],
  ])("finds what refers to the plan itself in %s", (text, wanted) => {
    expect(own(text)).toEqual(wanted);
  });

  it.each([
    "《条例》第12条",
    "按照《规划》第三部分第5项",
    "贯彻《决定》，详见第三部分",
    "根据第三条规定",
    "依照办法第5项",
    "修订条例，按照第三部分推进",
    "第一项任务是抓好第2项工作",
    "征求意见第3项",
    "见附件第3项",
    "对照去年要点第12项",
    "见2026年工作要点第12项",
    "常见第3项问题",
    "实施第3项目",
    "参与第3项",
    "见第12条第2款",
    "根据第5条",
    "见一、二年级",
    "合同第3项",
    "在第三部分",
    "教发〔2026〕3号见第3项",
  ])("leaves alone %s", (text) => {
    expect(own(text)).toEqual([]);
  });
});

describe("referencesIn", () => {
  const linked = (text: string, places = CONTINUOUS, around: readonly string[] = []) =>
    referencesIn(text, places, around).map(
      ({ target, level, from, to }) => `${level} ${text.slice(from, to)} → ${target}`,
    );

  it("gives the part that each number is about", () => {
    expect(linked("见第5项")).toEqual(["item 5 → i5"]);
    expect(linked("按照第三部分第五项，见第二部分")).toEqual([
      "section 三 → i5",
      "item 五 → i5",
      "section 二 → s2",
    ]);
    expect(linked("见三、（二）第6项")).toEqual(["section 三 → i6", "subsection 二 → i6", "item 6 → i6"]);
    expect(linked("见第三部分第4、6项")).toEqual(["section 三 → s3", "item 4 → i4", "item 6 → i6"]);
  });

  it("gives nothing where there is no such part, several, or the paragraph's own", () => {
    expect(linked("见第7项，见第二部分第5项")).toEqual([]);
    expect(linked("见第1项", PER_SECTION)).toEqual([]);
    expect(linked("见第二部分第1项，见第三部分第1项", PER_SECTION)).toEqual([
      "section 二 → i1",
      "item 1 → i1",
      "section 三 → i4",
      "item 1 → i4",
    ]);
    expect(linked("见第5项", CONTINUOUS, ["i5", "b1", "s3"])).toEqual([]);
    expect(linked("见本部分第1项", PER_SECTION, ["i5", "b1", "s3"])).toEqual(["item 1 → i4"]);
  });

  it("takes 部分 for the parts of a plan that has parts", () => {
    const parted = plan("标题", [
      {
        kind: "part",
        id: "p1",
        lead: { text: "一", marks: [] },
        body: [],
        children: TASKS.slice(0, 2) as never,
        closing: [],
      },
    ]);
    expect(linked("见第一部分二、第3项", planPlaces(parted))).toEqual([
      "part 一 → i3",
      "section 二 → i3",
      "item 3 → i3",
    ]);
  });
});

describe("referenceNumber", () => {
  it("writes the number as it was written", () => {
    const write = (written: string) => referenceNumber(CONTINUOUS, { target: "i5", level: "item" }, written);
    expect([write("12"), write("１２"), write("十二")]).toEqual(["5", "５", "五"]);
  });

  it("gives the number of what is around the target, and none of what is gone or not around it", () => {
    expect(referenceNumber(CONTINUOUS, { target: "i6", level: "subsection" }, "一")).toBe("二");
    expect(referenceNumber(CONTINUOUS, { target: "i3", level: "subsection" }, "一")).toBeUndefined();
    expect(referenceNumber(CONTINUOUS, { target: "gone", level: "item" }, "1")).toBeUndefined();
  });
});

describe("referencePieces", () => {
  it("says as much as the numbering needs", () => {
    const write = (places: typeof CONTINUOUS, id: string) => {
      const place = places.byId.get(id);
      if (!place) throw new RangeError(id);
      return referencePieces(places, place)
        .map(({ before, number, after }) => before + number + after)
        .join("");
    };
    const perHeading = planPlaces(plan("标题", TASKS, { numbering: { items: "per-heading" } }));
    expect(write(CONTINUOUS, "i5")).toBe("第5项");
    expect(write(PER_SECTION, "i5")).toBe("第三部分第2项");
    expect(write(perHeading, "i5")).toBe("第三部分（一）第2项");
    expect(write(perHeading, "i3")).toBe("第二部分第3项");
    expect(write(CONTINUOUS, "s3")).toBe("第三部分");
    expect(write(CONTINUOUS, "b2")).toBe("第三部分（二）");
  });
});

describe("withReferencesFollowed", () => {
  it("rewrites the numbers of the marked references and keeps all else", () => {
    const text = "见第二部分第3项，共3项";
    const marks = [
      { type: "reference" as const, from: 2, to: 3, target: "i5", level: "section" as const },
      { type: "reference" as const, from: 6, to: 7, target: "i5", level: "item" as const },
    ];
    const followed = withReferencesFollowed(
      plan("标题", TASKS, { leadIn: [{ ...paragraph(text), marks }], numbering: { items: "per-section" } }),
    );
    expect(followed.leadIn[0]?.text).toBe("见第三部分第2项，共3项");
    expect(followed.leadIn[0]?.marks).toEqual(marks);
  });
});
