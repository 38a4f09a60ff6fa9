import { describe, expect, it } from "vitest";
import { coverage, coverageRowSchema } from "../../../src/core/compare/coverage.ts";
import { coverageNote } from "../../../src/core/compare/coverage-note.ts";
import { noteSchema } from "../../../src/core/compare/note.ts";
import { coverageQuality } from "../../support/coverage-quality.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const COPIED =
  "有效维护儿童青少年视力健康，落实全市中小学生全员体质测试。支持和鼓励各中小学根据本校的实际积极创建体育项目特色学校。";
const superior = plan("示例省2027年教育工作要点", [
  section("重点任务", [
    item(`加强体育和健康教育。${COPIED}`),
    item("推动学前教育普惠发展。扩大公办幼儿园学位，规范民办幼儿园收费。"),
    item("深化省属高校科研评价。建设国家重点实验室，改革研究生导师考核。"),
  ]),
]);
const ours = plan("示例市2027年教育工作要点", [
  section("重点任务", [
    item(`加强学校体育工作。${COPIED}`),
    item("办好学前教育。新建公办幼儿园3所，稳定普惠性民办幼儿园收费。"),
    item("维护校园安全。排查各类隐患，建立台账。"),
  ]),
]);

describe("coverage", () => {
  it("proposes what ours takes up and what it does not", () => {
    const rows = coverage(superior, ours);
    expect(
      rows.map(({ state, decided, matches }) => [state, decided, matches[0]?.point.heading ?? "—"]),
    ).toEqual([
      ["covered", false, "加强学校体育工作"],
      ["covered", false, "办好学前教育"],
      ["not-ours", false, "—"],
    ]);
    expect(rows.every((row) => coverageRowSchema.safeParse(row).success)).toBe(true);
  });

  it("says what is copied too closely, and where", () => {
    const [sport, early] = coverage(superior, ours).map(({ matches }) => matches[0]);
    expect(sport).toMatchObject({ tooClose: true, copied: COPIED.match(/[^。]+。/g) });
    expect(early).toMatchObject({ tooClose: false, copied: [] });
  });

  it("calls a short point that is the superior's word for word too close as well", () => {
    const text = "抓好防溺水。落实家访。";
    const [row] = coverage(
      plan("上级", [section("任务", [item(text)])]),
      plan("我方", [section("任务", [item(text)])]),
    );
    expect(row?.matches[0]).toMatchObject({ overlap: 100, copied: [], tooClose: true });
  });

  it("leaves the decision to the drafter", () => {
    const id = superior.children[0]?.kind === "section" ? (superior.children[0].children[0]?.id ?? "") : "";
    const [row] = coverage(superior, ours, { decisions: { [id]: "partly", gone: "covered" } });
    expect(row).toMatchObject({ state: "partly", decided: true });
  });

  it("gives rows without matches for plans without points", () => {
    expect(coverage(plan("空"), ours)).toEqual([]);
    expect(coverage(superior, plan("空")).map(({ state, matches }) => [state, matches.length])).toEqual([
      ["not-ours", 0],
      ["not-ours", 0],
      ["not-ours", 0],
    ]);
  });

  it("finds the points of other bureaus on the same matter", async () => {
    const { topics, amongThree, proposed, without, notCovered } = await coverageQuality();
    expect(amongThree / topics).toBeGreaterThanOrEqual(0.9);
    expect(proposed / topics).toBeGreaterThanOrEqual(0.9);
    expect(notCovered / without).toBeGreaterThanOrEqual(0.8);
  });
});

describe("coverageNote", () => {
  it("gives a row for each point of the superior, with what is copied too closely", () => {
    const note = coverageNote(superior.title.text, coverage(superior, ours));
    expect(noteSchema.safeParse(note).success).toBe(true);
    expect(note.paragraphs).toEqual([
      "《示例省2027年教育工作要点》共3条：已覆盖2条，部分覆盖0条，不涉及1条；文字照搬过多1条。",
    ]);
    expect(note.tables[0]?.rows.map((row) => row.filter((_, at) => at !== 4))).toEqual([
      ["1", "加强体育和健康教育", "已覆盖", "1 加强学校体育工作", "照搬过多"],
      ["2", "推动学前教育普惠发展", "已覆盖", "2 办好学前教育", "—"],
      ["3", "深化省属高校科研评价", "不涉及", "—", "—"],
    ]);
  });

  it("has no table for a plan without points", () => {
    expect(coverageNote("", [])).toMatchObject({ title: "落实《上级工作要点》对照表", tables: [] });
  });
});
