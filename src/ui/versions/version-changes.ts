/** What differs between two versions, point by point in the order of the later one. */
import { comparePlans } from "../../core/compare/compare-plans.ts";
import type { PairKind, PlanComparison } from "../../core/compare/comparison.ts";
import { diffText, type TextRun } from "../../core/compare/diff-text.ts";
import { shortestEdit } from "../../core/compare/myers.ts";
import { pointsOf } from "../../core/compare/points.ts";
import { NO_CORRECTIONS } from "../../core/plan/comparison-records.ts";
import type { Block, PlanChild, WorkPlan } from "../../core/plan/model.ts";

/** Parts of a plan beside its points. */
export type PlanEdge = "title" | "leadIn" | "heading" | "closing";

export interface VersionChange {
  readonly key: string;
  readonly what:
    | { readonly kind: "edge"; readonly edge: PlanEdge }
    | {
        readonly kind: "point";
        readonly change: PairKind;
        readonly last: string | undefined;
        readonly next: string | undefined;
        /** Whether it stands elsewhere, whatever its wording. */
        readonly moved: boolean;
      };
  readonly runs: readonly TextRun[];
}

/** Points that may have changed their order before all of them count as moved. */
const MOST_MOVES = 1_000;

/** A block keeps its id through the versions of one document, so what has the same id is paired whatever its wording. */
export function versionChanges(last: WorkPlan, next: WorkPlan): readonly VersionChange[] {
  const from = pointsOf(last).points.map(({ id }) => id);
  const to = pointsOf(next).points.map(({ id }) => id);
  const known = new Set(to);
  const common = new Set(from.filter((id) => known.has(id)));
  const comparison = comparePlans(last, next, {
    ...NO_CORRECTIONS,
    forced: [...common].map((id) => ({ last: id, next: id })),
  });
  const isCommon = (id: string) => common.has(id);
  return [
    ...edge("title", "title", last.title.text, next.title.text),
    ...edge("leadIn", "leadIn", textOf(last.leadIn), textOf(next.leadIn)),
    ...headingChanges(last, next, new Set([...from, ...to])),
    ...pointChanges(comparison, movedIds(from.filter(isCommon), to.filter(isCommon))),
    ...edge("closing", "closing", textOf(last.closing), textOf(next.closing)),
  ];
}

function pointChanges({ pairs }: PlanComparison, reordered: ReadonlySet<string>): readonly VersionChange[] {
  return pairs.flatMap((pair): readonly VersionChange[] => {
    const [from, to] = [pair.last?.text ?? "", pair.next?.text ?? ""];
    const moved = pair.moved || (pair.next !== null && reordered.has(pair.next.id));
    const change =
      moved && from === to ? "moved" : from !== to && pair.kind === "carried" ? "reworded" : pair.kind;
    const what = { kind: "point", change, last: pair.last?.id, next: pair.next?.id, moved } as const;
    if (from === to && !moved) return [];
    return [{ key: `${pair.last?.id} ${pair.next?.id}`, what, runs: diffText(from, to) }];
  });
}

/** How many parts differ, by what became of them in the later version. */
export interface ChangeCounts {
  readonly added: number;
  readonly dropped: number;
  readonly changed: number;
  readonly moved: number;
}

export function countChanges(changes: readonly VersionChange[]): ChangeCounts {
  const count = (wanted: keyof ChangeCounts) =>
    changes.filter(({ what }) => countedAs(what) === wanted).length;
  return {
    added: count("added"),
    dropped: count("dropped"),
    changed: count("changed"),
    moved: count("moved"),
  };
}

function countedAs(what: VersionChange["what"]): keyof ChangeCounts {
  if (what.kind === "edge") return "changed";
  if (what.change === "new") return "added";
  return what.change === "dropped" || what.change === "moved" ? what.change : "changed";
}

/** Ids that stand elsewhere among the others. */
function movedIds(last: readonly string[], next: readonly string[]): ReadonlySet<string> {
  return new Set(
    shortestEdit(last, next, MOST_MOVES).flatMap(({ equal, nextFrom, nextTo }) =>
      equal ? [] : next.slice(nextFrom, nextTo),
    ),
  );
}

/** What headings that are no points themselves say. */
function headingChanges(
  last: WorkPlan,
  next: WorkPlan,
  points: ReadonlySet<string>,
): readonly VersionChange[] {
  const from = headingTexts(last.children, points);
  const to = headingTexts(next.children, points);
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((id) =>
    edge("heading", id, from.get(id) ?? "", to.get(id) ?? ""),
  );
}

function headingTexts(
  children: readonly PlanChild[],
  points: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map(
    children.flatMap((child): readonly (readonly [string, string])[] => {
      if (child.kind === "item") return [];
      const blocks = [...child.body, ...child.closing].filter(({ id }) => !points.has(id));
      const text = [child.lead, ...blocks].map((each) => each.text).join("\n");
      const below = [...headingTexts(child.children, points)];
      return points.has(child.id) ? below : [[child.id, text], ...below];
    }),
  );
}

function edge(name: PlanEdge, key: string, from: string, to: string): readonly VersionChange[] {
  return from === to ? [] : [{ key, what: { kind: "edge", edge: name }, runs: diffText(from, to) }];
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join("\n");
}
