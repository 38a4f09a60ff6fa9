/** How much of a composed document a reading has right. */
import {
  type Outline,
  type OutlineItem,
  type OutlineSection,
  outlineOf,
} from "../../src/core/reading/outline.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import type { PlanReading } from "../../src/core/reading/plan-reading.ts";
import { taskListOf } from "../../src/core/tasks/task-list.ts";
import { ITEM_BEGINNING, type LabelledDocument } from "./compose-documents.ts";
import { bare, textsOf } from "./reading-characters.ts";

export interface Quality {
  readonly name: string;
  readonly heldOut: boolean;
  readonly title: boolean;
  readonly issuer: boolean;
  readonly year: boolean;
  readonly date: boolean;
  /** Headings right in order, of how many. */
  readonly sections: readonly [right: number, all: number];
  readonly items: readonly [right: number, all: number];
  /** Characters of the body kept in order, of how many. */
  readonly characters: readonly [kept: number, all: number];
  /** Parts of which the responsible units are right, of how many that name any. */
  readonly units: readonly [right: number, all: number];
  /** Lines of the page left in the plan. */
  readonly furniture: number;
  /** Items read that are none. */
  readonly falseItems: number;
  /** What is wrong, for people. */
  readonly faults: readonly string[];
}

export async function qualityOf(document: LabelledDocument): Promise<Quality> {
  const reading = parsePlan(await document.source());
  const { truth } = document;
  const outline = outlineOf(reading);
  const sections = outline.sections.flatMap((section) => sectionsOf(section, 0));
  const items = [...outline.sections.flatMap(itemsOf), ...outline.items].map(itemName);
  const right = { sections: alike(truth.sections, sections), items: alike(truth.items.map(wide), items) };
  const kept = keptCharacters(truth.texts, reading);
  const units = unitsIn(reading);
  const rightUnits = alike(truth.units ?? [], units);
  const text = textsOf(reading).join("\n");
  const left = truth.furniture.filter((line) => text.includes(line));
  const facts = {
    title: outline.title ?? "",
    issuer: outline.issuer,
    year: outline.year,
    date: outline.date,
  };
  const isRight = (key: keyof typeof facts) => facts[key] === truth[key];
  return {
    name: document.name,
    heldOut: document.heldOut,
    title: isRight("title"),
    issuer: isRight("issuer"),
    year: isRight("year"),
    date: isRight("date"),
    sections: [right.sections.length, truth.sections.length],
    items: [right.items.length, truth.items.length],
    characters: [kept.kept, kept.all],
    units: [rightUnits.length, truth.units?.length ?? 0],
    furniture: left.length,
    falseItems: items.length - right.items.length,
    faults: [
      ...(["title", "issuer", "year", "date"] as const).flatMap((key) =>
        isRight(key) ? [] : [`${key}: ${facts[key]} for ${truth[key]}`],
      ),
      ...missing("section", truth.sections, right.sections),
      ...missing("no section", sections, right.sections),
      ...missing("item", truth.items.map(wide), right.items),
      ...missing("no item", items, right.items),
      ...missing("units", truth.units ?? [], rightUnits),
      ...kept.lost.map((lost) => `lost: ${lost}`),
      ...left.map((line) => `furniture: ${line}`),
    ],
  };
}

/** Units of every part that names any, those of all its tasks; a part whose tasks have different ones counts for each. */
function unitsIn({ plan }: PlanReading): readonly string[] {
  return taskListOf(plan).groups.flatMap(({ tasks }) => {
    const named = tasks.map(({ lead, support }) => [lead.value, ...support.value].join("、"));
    return [...new Set(named)].filter((units) => units !== "");
  });
}

function wide(text: string): string {
  return text;
}

function sectionsOf(section: OutlineSection, depth: number): readonly string[] {
  const own =
    section.ordinal === null && section.heading === null
      ? []
      : [`${"#".repeat(depth + 1)} ${section.heading ?? ""}`];
  return [...own, ...section.sections.flatMap((child) => sectionsOf(child, depth + 1))];
}

function itemsOf(section: Outline["sections"][number]): readonly OutlineItem[] {
  return [...section.sections.flatMap(itemsOf), ...section.items];
}

function itemName(item: OutlineItem): string {
  return item.heading ?? `…${[...item.paragraphs, ...item.clauses].join("").slice(0, ITEM_BEGINNING)}`;
}

/** Longest common subsequence. */
function alike(expected: readonly string[], found: readonly string[]): readonly string[] {
  const table = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(found.length + 1).fill(0),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = expected.length - 1; row >= 0; row -= 1)
    for (let column = found.length - 1; column >= 0; column -= 1) {
      const value =
        expected[row] === found[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      const line = table[row];
      if (line) line[column] = value;
    }
  const common: string[] = [];
  for (let row = 0, column = 0; row < expected.length && column < found.length; ) {
    if (expected[row] === found[column]) {
      common.push(expected[row] ?? "");
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}

function missing(kind: string, all: readonly string[], right: readonly string[]): readonly string[] {
  const left = [...right];
  return all.flatMap((text) => {
    const index = left.indexOf(text);
    if (index < 0) return [`${kind}: ${text}`];
    left.splice(index, 1);
    return [];
  });
}

/** Sentence by sentence, each searched behind the one before. */
function keptCharacters(
  texts: readonly string[],
  reading: PlanReading,
): { readonly kept: number; readonly all: number; readonly lost: readonly string[] } {
  const lenient = (text: string) => bare(text).replace(/[。：；]/g, "");
  const out = lenient(textsOf(reading).join(""));
  let position = 0;
  let kept = 0;
  let all = 0;
  const lost: string[] = [];
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[。；])/))) {
    const sought = lenient(sentence);
    all += sought.length;
    const found = out.indexOf(sought, position);
    if (found < 0) {
      lost.push(sentence);
      continue;
    }
    kept += sought.length;
    position = found + sought.length;
  }
  return { kept, all, lost };
}

/** Sums over documents. */
export function totalOf(qualities: readonly Quality[]) {
  const sum = (value: (quality: Quality) => number) =>
    qualities.reduce((total, quality) => total + value(quality), 0);
  const share = (right: number, all: number) => (all === 0 ? 1 : right / all);
  return {
    documents: qualities.length,
    title: share(
      sum((quality) => Number(quality.title)),
      qualities.length,
    ),
    issuer: share(
      sum((quality) => Number(quality.issuer)),
      qualities.length,
    ),
    year: share(
      sum((quality) => Number(quality.year)),
      qualities.length,
    ),
    date: share(
      sum((quality) => Number(quality.date)),
      qualities.length,
    ),
    sections: share(
      sum(({ sections }) => sections[0]),
      sum(({ sections }) => sections[1]),
    ),
    items: share(
      sum(({ items }) => items[0]),
      sum(({ items }) => items[1]),
    ),
    characters: share(
      sum(({ characters }) => characters[0]),
      sum(({ characters }) => characters[1]),
    ),
    units: share(
      sum(({ units }) => units[0]),
      sum(({ units }) => units[1]),
    ),
    furniture: sum(({ furniture }) => furniture),
    falseItemsPerHundred:
      100 *
      share(
        sum(({ falseItems }) => falseItems),
        Math.max(
          1,
          sum(({ items }) => items[1]),
        ),
      ),
  };
}
