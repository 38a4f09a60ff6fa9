/** 对照上级: which points of the superior's plan ours takes up – proposed by likeness, decided by the drafter. */
import { Button, Select } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { comparisonKey } from "../../core/compare/corrections.ts";
import { type CoverageRow, coverage } from "../../core/compare/coverage.ts";
import { coverageNote } from "../../core/compare/coverage-note.ts";
import {
  type ComparisonRecord,
  type CoverageState,
  comparisonRecordOf,
} from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { itemOfPoint } from "../library/insertable.ts";
import { BesideChoice, BesideState } from "./beside-choice.tsx";
import { coverageStrings as strings } from "./coverage.strings.ts";
import { CoveragePoint } from "./coverage-point.tsx";
import { ExportMenu } from "./export-menu.tsx";
import type { InsertBeside } from "./insert-beside.ts";
import { type PlansBeside, sourceName } from "./plans-beside.ts";
import { useNoteExport } from "./use-note-export.ts";

const FILTERS = ["all", "covered", "partly", "not-ours", "close", "open"] as const;
type Filter = (typeof FILTERS)[number];

export interface CoverageViewProps {
  readonly plan: WorkPlan;
  readonly beside: PlansBeside;
  /** The item in which the caret stands; its row is shown first. */
  readonly caretPoint: string | null;
  readonly onRecord: (record: ComparisonRecord) => void;
  readonly onGoTo: (id: string) => void;
  readonly onInsert: InsertBeside;
}

export function CoverageView(props: CoverageViewProps): ReactNode {
  const { plan, beside, caretPoint, onRecord, onGoTo, onInsert } = props;
  const superior = useStore(beside, (state) => state.superior.plan);
  const source = useStore(beside, (state) => sourceName(state.superior.source));
  const record = superior && comparisonRecordOf(plan.comparisonRecords, comparisonKey(superior));
  const decisions = record?.coverage;
  const rows = useMemo(
    () => (superior ? coverage(superior, plan, decisions ? { decisions } : {}) : []),
    [superior, plan, decisions],
  );
  const [filter, setFilter] = useState<Filter>("all");
  const exported = useNoteExport();
  const list = useRef<HTMLElement>(null);
  // Once, when the superior's plan is there: later the drafter scrolls.
  useEffect(() => {
    if (superior) list.current?.querySelector(".coverage-at-caret")?.scrollIntoView({ block: "nearest" });
  }, [superior]);

  const decide = (id: string, state: CoverageState | undefined) => {
    if (!record) return;
    const { [id]: _before, ...others } = record.coverage;
    onRecord({ ...record, coverage: state === undefined ? others : { ...others, [id]: state } });
  };
  const decideAll = (decided: readonly CoverageRow[]) => {
    if (!record) return;
    const states = decided.map(({ superior: { id }, state }) => [id, state] as const);
    onRecord({ ...record, coverage: { ...record.coverage, ...Object.fromEntries(states) } });
  };
  const add = (row: CoverageRow, at: number) => {
    if (!superior) return;
    // Behind what takes up the point before it.
    const before = rows.slice(0, at).findLast(({ matches, state }) => state !== "not-ours" && matches[0]);
    onInsert(itemOfPoint(row.superior, superior, source), before?.matches[0]?.point.id);
  };
  const count = (state: CoverageState) => rows.filter((row) => row.state === state).length;
  const close = rows.filter(isTooClose).length;
  const visible = rows.filter((row) => isWanted(row, filter));
  const proposed = visible.filter(({ decided }) => !decided);

  return (
    <>
      <header className="compare-bar">
        <BesideChoice beside={beside} which="superior" />
        <span className="compare-gap" />
        {superior && (
          <>
            <strong>{strings.summary(count("covered"), count("partly"), count("not-ours"))}</strong>
            {close > 0 && <span className="amber">{strings.close(close)}</span>}
            <Select
              size="small"
              aria-label={strings.filter}
              value={filter}
              onChange={(_, { value }) => setFilter(FILTERS.find((each) => each === value) ?? "all")}
            >
              {FILTERS.map((each) => (
                <option key={each} value={each}>
                  {strings.filters[each]}
                </option>
              ))}
            </Select>
            {proposed.length > 0 && (
              <Button size="small" title={strings.confirmAllHint} onClick={() => decideAll(proposed)}>
                {strings.confirmAll(proposed.length)}
              </Button>
            )}
            <ExportMenu
              label={strings.export}
              onExport={(format) =>
                void exported.note(coverageNote(superior.title.text, rows), strings.name, format)
              }
            />
          </>
        )}
      </header>
      <p className="compare-message" aria-live="polite">
        {exported.message}
      </p>
      <BesideState beside={beside} which="superior" />
      {superior && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section ref={list} className="compare-table focusable" tabIndex={0} aria-label={strings.list}>
          {visible.length === 0 && <p className="panel-message quiet">{strings.empty}</p>}
          {visible.map((row) => (
            <CoveragePoint
              key={row.superior.id}
              row={row}
              caretPoint={caretPoint}
              onDecide={decide}
              onGoTo={onGoTo}
              onAdd={() => add(row, rows.indexOf(row))}
            />
          ))}
        </section>
      )}
    </>
  );
}

function isTooClose({ matches, state }: CoverageRow): boolean {
  return state !== "not-ours" && matches.some(({ tooClose }) => tooClose);
}

function isWanted(row: CoverageRow, filter: Filter): boolean {
  if (filter === "all") return true;
  if (filter === "close") return isTooClose(row);
  return filter === "open" ? !row.decided : row.state === filter;
}
