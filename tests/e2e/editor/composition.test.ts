import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { datedMark, originSource } from "../../support/marked-text.ts";
import { clause, item, paragraph, plan, section } from "../../support/plan-builder.ts";
import { editorText, goToItem, newDraft, openWindow } from "../window/window-page.ts";
import { type EditorPage, openEditorPage } from "./editor-page.ts";

const PINYIN = ["n", "ni", "ni'h", "ni'hao"];

describe("input methods", () => {
  let editor: EditorPage;
  beforeAll(async () => {
    editor = await openEditorPage();
  });
  afterAll(() => editor.close());
  afterEach(() => expect(editor.errors).toEqual([]));

  /** Composes 你好 letter by letter at the caret; `during` runs before it is committed. */
  async function compose(during?: () => Promise<void>): Promise<void> {
    for (const text of PINYIN)
      await editor.devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await during?.();
    await editor.devtools.send("Input.insertText", { text: "你好" });
    await editor.page.waitForTimeout(150);
  }

  async function texts(): Promise<readonly string[]> {
    const value = await editor.plan();
    return value.children.flatMap((child) =>
      child.kind === "section"
        ? [
            child.lead.text,
            ...child.children.flatMap((each) => [each.lead.text, ...each.body.map(({ text }) => text)]),
          ]
        : [],
    );
  }

  const start = () =>
    editor.open(
      plan("要点", [
        section("党建", [
          item(""),
          item("理论武装。深入开展", [paragraph("正文"), clause("带头")]),
          item("学习"),
        ]),
      ]),
    );

  it.each([
    [
      "at the start of an empty item, beside its ordinal",
      "",
      0,
      ["党建", "你好", "理论武装。深入开展", "正文", "带头", "学习"],
    ],
    [
      "at the start of a heading, beside its ordinal",
      "理论",
      0,
      ["党建", "", "你好理论武装。深入开展", "正文", "带头", "学习"],
    ],
    ["inside a heading", "理论", 2, ["党建", "", "理论你好武装。深入开展", "正文", "带头", "学习"]],
    ["at the end of a heading", "学习", 2, ["党建", "", "理论武装。深入开展", "正文", "带头", "学习你好"]],
    ["between heading and body", "理论", 5, ["党建", "", "理论武装。你好深入开展", "正文", "带头", "学习"]],
    [
      "at the end of a run-in body",
      "理论",
      9,
      ["党建", "", "理论武装。深入开展你好", "正文", "带头", "学习"],
    ],
    [
      "at the start of a body paragraph",
      "正文",
      0,
      ["党建", "", "理论武装。深入开展", "你好正文", "带头", "学习"],
    ],
    [
      "at the start of a clause, beside 一是",
      "带头",
      0,
      ["党建", "", "理论武装。深入开展", "正文", "你好带头", "学习"],
    ],
    [
      "at the end of a section heading",
      "党建",
      2,
      ["党建你好", "", "理论武装。深入开展", "正文", "带头", "学习"],
    ],
  ] as const)(
    "write %s, are not told of before the end, and undo in one step",
    async (_name, beginning, offset, expected) => {
      await start();
      const before = await texts();
      await editor.caret(beginning, offset);
      const told = () => editor.page.evaluate(() => window.harness.told());
      await compose(async () => {
        expect(await told()).toEqual([]);
        expect(await editor.page.evaluate(() => window.harness.view().composing)).toBe(true);
      });
      expect(await texts()).toEqual(expected);
      expect((await told()).every(({ composing }) => !composing)).toBe(true);
      await editor.page.keyboard.press("Control+z");
      expect(await texts()).toEqual(before);
      await editor.page.keyboard.press("Control+y");
      expect(await texts()).toEqual(expected);
    },
  );

  it("hide the prompt of an empty item from the first letter on", async () => {
    await start();
    await editor.caret("", 0);
    const prompt = () =>
      editor.page.evaluate(() => {
        const lead = document.querySelector(".plan-item .plan-lead");
        return lead ? getComputedStyle(lead, "::after").content : "";
      });
    expect(await prompt()).toContain("填写条目标题");
    await compose(() => expect.poll(prompt).toBe("none"));
    expect(await prompt()).toBe("none");
  });

  it("let go of ghost text in an empty item with the first letter, and write there", async () => {
    await start();
    await editor.caret("", 0);
    const before = await texts();
    await editor.page.evaluate(() => {
      const origin = {
        documentId: "d",
        title: "",
        issuer: "",
        year: 2021,
        section: null,
        item: "1",
        heading: "",
      };
      const sentence = { text: "促进学前教育优质普惠发展", dated: [], origin };
      window.harness.run(window.harness.editing.showGhostText(sentence, ""));
    });
    const ghosts = () => editor.page.locator("[data-ghost]").count();
    expect(await ghosts()).toBe(1);
    await compose(() => expect.poll(ghosts).toBe(0));
    expect(await texts()).toEqual(["党建", "你好", "理论武装。深入开展", "正文", "带头", "学习"]);
    await editor.page.keyboard.press("Control+z");
    expect(await texts()).toEqual(before);
  });

  it("make a level of a number that they write at the start of an item, after the end, and one Backspace refuses", async () => {
    await start();
    await editor.caret("学习", 0);
    const kinds = async () => (await editor.plan()).children.map(({ kind, lead }) => `${kind} ${lead.text}`);
    for (const text of ["san", "三、"])
      await editor.devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    expect(await kinds()).toEqual(["section 党建"]);
    await editor.devtools.send("Input.insertText", { text: "三、" });
    await expect.poll(kinds).toEqual(["section 党建", "section 学习"]);
    await editor.page.keyboard.press("Backspace");
    await expect.poll(kinds).toEqual(["section 党建"]);
    expect(await texts()).toContain("三、学习");
  });

  it.each([
    ["inside a dated expression", 4, "回顾20你好26年工作"],
    ["before a dated expression", 2, "回顾你好2026年工作"],
    ["behind a dated expression", 7, "回顾2026年你好工作"],
  ] as const)("write %s and leave its mark where it belongs", async (_name, offset, expected) => {
    const marked = { ...item(""), lead: { text: "回顾2026年工作", marks: [datedMark(2, 7, "2026年")] } };
    await editor.open(plan("要点", [section("党建", [marked])]));
    await editor.caret("回顾", offset);
    await compose();
    expect(await texts()).toEqual(["党建", expected]);
    const [first] = (await editor.plan()).children;
    const lead = first?.kind === "section" ? first.children[0]?.lead : undefined;
    const mark = lead?.marks[0];
    expect(lead?.text.slice(mark?.from, mark?.to)).toBe(offset === 4 ? "20你好26年" : "2026年");
    expect(lead?.marks.length).toBe(1);
  });

  it.each([
    ["before words that are shown struck", "扩大学位供给。", "扩大供给。", 2, "扩大你好供给。"],
    ["at the end of a paragraph, before what is struck there", "扩大供给工作", "扩大供给", 4, "扩大供给你好"],
    ["behind a replacement", "扩大学位供给。", "扩大学校供给。", 4, "扩大学校你好供给。"],
    ["before a replacement", "扩大学位供给。", "扩大学校供给。", 2, "扩大你好学校供给。"],
    ["at the start of a text that was replaced as a whole", "原来", "现在", 0, "你好现在"],
    ["in a paragraph whose words all went", "做好各项工作", "", 0, "你好"],
  ] as const)(
    "write %s while changes are tracked, and undo in one step",
    async (_name, old, text, at, expected) => {
      const tracked = { ...item(""), lead: { text, marks: [] } };
      const now = plan("要点", [section("党建", [tracked, item("学习")])]);
      const [tasks] = now.children;
      if (tasks?.kind !== "section") throw new Error("the section is missing");
      // The item behind went too: its line is printed behind the paragraph.
      const children = [
        { ...tracked, lead: { text: old, marks: [] } },
        item("宣传"),
        ...tasks.children.slice(1),
      ];
      const { title, leadIn, closing } = now;
      const base = { title, leadIn, closing, children: [{ ...tasks, children }] };
      await editor.open({ ...now, revisions: { tracking: true, base, records: [] } });
      await editor.caret(text, at);
      await editor.page.locator("[data-gone*='宣传']").waitFor();
      const told = () => editor.page.evaluate(() => window.harness.told().length);
      const before = await told();
      await compose(async () => expect(await told()).toBe(before));
      expect(await texts()).toEqual(["党建", expected, "学习"]);
      const underlined = async () =>
        (await editor.page.locator(".plan-inserted-words").allTextContents()).join("");
      await expect.poll(underlined).toContain("你好");
      await editor.page.keyboard.press("Control+z");
      expect(await texts()).toEqual(["党建", text, "学习"]);
    },
  );

  it("are left alone by the marks of what was typed just before", async () => {
    const now = plan("要点", [section("党建", [item("学习")])]);
    const { title, leadIn, children, closing } = now;
    const base = { title, leadIn, children, closing };
    await editor.open({ ...now, revisions: { tracking: true, base, records: [] } });
    await editor.caret("学习", 2);
    await editor.page.keyboard.insertText("新");
    const marks = () => editor.page.locator(".plan-inserted-words").count();
    // Longer than it takes to look for changes when nobody composes.
    await compose(async () => {
      await editor.page.waitForTimeout(500);
      expect(await marks()).toBe(0);
      expect(await editor.page.evaluate(() => window.harness.view().composing)).toBe(true);
    });
    expect(await texts()).toEqual(["党建", "学习新你好"]);
    await expect.poll(marks).toBe(1);
  });

  it("write inside reused text", async () => {
    const reused = { ...item(""), lead: { text: "扩大学位供给", marks: [originSource(0, 6)] } };
    await editor.open(plan("要点", [section("党建", [reused])]));
    await editor.caret("扩大", 2);
    await compose();
    expect(await texts()).toEqual(["党建", "扩大你好学位供给"]);
  });

  it("replace a selection of several paragraphs as Delete would", async () => {
    await start();
    await editor.caret("理论", 2);
    await editor.page.keyboard.press("Shift+ArrowDown");
    await editor.page.keyboard.press("Shift+ArrowDown");
    const withinOne = () =>
      editor.page.evaluate(() => {
        const { $from, $to } = window.harness.view().state.selection;
        return $from.sameParent($to);
      });
    await expect.poll(withinOne).toBe(false);
    await compose();
    const written = (await texts()).join("|");
    expect(written).toContain("理论你好");
    expect((await texts()).length).toBeLessThan(6);
  });

  it.each([
    [
      "at the start of a clause that runs on",
      "带头",
      0,
      ["党建", "理论武装。深入开展", "你好带头。", "深入。", "另起"],
    ],
    [
      "at its end, beside the next",
      "带头",
      3,
      ["党建", "理论武装。深入开展", "带头。你好", "深入。", "另起"],
    ],
    [
      "at the end of the text that it runs on from",
      "理论",
      9,
      ["党建", "理论武装。深入开展你好", "带头。", "深入。", "另起"],
    ],
    ["behind the last of them", "深入。", 3, ["党建", "理论武装。深入开展", "带头。", "深入。你好", "另起"]],
  ] as const)("write %s", async (_name, beginning, offset, expected) => {
    const body = [clause("带头。", true), clause("深入。", true), paragraph("另起")];
    await editor.open(plan("要点", [section("党建", [item("理论武装。深入开展", body)])]));
    await editor.caret(beginning, offset);
    await compose();
    expect(await texts()).toEqual(expected);
  });

  it("write in a new empty item every time, although parts off screen are not laid out", async () => {
    for (let round = 0; round < 15; round += 1) {
      await editor.open(plan("要点", [section("党建", [item(""), item("甲")])]));
      await editor.caret("", 0);
      await compose();
      expect(await texts()).toEqual(["党建", "你好", "甲"]);
    }
  });

  it("make the text behind a 。 that they write body, after the end", async () => {
    await start();
    await editor.caret("学习", 2);
    await editor.devtools.send("Input.imeSetComposition", { text: "。", selectionStart: 1, selectionEnd: 1 });
    await editor.devtools.send("Input.insertText", { text: "。" });
    await compose();
    expect(await texts()).toContain("学习。你好");
    const runIn = await editor.page.evaluate(() =>
      [...document.querySelectorAll(".plan-run-in")].map((element) => element.textContent),
    );
    expect(runIn).toContain("你好");
  });
});

describe("input methods in the window", () => {
  it("write in a new empty item while suggestions and the page count follow, and undo in one step", async () => {
    const { page, complaints } = await openWindow();
    await newDraft(page);
    await goToItem(page, "14.促进学前教育优质普惠发展");
    await page.keyboard.press("Control+1");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("treeitem", { name: "15." }).first().waitFor();
    const before = await editorText(page);
    const devtools = await page.context().newCDPSession(page);
    for (const text of ["x", "xue", "xue'qian"]) {
      await devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await expect.poll(() => editorText(page)).toContain(text);
      expect(await page.evaluate(() => getSelection()?.focusNode?.textContent)).toBe(text);
    }
    await devtools.send("Input.insertText", { text: "学前" });
    await page.getByRole("treeitem", { name: "15.学前" }).waitFor();
    expect((await editorText(page)).length).toBe(before.length + 2);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => editorText(page)).toBe(before);
    expect(complaints).toEqual([]);
  });
});
