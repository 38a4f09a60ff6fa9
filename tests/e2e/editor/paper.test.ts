import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { datedMark, originSource } from "../../support/marked-text.ts";
import { clause, item, paragraph, plan, section, subsection } from "../../support/plan-builder.ts";
import { repeatedPlan } from "../../support/repeated-plan.ts";
import { seedPlans } from "../../support/seed-plans.ts";
import { type EditorPage, openEditorPage } from "./editor-page.ts";

const OUT = join(import.meta.dirname, "../../../out");

describe("the paper", () => {
  let editor: EditorPage;
  beforeAll(async () => {
    await mkdir(OUT, { recursive: true });
    editor = await openEditorPage();
  });
  afterAll(() => editor.close());
  afterEach(() => expect(editor.errors).toEqual([]));

  const picture = (name: string) => editor.page.screenshot({ path: join(OUT, `editor-${name}.png`) });

  it("has 28 characters in every full line, as printed", async () => {
    await editor.open(plan("要点", [], { leadIn: [paragraph("国".repeat(26 + 28 * 3))] }));
    const lines = await editor.page.evaluate(() => {
      const text = document.querySelector(".plan-paragraph")?.firstChild;
      if (!text) return [];
      const range = document.createRange();
      const counts = new Map<number, number>();
      for (let offset = 0; offset < (text.textContent?.length ?? 0); offset += 1) {
        range.setStart(text, offset);
        range.setEnd(text, offset + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        counts.set(top, (counts.get(top) ?? 0) + 1);
      }
      return [...counts.values()];
    });
    expect(lines).toEqual([26, 28, 28, 28]);
  });

  it("reads every ordinal to a screen reader, also where nothing is laid out", async () => {
    await editor.open(
      plan("要点", [
        section("党建", [subsection("甲", [item("理论"), item("学习", [clause("带头"), clause("深入")])])]),
        section("教学", [item("课堂")]),
      ]),
    );
    const tree = async () => (await editor.devtools.send("Accessibility.getFullAXTree")).nodes;
    const names = async () => (await tree()).map(({ name }) => String(name?.value ?? ""));
    const labels = ["一、", "（一）", "1.", "2.", "一是", "二是", "二、", "3."];
    await expect.poll(names).toEqual(expect.arrayContaining(labels));
    const box = (await tree()).find(({ role }) => role?.value === "textbox");
    expect(box?.name?.value).toBe("正文");
  });

  it("draws nothing of the text anew when form data change", async () => {
    await editor.open(plan("要点", [section("党建", [item("理论")])]));
    const drawn = await editor.page.evaluate(() => {
      const before = document.querySelector(".plan-item");
      const changed = window.harness.run(window.harness.editing.setYear(2031));
      return [changed, before !== null && before === document.querySelector(".plan-item")];
    });
    expect(drawn).toEqual([true, true]);
    expect((await editor.plan()).year).toBe(2031);
  });

  it("has no serious accessibility violation", async () => {
    await editor.open(plan("要点", [section("党建", [item("理论"), item("")])]));
    await editor.page.evaluate(axe.source);
    const violations = await editor.page.evaluate(async () => {
      const results = await (window as unknown as { axe: typeof axe }).axe.run("#root");
      return results.violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });

  it("renumbers when an item goes", async () => {
    await editor.open(plan("要点", [section("党建", [item("甲"), item("乙"), item("丙")])]));
    const labels = () =>
      editor.page.evaluate(() =>
        [...document.querySelectorAll("[data-no]")].map(
          (lead) => `${lead.getAttribute("data-no")}${lead.textContent}`,
        ),
      );
    expect(await labels()).toEqual(["一、党建", "1.甲", "2.乙", "3.丙"]);
    await editor.caret("甲", 1);
    await editor.page.evaluate(() => window.harness.run(window.harness.editing.deletePart));
    expect(await labels()).toEqual(["一、党建", "1.乙", "2.丙"]);
    await editor.page.keyboard.press("Control+z");
    expect(await labels()).toEqual(["一、党建", "1.甲", "2.乙", "3.丙"]);
  });

  it("sets the heading of an item in bold and the body that runs on in plain type", async () => {
    await editor.open(
      plan("要点", [section("党建", [item("理论武装。深入开展"), item("全是正文。没有标题", [], true)])]),
    );
    const weights = await editor.page.evaluate(() =>
      [".plan-item .plan-lead", ".plan-item .plan-run-in", ".plan-item-plain .plan-lead"].map((selector) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element).fontWeight : "";
      }),
    );
    expect(weights).toEqual(["700", "400", "400"]);
  });

  it("goes to any of 1 000 items at once", async () => {
    const [seed] = await seedPlans();
    if (!seed) throw new Error("no seeds");
    await editor.open(repeatedPlan(seed.plan, 1_000));
    const visible = await editor.page.evaluate(() => {
      const { harness } = window;
      const ids: string[] = [];
      harness.view().state.doc.descendants((node) => {
        if (node.type.name === "item") ids.push(node.attrs["id"]);
        return !node.isTextblock;
      });
      return [700, 3, 999, 500].map((index) => {
        const id = ids[index] ?? "";
        harness.run(harness.editing.selectBlock(id));
        const box = document.querySelector(`[data-id="${id}"] > .plan-lead`)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.top < innerHeight;
      });
    });
    expect(visible).toEqual([true, true, true, true]);
  });

  it("looks like an official document, with prompts, dated expressions and reused text", async () => {
    const seeds = await seedPlans();
    const seed = seeds.find(({ name }) => name === "jianyang-2021");
    if (!seed) throw new Error("the seed jianyang-2021 is missing");
    await editor.open(seed.plan);
    await picture("top");
    await editor.caret("深入推进", 6);
    await picture("items");
    const dated = {
      ...item(""),
      lead: {
        text: "做好2026年工作总结。部署2027年任务",
        marks: [datedMark(2, 7, "2026年"), datedMark(14, 19, "2027年")],
      },
    };
    const reused = {
      ...item(""),
      lead: { text: "扩大学位供给。新建幼儿园5所，新增学位1 350个", marks: [originSource(0, 24)] },
    };
    await editor.open(
      plan("", [
        section("党建", [dated, reused, item("")]),
        section("", [
          subsection("教育公平", [item("资助", [paragraph(""), clause("带头"), clause("深入")])]),
        ]),
      ]),
    );
    await editor.caret("扩大", 3);
    await picture("marks");
    await editor.page.emulateMedia({ colorScheme: "dark" });
    await picture("dark");
    const paper = await editor.page.evaluate(() => {
      const element = document.querySelector(".paper");
      return element ? getComputedStyle(element).backgroundColor : "";
    });
    expect(paper).toBe("rgb(255, 255, 255)");
    await editor.page.emulateMedia({ colorScheme: "light" });
  });
});
