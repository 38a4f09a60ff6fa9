import { TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { MAX_SNIPPETS, type Snippets } from "../../../src/core/office/snippets.ts";
import type { Host } from "../../../src/host/client.ts";
import { insertSnippet } from "../../../src/ui/editor/commands/snippet.ts";
import { editorState } from "../../../src/ui/editor/plan-editor.ts";
import { keepSnippet } from "../../../src/ui/snippets/keep-snippet.ts";
import { snippetsFor } from "../../../src/ui/snippets/snippet-dialog.tsx";
import { afterCommands } from "../../support/outline-text.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const SNIPPETS = [
  { id: "1", name: "党的全面领导", text: "坚持党对教育工作的全面领导。" },
  { id: "2", name: "数据口径", text: "以教育部门统计数据为准。" },
];

/** Keeps snippets as a host does. */
function keeping(first: Snippets): Host & { readonly kept: () => Snippets } {
  let snippets = first;
  const call = async (method: string, request: { readonly snippets: Snippets }) => {
    if (method === "snippets.set") snippets = request.snippets;
    return { ok: true, value: method === "snippets.get" ? { snippets } : {} };
  };
  return { call, kept: () => snippets } as unknown as Host & { readonly kept: () => Snippets };
}

describe("snippetsFor", () => {
  it("finds by name, initials and words of the text, names first", () => {
    expect(snippetsFor(SNIPPETS, "").map(({ id }) => id)).toEqual(["1", "2"]);
    expect(snippetsFor(SNIPPETS, "sjkj").map(({ id }) => id)).toEqual(["2"]);
    expect(snippetsFor(SNIPPETS, "教育").map(({ id }) => id)).toEqual(["1", "2"]);
    expect(snippetsFor(SNIPPETS, "领导").map(({ id }) => id)).toEqual(["1"]);
    expect(snippetsFor(SNIPPETS, "没有")).toEqual([]);
  });
});

describe("keepSnippet", () => {
  it("puts the selected text first, under its own words", async () => {
    const host = keeping(SNIPPETS);
    const kept = await keepSnippet(host, " 抓好落实，务求实效。 ");
    expect(kept).toEqual({ ok: true, text: "已存为常用语“抓好落实”。" });
    expect(host.kept().map(({ name }) => name)).toEqual(["抓好落实", "党的全面领导", "数据口径"]);
  });

  it("says why it keeps nothing", async () => {
    const full = keeping(
      Array.from({ length: MAX_SNIPPETS }, (_, place) => ({ ...SNIPPETS[0], id: `${place}` })) as never,
    );
    for (const [selected, reason] of [
      ["", /选中/],
      ["长".repeat(2_001), /2 000/],
      ["文", /500/],
    ] as const) {
      const { ok, text } = await keepSnippet(full, selected);
      expect([ok, reason.test(text)]).toEqual([false, true]);
    }
    expect(full.kept()).toHaveLength(MAX_SNIPPETS);
  });
});

describe("insertSnippet", () => {
  it("writes its lines as paragraphs at the caret, in one step", () => {
    const before = editorState(toDoc(plan("要点", [section("党建", [item("甲乙")])])), () => "new");
    let behind = 0;
    before.doc.descendants((node, position) => {
      if (node.isText && node.text === "甲乙") behind = position + 1;
    });
    const placed = before.apply(before.tr.setSelection(TextSelection.create(before.doc, behind)));
    const after = afterCommands(placed, insertSnippet("第一句。\n第二句。"));
    expect(after.doc.textContent).toBe("要点党建甲第一句。第二句。乙");
    after.doc.check();
  });
});
