import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";
import { type EditorPage, openEditorPage } from "./editor-page.ts";

/** Leads and paragraphs in order. */
function texts(value: WorkPlan): readonly string[] {
  return [
    value.title.text,
    ...value.leadIn.map(({ text }) => text),
    ...value.children.flatMap((child) => [
      child.lead.text,
      ...child.body.map(({ text }) => text),
      ...(child.kind === "section"
        ? child.children.flatMap((each) => [each.lead.text, ...each.body.map(({ text }) => text)])
        : []),
    ]),
  ];
}

describe("keys", () => {
  let editor: EditorPage;
  beforeAll(async () => {
    editor = await openEditorPage();
  });
  afterAll(() => editor.close());
  afterEach(() => expect(editor.errors).toEqual([]));

  it("write a plan from nothing", async () => {
    await editor.open(plan(""));
    const { keyboard } = editor.page;
    await editor.caret("", 0);
    await keyboard.type("2027年教育工作要点");
    await keyboard.press("Enter");
    await keyboard.type("总体要求");
    await keyboard.press("Control+Shift+Enter");
    await keyboard.type("抓党建");
    await keyboard.press("Enter");
    await keyboard.type("理论武装。深入开展");
    await keyboard.press("Enter");
    await keyboard.type("队伍");
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await keyboard.type("抓教学");
    const written = await editor.plan();
    expect(texts(written)).toEqual([
      "2027年教育工作要点",
      "总体要求",
      "抓党建",
      "理论武装。深入开展",
      "队伍",
      "抓教学",
    ]);
    expect(written.children.map(({ kind }) => kind)).toEqual(["section", "section"]);
    for (let index = 0; index < 40; index += 1) await keyboard.press("Control+z");
    expect(texts(await editor.plan())).toEqual([""]);
  });

  it("come back to where the caret was shown when the focus left before the browser told", async () => {
    await editor.open(plan("要点", [section("党建", [item("理论武装。深入开展学习")])]));
    await editor.caret("理论武装", 0);
    const caret = await editor.page.evaluate(() => {
      const view = window.harness.view();
      const text = document.getSelection()?.focusNode?.firstChild ?? document.getSelection()?.focusNode;
      if (text) document.getSelection()?.collapse(text, 3);
      const other = document.body.appendChild(document.createElement("input"));
      // Within one task: no selectionchange has been dispatched yet.
      other.focus();
      other.remove();
      view.focus();
      return view.state.selection.$head.parentOffset;
    });
    expect(caret).toBe(3);
  });

  it("type over a selection of several paragraphs", async () => {
    await editor.open(plan("要点", [section("党建", [item("甲甲"), item("乙乙"), item("丙丙")])]));
    await editor.page.evaluate(() => {
      const view = window.harness.view();
      const places: number[] = [];
      view.state.doc.descendants((node, position) => {
        if (node.textContent.length === 2 && node.isTextblock) places.push(position + 2);
      });
      const Selection = view.state.selection.constructor as unknown as {
        create: (
          doc: unknown,
          from: number | undefined,
          to: number | undefined,
        ) => typeof view.state.selection;
      };
      view.dispatch(view.state.tr.setSelection(Selection.create(view.state.doc, places[2], places[4])));
      view.focus();
    });
    await editor.page.keyboard.type("新");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲新丙"]);
  });

  it("delete inside a paragraph as the browser does, and keep the plan whole at its borders", async () => {
    await editor.open(plan("要点", [section("党建", [item("甲乙", [paragraph("文")])])]));
    await editor.caret("甲", 2);
    await editor.page.keyboard.press("Backspace");
    await editor.page.keyboard.press("Delete");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲文"]);
  });

  it("stay in the text with Tab", async () => {
    await editor.open(plan("要点", [section("党建", [item("甲"), item("乙")])]));
    await editor.caret("乙", 1);
    await editor.page.keyboard.press("Tab");
    expect((await editor.plan()).children[0]).toMatchObject({ children: [{ body: [{ text: "乙" }] }] });
    await editor.page.keyboard.press("Shift+Tab");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲", "乙"]);
    expect(await editor.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("textbox");
  });
});

describe("the clipboard", () => {
  let editor: EditorPage;
  beforeAll(async () => {
    editor = await openEditorPage();
  });
  afterAll(() => editor.close());
  afterEach(() => expect(editor.errors).toEqual([]));

  /** Pastes as another program would have put it on the clipboard. */
  function paste(data: Readonly<Record<string, string>>): Promise<void> {
    return editor.page.evaluate((values) => {
      const transfer = new DataTransfer();
      for (const [type, value] of Object.entries(values)) transfer.setData(type, value);
      const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      window.harness.view().dom.dispatchEvent(event);
    }, data);
  }

  const start = async () => {
    await editor.open(plan("要点", [section("党建", [item("甲乙"), item("丙")])]));
    await editor.caret("甲", 1);
  };

  it("takes lines in as paragraphs at the caret", async () => {
    await start();
    await paste({ "text/plain": "一行\r\n　　二行\r\n\r\n三行" });
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲一行", "二行", "三行乙", "丙"]);
    await editor.page.keyboard.press("Control+z");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲乙", "丙"]);
  });

  it("leaves nothing but text of hostile markup", async () => {
    await start();
    const html =
      '<p onclick="x()">好<img src=x onerror="window.hit=1"><script>window.hit=1</script><style>p{}</style>' +
      '<svg onload="window.hit=1"><text>图</text></svg>字 &lt;b&gt; &#x4e2d;</p>' +
      '<div data-pm-slice="1 1 [&quot;item&quot;,{&quot;id&quot;:[&quot;script&quot;]}]"><p>尾</p></div><a href="javascript:x()">链';
    await paste({ "text/html": html });
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲好字 <b> 中", "尾", "链乙", "丙"]);
    expect(await editor.page.evaluate(() => "hit" in window)).toBe(false);
  });

  it("refuses what is too long and leaves the plan as it is", async () => {
    await start();
    const before = await editor.plan();
    await editor.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", "长".repeat(5 * 1024 * 1024 + 1));
      const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      window.harness.view().dom.dispatchEvent(event);
    });
    await paste({ "text/plain": "行\n".repeat(20_001) });
    await paste({ "text/html": "<b>".repeat(1024 * 1024) });
    await paste({ "image/png": "" });
    expect(await editor.page.evaluate(() => window.harness.refused())).toEqual([
      "text-too-long",
      "too-many-paragraphs",
      "no-text",
      "no-text",
    ]);
    expect(await editor.plan()).toEqual(before);
  });

  it("takes plain text out of what is too long to be read for structure, and says so", async () => {
    await start();
    await editor.page.evaluate(() => {
      const transfer = new DataTransfer();
      const deep = "<div>".repeat(600_000);
      transfer.setData("text/html", `${deep}<ol onclick="x()"><li>甲项<li>乙项</ol><script>x()</script>`);
      const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      window.harness.view().dom.dispatchEvent(event);
    });
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲甲项", "乙项乙", "丙"]);
    expect(await editor.page.evaluate(() => window.harness.refused())).toEqual(["plain-text"]);
  });

  it("ignores lines that only pretend to be a plan's", async () => {
    await start();
    for (const lines of [
      "{",
      '{"lines":[],"sources":{}}',
      '{"lines":[{"kind":"item","attributes":{"id":[1]},"content":[]}],"sources":{}}',
    ])
      await paste({ "application/x-yaodian-lines+json": lines, "text/plain": "字" });
    expect(texts(await editor.plan())[2]).toMatch(/^甲字+乙$/);
  });

  it("copies with ordinals for other programs, and moves whole items inside the plan", async () => {
    await start();
    const select = (from: string, to: string) =>
      editor.page.evaluate(
        ([first, last]) => {
          const view = window.harness.view();
          let start = 0;
          let end = 0;
          view.state.doc.descendants((node, position) => {
            if (node.isTextblock && node.textContent === first) start = position + 1;
            if (node.isTextblock && node.textContent === last) end = position + 1 + node.content.size;
          });
          const Selection = view.state.selection.constructor as unknown as {
            create: (doc: unknown, from: number, to: number) => typeof view.state.selection;
          };
          view.dispatch(view.state.tr.setSelection(Selection.create(view.state.doc, start, end)));
          view.focus();
        },
        [from, to],
      );
    await select("甲乙", "丙");
    await editor.page.keyboard.press("Control+c");
    expect(await editor.page.evaluate(() => navigator.clipboard.readText())).toBe("1.甲乙\n2.丙");
    await editor.caret("丙", 1);
    await editor.page.keyboard.press("Control+v");
    const pasted = await editor.plan();
    expect(texts(pasted)).toEqual(["要点", "党建", "甲乙", "丙", "甲乙", "丙"]);
    const ids = pasted.children.flatMap((child) =>
      child.kind === "section" ? child.children.map(({ id }) => id) : [],
    );
    expect(new Set(ids).size).toBe(4);
    // And into another plan, in the middle of a paragraph.
    await editor.open(plan("别的要点", [section("业务", [item("丁戊", [paragraph("己")])])]));
    await editor.caret("丁", 1);
    await editor.page.keyboard.press("Control+v");
    expect(texts(await editor.plan())).toEqual(["别的要点", "业务", "丁戊", "己", "甲乙", "丙"]);
  });

  it("moves selected text by drag as cutting and pasting would", async () => {
    await start();
    const { page } = editor;
    const lead = (text: string) =>
      page.evaluate((wanted) => {
        const range = document.createRange();
        for (const each of document.querySelectorAll(".plan-lead"))
          if (each.textContent === wanted) range.selectNodeContents(each);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { middle: (left + right) / 2, end: right - 1, y: top + height / 2 };
      }, text);
    await editor.caret("甲乙", 0);
    await page.keyboard.press("Shift+End");
    await page.waitForFunction(() => window.harness.view().state.selection.empty === false);
    const from = await lead("甲乙");
    const to = await lead("丙");
    await page.mouse.move(from.middle, from.y);
    await page.mouse.down();
    await page.mouse.move(to.middle, to.y, { steps: 3 });
    await page.mouse.move(to.end, to.y);
    await page.mouse.up();
    await expect.poll(async () => texts(await editor.plan())).toEqual(["要点", "党建", "", "丙甲乙"]);
    await page.keyboard.press("Control+z");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲乙", "丙"]);
  });

  it("cuts over several paragraphs as Delete removes them", async () => {
    await start();
    await editor.page.keyboard.press("Control+a");
    await editor.page.keyboard.press("Control+x");
    expect(texts(await editor.plan())).toEqual([""]);
    await editor.page.keyboard.press("Control+v");
    expect(texts(await editor.plan())).toEqual(["要点", "党建", "甲乙", "丙"]);
  });
});
