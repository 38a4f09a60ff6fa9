import { describe, expect, it } from "vitest";
import { encodePlanFile } from "../../../electron/services/plans/plan-file.ts";
import { readDocument } from "../../../electron/services/reading/read-document.ts";
import { NO_DECISIONS } from "../../../src/core/reading/decisions.ts";
import { sourceLinesSchema } from "../../../src/core/reading/source-lines.ts";
import { item, plan, planWith, section } from "../../support/year-plan.ts";

const PLAN = planWith(
  plan(2026, section("抓实学前教育", item("扩大学位。新增学位100个。"), item("提升质量。开展评估。"))),
  { title: "某区教育局\n2026年工作要点", leadIn: ["2026年是关键一年。"] },
);
const { bytes } = encodePlanFile({ documentId: "d", revision: 1, previous: null, plan: PLAN });
const NAME = "去年.yaodian";

describe("readDocument", () => {
  it("gives a plan of this app to the letter, with lines as it is printed", async () => {
    const { reading, source, format } = await readDocument({ name: NAME, bytes });
    expect([format, reading.plan, reading.notices]).toEqual(["plan", PLAN, []]);
    expect(source.lines.map(({ number, text }) => `${number} ${text}`)).toEqual([
      "1 某区教育局",
      "2 2026年工作要点",
      "3 2026年是关键一年。",
      "4 一、抓实学前教育",
      "5 1.扩大学位。新增学位100个。",
      "6 2.提升质量。开展评估。",
    ]);
    expect(Object.values(reading.lines)).toEqual([3, 4, 5, 6]);
    expect(sourceLinesSchema.parse(source)).toEqual(source);
  });

  it("reads the print of such a plan again where the drafter decides otherwise", async () => {
    const decisions = { ...NO_DECISIONS, roles: { 6: "text" as const } };
    const { reading } = await readDocument({ name: NAME, bytes, decisions });
    const [first] = reading.plan.children;
    expect(first?.kind === "section" && first.children.length).toBe(1);
    expect(reading.roles["6"]).toBe("text");
  });

  it("names the document that cannot be read", async () => {
    const cut = bytes.slice(0, bytes.length - 20);
    await expect(readDocument({ name: NAME, bytes: cut })).rejects.toMatchObject({
      code: "damaged",
      subject: NAME,
    });
    await expect(readDocument({ name: "空.txt", bytes: new Uint8Array() })).rejects.toMatchObject({
      code: "empty-file",
      subject: "空.txt",
    });
  });
});
