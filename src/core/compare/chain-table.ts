/** Lines of work through the years as a table: a row for each, a column for each plan. */
import type { WorkPlan } from "../plan/model.ts";
import { comparedPoints } from "./compared-points.ts";
import type { ComparedPoint, PairKind } from "./comparison.ts";
import words from "./data/chain-words.json" with { type: "json" };
import noteWords from "./data/note-words.json" with { type: "json" };
import { fillPlaces, type Note } from "./note.ts";
import type { PlanChain } from "./plan-chain.ts";
import { pointsOf } from "./points.ts";

/** `throughout`: in every plan. `new`: in the latest only. `joined`: came in on the way. `dropped`: not in the latest. */
export type ChainCourse = "throughout" | "joined" | "new" | "dropped";

export interface ChainCell {
  readonly point: ComparedPoint;
  /** What became of it since the plan before; null in the first plan. */
  readonly kind: PairKind | null;
}

export interface ChainRow {
  /** One for each plan, oldest first; null where it has no such point. */
  readonly cells: readonly (ChainCell | null)[];
  readonly course: ChainCourse;
}

/** Rows of a chain made of the same plans. */
export function chainTable(chain: PlanChain, plans: readonly WorkPlan[]): readonly ChainRow[] {
  const points = plans.map(
    (plan) => new Map(comparedPoints(pointsOf(plan)).map((point) => [point.id, point])),
  );
  const kinds = chain.comparisons.map(
    ({ pairs }) => new Map(pairs.flatMap(({ kind, next }) => (next ? [[next.id, kind] as const] : []))),
  );
  return chain.lines.map((line) => {
    const cells = line.map((id, at): ChainCell | null => {
      const point = id === null ? undefined : points[at]?.get(id);
      return point ? { point, kind: at === 0 ? null : (kinds[at - 1]?.get(point.id) ?? null) } : null;
    });
    return { cells, course: courseOf(cells) };
  });
}

function courseOf(cells: readonly (ChainCell | null)[]): ChainCourse {
  if (cells.at(-1) === null) return "dropped";
  if (cells.every((cell) => cell !== null)) return "throughout";
  return cells.filter((cell) => cell !== null).length === 1 ? "new" : "joined";
}

/** How many rows take each course. */
export function chainCounts(rows: readonly ChainRow[]): Readonly<Record<ChainCourse, number>> {
  const count = (course: ChainCourse) => rows.filter((row) => row.course === course).length;
  return {
    throughout: count("throughout"),
    joined: count("joined"),
    new: count("new"),
    dropped: count("dropped"),
  };
}

/** The table for a file. */
export function chainNote(rows: readonly ChainRow[], plans: readonly WorkPlan[]): Note {
  const latest = plans.at(-1)?.title.text.replaceAll("\n", "") || words.untitled;
  const columns = plans.map(({ year }) =>
    year === null ? words.unknownYear : fillPlaces(words.year, { year }),
  );
  return {
    title: fillPlaces(words.title, { latest }),
    paragraphs: [fillPlaces(words.summary, { years: plans.length, ...chainCounts(rows) })],
    tables:
      rows.length === 0
        ? []
        : [{ title: words.table, columns, rows: rows.map(({ cells }) => cells.map(cellText)) }],
  };
}

function cellText(cell: ChainCell | null): string {
  if (!cell) return words.none;
  const { point, kind } = cell;
  const values = { ordinal: point.ordinal, heading: point.heading || point.text };
  if (kind === null) return fillPlaces(words.first, values);
  return fillPlaces(words.later, { ...values, kind: noteWords.kinds[kind] });
}
