import { describe, expect, it } from "vitest";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { reusedTexts, settledSentences } from "../../../src/core/editor/origins.ts";
import { toTextNodes } from "../../../src/core/editor/rich-text.ts";
import { planSchema } from "../../../src/core/editor/schema.ts";
import type { OriginSource, TextMark } from "../../../src/core/plan/model.ts";
import { item, plan, section } from "../../support/plan-builder.ts";

const SOURCE: OriginSource = {
  documentId: "d",
  title: "2021年教育工作要点",
  issuer: "建阳区教育局",
  year: 2021,
  section: "四",
  item: "14",
  heading: "扩大普惠资源",
  text: "新建公办幼儿园6所，新增学位1800个。开展城镇小区配套幼儿园治理。",
};

function block(text: string, ...marks: readonly (readonly [from: number, to: number, source?: string])[]) {
  const origins = marks.map(([from, to, source = "s1"]): TextMark => ({ type: "origin", from, to, source }));
  return planSchema.node("paragraph", { id: "p" }, [...toTextNodes({ text, marks: origins })]);
}

const settle = (node: ReturnType<typeof block>, sources = { s1: SOURCE }) =>
  settledSentences(node, sources).map(({ from, to, reused }) => [node.textContent.slice(from, to), reused]);

describe("settledSentences", () => {
  it("keeps a sentence of which half survives, and marks all of it", () => {
    const text = "新建公办幼儿园8所、改扩建3所，新增学位2400个。";
    expect(settle(block(text, [0, 7], [18, 22]))).toEqual([[text, true]]);
  });

  it("lets go of a sentence of which less than half survives", () => {
    const text = "新建各类学校和实训基地，全面提升办学条件与水平。";
    expect(settle(block(text, [0, 2]))).toEqual([[text, false]]);
  });

  it("looks at every sentence by itself", () => {
    const text = "开展城镇小区配套幼儿园治理。完善教师补充机制，招聘教师。";
    expect(settle(block(text, [0, text.length]))).toEqual([["完善教师补充机制，招聘教师。", false]]);
  });

  it("changes nothing where all is settled, and nothing that it cannot know", () => {
    expect(settle(block("开展城镇小区配套幼儿园治理。", [0, 14]))).toEqual([]);
    const { text: _, ...unknown } = SOURCE;
    expect(settle(block("完全是另一句话。", [0, 3]), { s1: unknown })).toEqual([]);
  });
});

describe("reusedTexts", () => {
  it("lists sources in the order of the text with their places", () => {
    const body = {
      text: "自己的话，新建公办幼儿园6所。",
      marks: [{ type: "origin" as const, from: 5, to: 15, source: "s1" }],
    };
    const source = { ...plan("要点", [section("一", [item("甲。")])]), sources: { s1: SOURCE } };
    const doc = toDoc({ ...source, leadIn: [{ kind: "paragraph", id: "x", ...body }] });
    const [found, ...others] = reusedTexts(doc);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ key: "s1", characters: 10, source: { item: "14" } });
    expect(found?.ranges.map(({ from, to }) => doc.textBetween(from, to))).toEqual(["新建公办幼儿园6所。"]);
  });

  it("takes what was inserted from one item at two times together", () => {
    const marked = (text: string, source: string) => ({
      text,
      marks: [{ type: "origin" as const, from: 0, to: text.length, source }],
    });
    const paragraph = (id: string, text: ReturnType<typeof marked>) => ({
      kind: "paragraph" as const,
      id,
      ...text,
    });
    const other = { ...SOURCE, item: "15" };
    const doc = toDoc({
      ...plan("要点", [section("一", [item("甲。")])]),
      sources: { s1: SOURCE, s2: { ...SOURCE, text: "开展治理。" }, s3: other },
      leadIn: [
        paragraph("x", marked("新建公办园。", "s1")),
        paragraph("y", marked("另一条。", "s3")),
        paragraph("z", marked("开展治理。", "s2")),
      ],
    });
    const texts = reusedTexts(doc).map(({ key, ranges, characters }) => ({
      key,
      characters,
      texts: ranges.map(({ from, to }) => doc.textBetween(from, to)),
    }));
    expect(texts).toEqual([
      { key: "s1", characters: 11, texts: ["新建公办园。", "开展治理。"] },
      { key: "s3", characters: 4, texts: ["另一条。"] },
    ]);
  });
});
