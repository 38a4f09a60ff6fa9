/** Composed plans: their parts, which are the truth, and the ways of printing them. */
import { chineseNumeral } from "../../src/core/text/numerals.ts";
import type { Words } from "./compose-text.ts";

export interface ComposedNode {
  readonly kind: "part" | "section" | "subsection" | "item";
  /** Null for an item of one clause. */
  readonly heading: string | null;
  /** First printed behind the heading where `runIn`, the others below. */
  readonly body: readonly string[];
  readonly runIn: boolean;
  readonly children: readonly ComposedNode[];
  readonly closing?: readonly string[];
}

export interface ComposedPlan {
  readonly leadIn: readonly string[];
  readonly nodes: readonly ComposedNode[];
  readonly closing: readonly string[];
}

/** How many of what a plan has. */
export interface Measure {
  readonly sections: number;
  /** 0: items stand right under the sections. */
  readonly subsections?: number;
  /** 0: no items. */
  readonly items: number;
  readonly itemForm?: "run-in" | "alone" | "mixed" | "task" | "sentence";
  readonly sectionForm?: "alone" | "run-in";
  readonly subsectionForm?: "alone" | "run-in" | "paragraphs";
  /** A first section of paragraphs only. */
  readonly overall?: boolean;
  /** A paragraph between a heading and its first item. */
  readonly lead?: boolean;
}

export function composeNodes(words: Words, measure: Measure): readonly ComposedNode[] {
  const { chance } = words;
  const item = (index: number, last: boolean): ComposedNode => {
    const form = measure.itemForm ?? "run-in";
    const alone = form === "alone" || (form === "mixed" && index % 2 === 1);
    if (form === "task")
      return {
        kind: "item",
        heading: null,
        body: [`${words.task()}${last ? "。" : "；"}`],
        runIn: true,
        children: [],
      };
    if (form === "sentence")
      return {
        kind: "item",
        heading: null,
        body: [`${words.task()}，${words.task()}。`],
        runIn: true,
        children: [],
      };
    const body = alone
      ? Array.from({ length: chance.between(1, 3) }, () => words.paragraph(chance.between(1, 3)))
      : [words.paragraph(chance.between(1, 4))];
    return { kind: "item", heading: words.heading(), body, runIn: !alone, children: [] };
  };
  const items = () =>
    Array.from({ length: measure.items }, (_, index) => item(index, index === measure.items - 1));
  const subsection = (): ComposedNode => {
    const form = measure.subsectionForm ?? "alone";
    const children = items();
    const body =
      form === "run-in"
        ? [words.paragraph(2)]
        : form === "paragraphs" || children.length === 0
          ? [words.paragraph(2), words.paragraph(1)]
          : measure.lead
            ? [`${words.paragraph(1)}`]
            : [];
    return { kind: "subsection", heading: words.heading(), body, runIn: form === "run-in", children };
  };
  const section = (): ComposedNode => {
    const runIn = measure.sectionForm === "run-in";
    const children = measure.subsections ? Array.from({ length: measure.subsections }, subsection) : items();
    const body =
      runIn || children.length === 0 ? [words.paragraph(3)] : measure.lead ? [words.paragraph(1)] : [];
    return { kind: "section", heading: words.section(), body, runIn, children };
  };
  const sections = Array.from({ length: measure.sections }, section);
  if (!measure.overall) return sections;
  const overall: ComposedNode = {
    kind: "section",
    heading: chance.pick(["总体要求", "指导思想", "总体思路"]),
    body: [`坚持以习近平新时代中国特色社会主义思想为指导，${words.paragraph(2)}`, words.paragraph(1)],
    runIn: false,
    children: [],
  };
  return [overall, ...sections];
}

/**
 * How the levels are marked and the headings set. Markers get the number, and that of the node among all of its kind, an
 * item that among all nodes.
 */
export interface Style {
  readonly part?: (number: number) => string;
  readonly section?: (number: number, running: number) => string;
  readonly subsection?: (number: number, running: number) => string;
  readonly item?: (number: number, running: number) => string;
  readonly count?: "continuous" | "per-section" | "per-heading";
  /** Closes a heading that stands alone. */
  readonly sectionEnd?: string;
  readonly subsectionEnd?: string;
  /** Stands between heading and body on one line. */
  readonly between?: (running: number) => string;
  readonly indent?: string;
}

export const chinese = (number: number) => chineseNumeral(number);

/** The plan as lines, numbering as the style says. */
export function printPlan(plan: ComposedPlan, style: Style = {}): readonly string[] {
  const marks = {
    part: style.part ?? ((number: number) => `第${chinese(number)}部分 `),
    section: style.section ?? ((number: number) => `${chinese(number)}、`),
    subsection: style.subsection ?? ((number: number) => `（${chinese(number)}）`),
    item: style.item ?? ((number: number) => `${number}.`),
  };
  const count = style.count ?? "per-heading";
  const lines: string[] = [];
  const add = (text: string) => lines.push((style.indent ?? "") + text);
  let item = 0;
  let running = 0;
  const ofKind = { part: 0, section: 0, subsection: 0 };
  const print = (node: ComposedNode, number: number) => {
    running += 1;
    if (node.kind !== "item") ofKind[node.kind] += 1;
    if (node.kind === "item") item += 1;
    const mark =
      node.kind === "item" ? marks.item(item, running) : marks[node.kind](number, ofKind[node.kind]);
    const end =
      node.kind === "section"
        ? (style.sectionEnd ?? "")
        : node.kind === "subsection"
          ? (style.subsectionEnd ?? "")
          : "";
    const between = style.between?.(running) ?? "。";
    const [first = "", ...rest] = node.body;
    if (node.heading === null) add(mark + first);
    else if (node.runIn) add(mark + node.heading + between + first);
    else {
      add(mark + node.heading + end);
      if (first !== "") add(first);
    }
    rest.forEach(add);
    if ((node.kind === "part" || node.kind === "section") && count !== "continuous") item = 0;
    if (node.kind === "subsection" && count === "per-heading") item = 0;
    let child = 0;
    for (const each of node.children) {
      child += 1;
      print(each, child);
    }
    node.closing?.forEach(add);
  };
  plan.leadIn.forEach(add);
  let number = 0;
  for (const node of plan.nodes) {
    number += 1;
    print(node, number);
  }
  plan.closing.forEach(add);
  return lines;
}

/** Texts of the plan in order, without numbers: what a reading must keep. */
export function plannedTexts(plan: ComposedPlan): readonly string[] {
  const texts = (node: ComposedNode): readonly string[] => [
    ...(node.heading === null ? [] : [node.heading]),
    ...node.body,
    ...node.children.flatMap(texts),
    ...(node.closing ?? []),
  ];
  return [...plan.leadIn, ...plan.nodes.flatMap(texts), ...plan.closing];
}
