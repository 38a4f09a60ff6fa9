/** What a plan must look like on paper, worked out from its texts alone. */
import type { Block, PlanChild, WorkPlan } from "../../src/core/plan/model.ts";

const ORDINAL =
  /^(?:第[一二三四五六七八九十百千零]+部分\u3000|[一二三四五六七八九十百千零]+[、是]|（[一二三四五六七八九十百千零]+）|\d+\.)/;

/** Texts of a plan behind its title that are not blank, in the order in which they are printed. */
export function printedTexts(plan: WorkPlan): readonly string[] {
  const texts: string[] = [];
  const addBlocks = (blocks: readonly Block[]) => {
    texts.push(...blocks.map((block) => block.text));
  };
  const addChild = (child: PlanChild) => {
    texts.push(child.lead.text);
    addBlocks(child.body);
    if (child.kind === "item") return;
    for (const each of child.children) addChild(each);
    addBlocks(child.closing);
  };
  addBlocks(plan.leadIn);
  for (const child of plan.children) addChild(child);
  addBlocks(plan.closing);
  return texts.filter((text) => text.trim() !== "");
}

/**
 * Printed text cut into pieces as long as the texts, the ordinals in front of each taken off; whatever is left over is
 * one piece more.
 */
export function withoutOrdinals(printed: string, texts: readonly string[]): readonly string[] {
  let rest = printed;
  const pieces = texts.map((text) => {
    while (!rest.startsWith(text) && ORDINAL.test(rest)) rest = rest.replace(ORDINAL, "");
    const piece = rest.slice(0, text.length);
    rest = rest.slice(text.length);
    return piece;
  });
  return rest === "" ? pieces : [...pieces, rest];
}
