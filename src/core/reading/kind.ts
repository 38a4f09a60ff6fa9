/** What kind of document it is, and of which year. */
import { FIRST_YEAR, LAST_YEAR } from "../plan/model.ts";
import type { DocumentParts } from "./document-parts.ts";
import { allNodes, type NodeTree } from "./outline-nodes.ts";
import type { DocumentKind } from "./plan-reading.ts";
import type { Repairs } from "./repairs.ts";
import { isPlanTitle, isSummaryTitle, yearOfTitle } from "./titles.ts";

/** Words that plans are made of. */
const PLAN_WORDS = /加强|推进|落实|完善|强化|推动|深化|开展|做好|建设|提升|确保|健全|实施/g;
/** So many of them in 1 000 characters, and a text without a title is a plan all the same. */
const PLAN_DENSITY = 12;
const FEWEST_SECTIONS = 2;
const DENSITY_SAMPLE = 20_000;

/** `other` is text that is no plan: no title of one, and no structure with the words of one. */
export function kindOf(
  title: string,
  parts: DocumentParts,
  tree: NodeTree,
  text: string,
  tables: number,
): DocumentKind {
  if (isSummaryTitle(title)) return "summary";
  const nodes = allNodes(tree.children);
  const isTitled = isPlanTitle(title) || /要点|计划|思路|安排|打算|方案/.test(title);
  const structured = nodes.length >= FEWEST_SECTIONS && planDensity(text) >= PLAN_DENSITY;
  const hasText =
    nodes.length > 0 || tables > 0 || tree.leadIn.some((paragraph) => paragraph.text.length >= 40);
  if (!hasText || !(isTitled || structured)) return "other";
  if (!parts.notice) return "plan";
  return nodes.length > 0 || tables > 0 ? "notice-and-plan" : "other";
}

function planDensity(text: string): number {
  const sample = text.slice(0, DENSITY_SAMPLE);
  return sample.length === 0 ? 0 : ((sample.match(PLAN_WORDS) ?? []).length * 1_000) / sample.length;
}

export interface Years {
  readonly year: number | null;
  readonly planYear: number | null;
}

/** Year of the title, else the first the text starts with; `planYear` is that of the last part of a summary. */
export function yearsOf(title: string, text: string, tree: NodeTree, repairs: Repairs): Years {
  const titled = valid(yearOfTitle(title));
  const first = valid(Number(/(?:^|\n)\s?((?:19|20)\d{2})年/.exec(text)?.[1] ?? Number.NaN));
  const year = titled ?? first;
  if (titled !== null && first !== null && titled !== first && !isSummaryTitle(title))
    repairs.add({ code: "year-differs", before: String(titled), after: String(first), certain: false });
  return { year, planYear: plannedYear(title, tree, year) };
}

function plannedYear(title: string, tree: NodeTree, year: number | null): number | null {
  const headings = tree.children
    .filter((node) => node.kind === "part" || node.kind === "section")
    .map((node) => node.lead.slice(0, 60));
  for (const heading of headings.reverse()) {
    const named = valid(yearOfTitle(heading));
    if (/计划|思路|打算|安排|要点|工作重点/.test(heading) && named !== null && named !== year) return named;
    if (/下一步|下步|明年|来年|下一年/.test(heading) && year !== null) return year + 1;
  }
  const later = [...title.matchAll(/(?:19|20)\d{2}/g)].map(([digits]) => Number(digits)).at(-1);
  return later !== undefined && year !== null && later === year + 1 ? later : null;
}

function valid(year: number | null): number | null {
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}
