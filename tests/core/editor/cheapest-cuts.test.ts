import { describe, expect, it } from "vitest";
import { cheapestCuts } from "../../../src/core/editor/cheapest-cuts.ts";
import { toDoc } from "../../../src/core/editor/convert.ts";
import { outline } from "../../../src/core/editor/outline.ts";
import { partTexts } from "../../../src/core/editor/part-texts.ts";
import { item, paragraph, plan, section } from "../../support/plan-builder.ts";

const AGAIN = "建立健全长效机制，确保各项工作落到实处";

function cutsOf(source: ReturnType<typeof plan>) {
  const doc = toDoc(source);
  const items = outline(doc).flatMap(({ children }) => children);
  return cheapestCuts(items, partTexts(doc));
}

describe("cheapestCuts", () => {
  it("names long items and repeated sentences, those that save most first", () => {
    const long = item("甲事项。", [paragraph("很长的话很长的话，".repeat(10))]);
    const twice = item(`乙事项。${AGAIN}。`);
    const first = item(`丙事项。${AGAIN}；`);
    const source = plan("标题", [
      section("一部分", [first, long, twice, item("丁事项，写一些别的内容在这里。")]),
    ]);
    expect(cutsOf(source)).toMatchObject([
      { kind: "long-item", block: long.id },
      { kind: "repeated", block: twice.id, sentence: AGAIN },
    ]);
  });

  it("finds nothing in an even plan without repetition", () => {
    const source = plan("标题", [section("一部分", [item("甲事项要做好。"), item("乙事项要做好。")])]);
    expect(cutsOf(source)).toEqual([]);
  });
});
