import type { CoverageState } from "../plan/comparison-records.ts";
import type { CoverageRow } from "./coverage.ts";
import words from "./data/coverage-words.json" with { type: "json" };
import { fillPlaces, type Note } from "./note.ts";

/** 对照表: which points of the superior's plan ours takes up, for export; `title` is the superior plan's. */
export function coverageNote(title: string, rows: readonly CoverageRow[]): Note {
  const superior = title.replaceAll("\n", "") || words.untitled;
  const count = (state: CoverageState) => rows.filter((row) => row.state === state).length;
  const summary = fillPlaces(words.summary, {
    superior,
    points: rows.length,
    covered: count("covered"),
    partly: count("partly"),
    notOurs: count("not-ours"),
    close: rows.filter(isTooClose).length,
  });
  const tables = rows.length === 0 ? [] : [{ ...words.table, rows: rows.map(cellsOf) }];
  return { title: fillPlaces(words.title, { superior }), paragraphs: [summary], tables };
}

function isTooClose({ matches }: CoverageRow): boolean {
  return matches.some(({ tooClose }) => tooClose);
}

function cellsOf(row: CoverageRow): readonly string[] {
  const [match] = row.state === "not-ours" ? [] : row.matches;
  return [
    row.superior.ordinal,
    row.superior.heading || row.superior.text,
    words.states[row.state],
    match
      ? fillPlaces(words.point, {
          ordinal: match.point.ordinal,
          heading: match.point.heading || match.point.text,
        })
      : words.none,
    match ? fillPlaces(words.percent, { value: match.overlap }) : words.none,
    isTooClose(row) ? words.close : words.none,
  ];
}
