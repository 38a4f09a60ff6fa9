/** How the item numbers of a document run, from the numbers it has. */

import type { Numbering } from "../plan/model.ts";
import { bareOrdinal, numbersOf } from "../plan/numbering.ts";
import type { NodeTree, NumberedNode } from "./outline-nodes.ts";
import type { Repairs } from "./repairs.ts";
import type { PlacedPlan } from "./to-plan.ts";

/** 通号, per section, or from 1 under every heading: what most headings after the first show. */
export function inferNumbering(tree: NodeTree): Numbering {
  const votes = { sectionRestart: 0, sectionRunOn: 0, subsectionRestart: 0, subsectionRunOn: 0 };
  let seen = 0;
  const vote = (items: readonly NumberedNode[], level: "section" | "subsection") => {
    const number = items.find((item) => item.kind === "item")?.number;
    if (number === undefined || number === null) return;
    if (seen > 0) votes[`${level}${number === 1 ? "Restart" : "RunOn"}`] += 1;
    seen += 1;
  };
  for (const section of sectionsIn(tree)) {
    if (section.kind === "item") continue;
    const groups =
      section.kind === "section" ? section.children.filter((child) => child.kind === "subsection") : [];
    if (groups.length === 0) {
      vote(section.children, section.kind === "section" ? "section" : "subsection");
      continue;
    }
    for (const [index, group] of groups.entries())
      vote(group.children, index === 0 ? "section" : "subsection");
  }
  return {
    items: itemsOf(votes),
    ...(runsOn(tree.children, "part", "section") ? { sections: "continuous" as const } : {}),
    ...(runsOn(sectionsIn(tree), "section", "subsection") ? { subsections: "continuous" as const } : {}),
  };
}

function itemsOf(votes: Readonly<Record<string, number>>): Numbering["items"] {
  const { sectionRestart = 0, sectionRunOn = 0, subsectionRestart = 0, subsectionRunOn = 0 } = votes;
  if (subsectionRestart > subsectionRunOn) return "per-heading";
  return sectionRestart > sectionRunOn ? "per-section" : "continuous";
}

/** The nodes of the plan's highest level below its parts. */
function sectionsIn(tree: NodeTree): readonly NumberedNode[] {
  return tree.children.flatMap((node) => (node.kind === "part" ? node.children : [node]));
}

/** Whether most headings of a level count on over the borders of the level above: （一）（二） 二、（三）. */
function runsOn(
  nodes: readonly NumberedNode[],
  above: NumberedNode["kind"],
  level: NumberedNode["kind"],
): boolean {
  let on = 0;
  let anew = 0;
  let last: number | null = null;
  for (const node of nodes) {
    const numbers =
      node.kind === above
        ? node.children.filter(({ kind }) => kind === level).map(({ number }) => number)
        : [];
    const [first] = numbers;
    if (first === undefined) continue;
    if (last !== null && first === last + 1) on += 1;
    else if (last !== null && first === 1) anew += 1;
    last = numbers.at(-1) ?? null;
  }
  return on > anew;
}

/** Reports numbers that will print otherwise than in the source, and sections whose number shows a gap. */
export function reportOrdinals(placed: PlacedPlan, tree: NodeTree, repairs: Repairs): void {
  const computed = numbersOf(placed.plan);
  const report = (block: string, node: NumberedNode) => {
    const number = computed.get(block);
    if (number === undefined) return;
    const after = number <= LARGEST_ORDINAL ? bareOrdinal(node.kind, number) : String(number);
    const place = { line: node.source.line, at: 0, node, after, state: "told" as const };
    if (node.bare === null && node.source.role === null)
      repairs.count({ code: "ordinal-restored", ...place, before: node.source.text.slice(0, 2) });
    else if (node.bare !== null && node.number !== number)
      repairs.count({ code: `${node.kind}-renumbered`, ...place, before: node.bare, certain: false });
  };
  const walk = (
    blocks: readonly { readonly id: string; readonly children?: readonly { readonly id: string }[] }[],
    nodes: readonly NumberedNode[],
  ) => {
    for (const [index, block] of blocks.entries()) {
      const node = nodes[index];
      if (!node) continue;
      report(block.id, node);
      if (block.children) walk(block.children, node.children);
    }
  };
  walk(placed.plan.children, tree.children);
  reportMissingSections(tree, repairs);
}

function reportMissingSections(tree: NodeTree, repairs: Repairs): void {
  let expected = 1;
  const restarts = new Set(
    tree.children.flatMap((node) => (node.kind === "part" ? node.children.slice(0, 1) : [])),
  );
  for (const node of sectionsIn(tree)) {
    if (restarts.has(node) && node.number === 1) expected = 1;
    if (node.kind !== "section" || node.number === null) continue;
    if (node.number > expected) {
      const missing = Array.from(
        { length: Math.min(node.number - expected, MOST_NAMED) },
        (_, index) => `${bareOrdinal("section", expected + index)}、`,
      );
      repairs.add({
        code: "section-missing",
        line: node.source.line,
        before: missing.join(""),
        certain: false,
        count: node.number - expected,
      });
    }
    expected = node.number + 1;
  }
}

/** Numerals are written up to here; only damage has more headings. */
const LARGEST_ORDINAL = 9_999;
/** A wild number does not make a wild list. */
const MOST_NAMED = 10;
