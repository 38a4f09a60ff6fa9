/** 对比说明: what a leader reads of a comparison. */
import type { TargetChange, TargetRow } from "../targets/compare-targets.ts";
import { figureWords } from "../targets/figure-words.ts";
import type { PlanTarget } from "../targets/target.ts";
import type { PairKind, PlanComparison, PointPair } from "./comparison.ts";
import words from "./data/note-words.json" with { type: "json" };
import { fillPlaces, type Note, type NoteTable } from "./note.ts";

/**
 * How many points each plan has, and of each kind: next points, but for the dropped ones. `figures` are the carried ones
 * of which only figures, years or marks changed.
 */
export type ComparisonCounts = Readonly<Record<PairKind | "lastPoints" | "nextPoints" | "figures", number>>;

/** Counts of a comparison; a point merged from three counts once. */
export function countsOf({ pairs }: PlanComparison): ComparisonCounts {
  const points = (side: "last" | "next", kind?: PairKind) =>
    new Set(pairs.flatMap((pair) => (kind === undefined || pair.kind === kind ? (pair[side]?.id ?? []) : [])))
      .size;
  return {
    lastPoints: points("last"),
    nextPoints: points("next"),
    carried: points("next", "carried"),
    figures: pairs.filter(({ kind, last, next }) => kind === "carried" && last?.text !== next?.text).length,
    reworded: points("next", "reworded"),
    moved: points("next", "moved"),
    merged: points("next", "merged"),
    split: points("next", "split"),
    new: points("next", "new"),
    dropped: points("last", "dropped"),
  };
}

/** The note on a comparison; `targets` are the rows of `compareTargets`, empty where targets are not to be spoken of. */
export function comparisonNote(comparison: PlanComparison, targets: readonly TargetRow[] = []): Note {
  const last = titleOf(comparison.last.title);
  const next = titleOf(comparison.next.title);
  const { overlap, leadIn } = comparison;
  const paragraphs = [
    fillPlaces(words.summary, { last, next, ...countsOf(comparison) }),
    leadIn === null
      ? fillPlaces(words.overlap, { overlap })
      : fillPlaces(words.overlapWithLeadIn, { overlap, leadIn }),
  ];
  if (targets.length > 0) paragraphs.push(targetSentence(targets));
  const tables = [
    newTable(comparison),
    droppedTable(comparison),
    changedTable(comparison),
    targetTable(targets),
    sectionTable(comparison),
  ];
  return {
    title: fillPlaces(words.title, { next }),
    paragraphs,
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function titleOf(title: string): string {
  return title.replaceAll("\n", "") || words.untitled;
}

function targetSentence(rows: readonly TargetRow[]): string {
  const count = (change: TargetChange) => rows.filter((row) => row.change === change).length;
  const next = rows.filter((row) => row.next !== null).length;
  const [raised, lowered, same] = [count("raised"), count("lowered"), count("same")];
  return fillPlaces(words.targets, { next, raised, lowered, same, new: count("new"), gone: count("gone") });
}

function newTable({ pairs }: PlanComparison): NoteTable {
  const rows = pairs.flatMap(({ kind, next }) =>
    kind === "new" && next ? [[next.ordinal, next.section || words.none, next.heading || next.text]] : [],
  );
  return { ...words.tables.new, rows };
}

function droppedTable({ pairs }: PlanComparison): NoteTable {
  const rows = pairs.flatMap(({ kind, last }) =>
    kind === "dropped" && last ? [[last.ordinal, last.section || words.none, last.heading || last.text]] : [],
  );
  return { ...words.tables.dropped, rows };
}

function changedTable({ pairs }: PlanComparison): NoteTable {
  const rows = pairs
    .filter(isChanged)
    .map(({ kind, last, next, overlap }) => [
      next?.ordinal ?? words.none,
      next?.heading || next?.text || words.none,
      last?.ordinal ?? words.none,
      last?.heading || last?.text || words.none,
      words.kinds[kind],
      percent(overlap),
    ]);
  return { ...words.tables.changed, rows };
}

function isChanged({ kind }: PointPair): boolean {
  return kind !== "carried" && kind !== "new" && kind !== "dropped";
}

function targetTable(rows: readonly TargetRow[]): NoteTable {
  return {
    ...words.tables.targets,
    rows: rows
      .filter(({ change }) => change !== "same")
      .map(({ indicator, last, result, next, change }) => [
        indicator,
        figure(last),
        figure(result),
        figure(next),
        words.changes[change],
      ]),
  };
}

function figure(target: PlanTarget | null): string {
  return target ? figureWords(target) : words.none;
}

function sectionTable({ headings }: PlanComparison): NoteTable {
  const rows = headings.flatMap(({ last, next, overlap }) =>
    next ? [[next.heading, last?.heading ?? words.none, percent(overlap)]] : [],
  );
  return { ...words.tables.sections, rows };
}

function percent(value: number | null): string {
  return value === null ? words.none : fillPlaces(words.percent, { value });
}
