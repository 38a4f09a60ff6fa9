/**
 * Composed prior-year documents for every shape that is met and is no seed. What is true of each is known from how it was
 * made, not from reading it. Every third is held out: it is looked at only to measure, never while the reading is changed.
 */

import { readSource } from "../../electron/services/reading/read-source.ts";
import type { SourceLines } from "../../src/core/reading/plan-reading.ts";
import { docLines, numberedDocx, pdfSource, sitePage, wordHtml } from "./compose-forms.ts";
import {
  type ComposedNode,
  type ComposedPlan,
  chinese,
  composeNodes,
  type Measure,
  plannedTexts,
  printPlan,
  type Style,
} from "./compose-plan.ts";
import { RECIPES } from "./compose-recipes.ts";
import { BUREAUS, type Bureau, Chance, Words } from "./compose-text.ts";

export interface Truth {
  readonly title: string;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly date: string | null;
  /** Headings of sections (`# …`) and subsections (`## …`) in order. */
  readonly sections: readonly string[];
  /** Headings of items in order; of one without heading the beginning of its text, marked `…`. */
  readonly items: readonly string[];
  /** Texts that must be kept, in order, without numbering. */
  readonly texts: readonly string[];
  /** Lines of the page that must not be in the plan. */
  readonly furniture: readonly string[];
  /** Responsible units of each part that names any, the lead first: `基教科、人事科`. */
  readonly units?: readonly string[];
}

export interface Draft {
  readonly title: string;
  /** Printed title lines; default the title. */
  readonly titleLines?: readonly string[];
  readonly issuer: string | null;
  readonly year: number | null;
  readonly date?: string | null;
  readonly before?: readonly string[];
  /** Notice, addressees … before the title. */
  readonly front?: readonly string[];
  /** Between title and plan. */
  readonly head?: readonly string[];
  readonly plan: ComposedPlan;
  readonly style?: Style;
  /** Takes the place of the printed plan. */
  readonly lines?: readonly string[];
  /** Texts to keep where they are not those of the plan. */
  readonly texts?: readonly string[];
  readonly units?: readonly string[];
  readonly end?: readonly string[];
  readonly after?: readonly string[];
  readonly damage?: (lines: readonly string[]) => readonly string[];
  readonly form?: "text" | "word-html" | "page" | "docx" | "doc" | "pdf";
}

export interface Recipe {
  readonly name: string;
  readonly compose: (words: Words) => Draft;
}

/** A document with what reading it must give. */
export interface LabelledDocument {
  readonly name: string;
  readonly heldOut: boolean;
  readonly truth: Truth;
  readonly source: () => Promise<SourceLines>;
}

export interface ComposedDocument extends LabelledDocument {
  /** As the drafter would see it, for looking at. */
  readonly lines: readonly string[];
}

/** Random seed of the set. */
const SEED = 20_260_301;
/** Documents of each recipe, of different bureaus. */
const OF_EACH = 2;
const HELD_OUT = 3;

export function composedDocuments(): readonly ComposedDocument[] {
  return RECIPES.flatMap((recipe, index) =>
    Array.from({ length: OF_EACH }, (_, copy) => {
      const number = index * OF_EACH + copy;
      const chance = new Chance(SEED + number * 7_919);
      const bureau = BUREAUS[(index * 3 + copy * 5 + chance.between(0, 2)) % BUREAUS.length] as Bureau;
      return finish(
        `${recipe.name} ${copy + 1}`,
        recipe.compose(new Words(chance, bureau)),
        number % HELD_OUT === HELD_OUT - 1,
      );
    }),
  );
}

function finish(name: string, draft: Draft, heldOut: boolean): ComposedDocument {
  const plain = [
    ...(draft.front ?? []),
    ...(draft.titleLines ?? [draft.title]),
    ...(draft.head ?? []),
    ...(draft.lines ?? printPlan(draft.plan, draft.style)),
    ...(draft.end ?? []),
  ];
  const inside = draft.damage ? draft.damage(plain) : plain;
  const before = draft.before ?? [];
  const after = draft.after ?? [];
  return {
    name,
    heldOut,
    lines: [...before, ...inside, ...after],
    source: () => sourceOf(draft, inside, before, after),
    truth: {
      title: draft.title,
      issuer: draft.issuer,
      year: draft.year,
      date: draft.date ?? null,
      sections: headings(draft.plan.nodes),
      items: items(draft.plan.nodes),
      texts: draft.texts ?? plannedTexts(draft.plan),
      ...(draft.units ? { units: draft.units } : {}),
      furniture: [...before, ...after]
        .map((line) => line.trim())
        .filter((line) => line !== "" && !draft.title.includes(line)),
    },
  };
}

async function sourceOf(
  draft: Draft,
  inside: readonly string[],
  before: readonly string[],
  after: readonly string[],
): Promise<SourceLines> {
  const all = [...before, ...inside, ...after];
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (draft.form ?? "text") {
    case "doc":
      return docLines(all);
    case "pdf":
      return pdfSource(all);
    case "text":
      return read(encode(all.join("\n")));
    case "word-html":
      return read(encode(wordHtml(all)));
    case "page":
      return read(encode(sitePage(inside, before, after)));
    case "docx":
      return read(numberedDocx(all));
  }
}

async function read(bytes: Uint8Array): Promise<SourceLines> {
  const reading = await readSource(bytes);
  if (!reading.ok) throw new Error(`${reading.code}: ${reading.detail}`);
  return reading.source;
}

/** One `#` for every level down to the heading's own; below a part all are one deeper. */
function headings(nodes: readonly ComposedNode[], above = ""): readonly string[] {
  return nodes.flatMap((node) => [
    ...(node.kind === "item" ? [] : [`${above}${LEVELS[node.kind]} ${node.heading ?? ""}`]),
    ...headings(node.children, node.kind === "part" ? "#" : above),
  ]);
}
const LEVELS = { part: "#", section: "#", subsection: "##" } as const;

/** Characters that name an item without heading. */
export const ITEM_BEGINNING = 12;

function items(nodes: readonly ComposedNode[]): readonly string[] {
  return nodes.flatMap((node) => [
    ...(node.kind === "item" ? [node.heading ?? `…${(node.body[0] ?? "").slice(0, ITEM_BEGINNING)}`] : []),
    ...items(node.children),
  ]);
}

export { chinese, composeNodes, type Measure };
