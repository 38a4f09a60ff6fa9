import { describe, expect, it } from "vitest";
import type { DatedExpression } from "../../../src/core/editor/dated.ts";
import type { OutlineEntry } from "../../../src/core/editor/outline.ts";
import { datedMarkSchema } from "../../../src/core/plan/model.ts";
import { DATED_REASONS } from "../../../src/core/rollover/dated-expression.ts";
import { datedReasonText, datedStrings } from "../../../src/ui/panels/dated.strings.ts";
import { datedOverview } from "../../../src/ui/panels/dated-groups.ts";
import { pickedSentences } from "../../../src/ui/panels/insertion.ts";
import { noticeOfText, textOfNotice } from "../../../src/ui/panels/notice-text.ts";
import { outlineRows } from "../../../src/ui/panels/outline-rows.ts";

function expression(id: string, kind: DatedExpression["mark"]["kind"], state: "open" | "shifted" | "kept") {
  return { mark: { id, kind, state } } as DatedExpression;
}

describe("datedReasonText", () => {
  it("has a sentence of its own for every reason, and one for reasons it does not know", () => {
    const texts = DATED_REASONS.map(datedReasonText);
    for (const text of texts) expect(text).toMatch(/[\u4e00-\u9fff].*。$/u);
    expect(texts).not.toContain(datedReasonText("a-later-reason"));
  });

  it("names every kind", () => {
    for (const kind of datedMarkSchema.shape.kind.options) expect(datedStrings.kinds[kind]).not.toBe("");
  });
});

describe("datedOverview", () => {
  it("groups what is open by kind in the order of the text, and sets the settled ones apart", () => {
    const { groups, open, shifted, kept } = datedOverview([
      expression("1", "span", "open"),
      expression("2", "own-year", "shifted"),
      expression("3", "plenum", "open"),
      expression("4", "span", "open"),
      expression("5", "past", "kept"),
    ]);
    expect(groups.map(({ kind, expressions }) => [kind, expressions.length])).toEqual([
      ["span", 2],
      ["plenum", 1],
    ]);
    expect(open.map(({ mark }) => mark.id)).toEqual(["1", "4", "3"]);
    expect(shifted.map(({ mark }) => mark.id)).toEqual(["2"]);
    expect(kept.map(({ mark }) => mark.id)).toEqual(["5"]);
  });
});

describe("outlineRows", () => {
  const entry = (id: string, children: readonly OutlineEntry[] = []) => ({ id, children }) as OutlineEntry;
  const entries = [entry("s1", [entry("i1"), entry("b1", [entry("i2")])]), entry("s2")];

  it("lays the tree flat with levels and parents", () => {
    const rows = outlineRows(entries, new Set());
    expect(rows.map(({ entry: { id }, level, parent }) => [id, level, parent])).toEqual([
      ["s1", 1, undefined],
      ["i1", 2, "s1"],
      ["b1", 2, "s1"],
      ["i2", 3, "b1"],
      ["s2", 1, undefined],
    ]);
  });

  it("leaves out what is folded", () => {
    expect(outlineRows(entries, new Set(["s1"])).map((row) => row.entry.id)).toEqual(["s1", "s2"]);
  });
});

describe("noticeOfText", () => {
  const paragraph = (id: string, text: string) => ({ kind: "paragraph", id, text, marks: [] }) as const;
  const notice = { title: null, body: [paragraph("a", "现印发给你们。"), paragraph("b", "特此通知。")] };

  it("gives back the same paragraphs for the same text", () => {
    expect(noticeOfText(notice, textOfNotice(notice), () => "new")).toEqual(notice.body);
  });

  it("keeps ids of changed and untouched paragraphs apart and drops blank lines", () => {
    const changed = noticeOfText(notice, "新加一段。\n\n现印发给你们，请遵照执行。\n特此通知。", () => "new");
    expect(new Set(changed.map(({ id }) => id)).size).toBe(3);
    expect(changed.map(({ text }) => text)).toEqual([
      "新加一段。",
      "现印发给你们，请遵照执行。",
      "特此通知。",
    ]);
    expect(changed.at(-1)?.id).toBe("b");
  });
});

describe("pickedSentences", () => {
  it("joins the sentences and moves the dated expressions that lie inside them", () => {
    const body = "一句。到2025年完成。三句。";
    const picked = pickedSentences(
      { item: { body, origin: { title: "t" } }, bodyDated: [{ from: 4, to: 9, id: "d" }] } as never,
      [
        { from: 3, to: 12 },
        { from: 12, to: 15 },
      ],
    );
    expect(picked).toMatchObject({ text: "到2025年完成。三句。", dated: [{ from: 1, to: 6, id: "d" }] });
    expect(picked.text.slice(1, 6)).toBe("2025年");
  });
});
