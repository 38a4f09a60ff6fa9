/** 对照去年: last year left, this year right, point by point; what was left out collects at the foot. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { comparePlans } from "../../core/compare/compare-plans.ts";
import type { PlanComparison } from "../../core/compare/comparison.ts";
import { comparisonNote } from "../../core/compare/comparison-note.ts";
import { comparisonKey, pairByHand, partByHand } from "../../core/compare/corrections.ts";
import {
  type ComparisonRecord,
  type Corrections,
  comparisonRecordOf,
} from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { compareTargets } from "../../core/targets/compare-targets.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import { itemOfPoint } from "../library/insertable.ts";
import { BesideChoice, BesideState } from "./beside-choice.tsx";
import { compareStrings as strings } from "./compare.strings.ts";
import { ComparePicture, pngOf } from "./compare-picture.tsx";
import { compareRows, precedingNext } from "./compare-rows.ts";
import type { InsertBeside } from "./insert-beside.ts";
import { DroppedRows, HeadingRow, PairRow } from "./pair-rows.tsx";
import { type PlansBeside, sourceName } from "./plans-beside.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useNoteExport } from "./use-note-export.ts";

const VIEWS = ["table", "reading", "picture"] as const;
export type CompareView = (typeof VIEWS)[number];

export interface LastYearViewProps {
  readonly plan: WorkPlan;
  readonly beside: PlansBeside;
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  /** Keeps what was decided about pairs, in the plan. */
  readonly onRecord: (record: ComparisonRecord) => void;
  /** Goes to a point of this year in the text. */
  readonly onGoTo: (id: string) => void;
  readonly onInsert: InsertBeside;
}

export function LastYearView(props: LastYearViewProps): ReactNode {
  const { plan, beside, view, onView, onRecord, onGoTo, onInsert } = props;
  const last = useStore(beside, (state) => state.last.plan);
  const source = useStore(beside, (state) => sourceName(state.last.source));
  const results = useStore(beside, (state) => state.summary.plan);
  const record = last && comparisonRecordOf(plan.comparisonRecords, comparisonKey(last));
  const corrections = record?.corrections;
  const comparison = useMemo(() => last && comparePlans(last, plan, corrections), [last, plan, corrections]);
  const svg = useRef<SVGSVGElement>(null);
  const exported = useNoteExport();
  const correct = (changed: Corrections) => record && onRecord({ ...record, corrections: changed });

  const writeNote = () => {
    if (!last || !comparison) return;
    const reached = results ? planTargets(results) : [];
    const targets = compareTargets(planTargets(last), planTargets(plan), reached, comparison.pairs);
    void exported.note(comparisonNote(comparison, targets), strings.noteName, "docx");
  };
  const writePicture = async () => {
    const bytes = svg.current && (await pngOf(svg.current));
    if (bytes) await exported.bytes(bytes, strings.pictureName);
    else exported.say(strings.pictureFailed);
  };

  return (
    <>
      <header className="compare-bar">
        <BesideChoice beside={beside} which="last" />
        <span className="compare-gap" />
        {comparison && (
          <>
            <strong className="compare-overlap">{strings.summary(comparison.overlap)}</strong>
            <TabList
              size="small"
              selectedValue={view}
              onTabSelect={(_, { value }) => onView(VIEWS.find((each) => each === value) ?? "table")}
            >
              {VIEWS.map((each) => (
                <Tab key={each} value={each}>
                  {strings.views[each]}
                </Tab>
              ))}
            </TabList>
            <Button size="small" onClick={view === "picture" ? () => void writePicture() : writeNote}>
              {view === "picture" ? strings.pictureExport : strings.noteExport}
            </Button>
          </>
        )}
      </header>
      <p className="compare-message" aria-live="polite">
        {exported.message}
      </p>
      <BesideState beside={beside} which="last" />
      {comparison && last && corrections && view === "table" && (
        <PairTable
          comparison={comparison}
          corrections={corrections}
          onCorrect={correct}
          onGoTo={onGoTo}
          onBringBack={(pair) => {
            if (!pair.last) return;
            onInsert(itemOfPoint(pair.last, last, source), precedingNext(comparison, pair));
          }}
        />
      )}
      {comparison && last && view === "reading" && (
        <SideBySide last={last} next={plan} comparison={comparison} onGoTo={onGoTo} />
      )}
      {comparison && view === "picture" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section className="compare-table focusable" tabIndex={0} aria-label={strings.views.picture}>
          <ComparePicture comparison={comparison} svgRef={svg} />
        </section>
      )}
    </>
  );
}

interface PairTableProps {
  readonly comparison: PlanComparison;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
  readonly onGoTo: (id: string) => void;
  readonly onBringBack: (pair: PlanComparison["pairs"][number]) => void;
}

function PairTable({ comparison, corrections, onCorrect, onGoTo, onBringBack }: PairTableProps): ReactNode {
  const { rows, dropped, lastPoints, nextPoints } = useMemo(() => compareRows(comparison), [comparison]);
  const pair = (lastId: string, nextId: string, replace: boolean) =>
    onCorrect(pairByHand(corrections, comparison, { last: lastId, next: nextId }, replace));
  const part = (lastId: string, nextId: string) =>
    onCorrect(partByHand(corrections, { last: lastId, next: nextId }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
    <section className="compare-table focusable" tabIndex={0} aria-label={strings.views.table}>
      <p className="quiet compare-hint">{strings.dragHint}</p>
      {rows.map((row) =>
        row.kind === "heading" ? (
          <HeadingRow key={row.key} heading={row.heading} />
        ) : (
          <PairRow
            key={row.key}
            pair={row.pair}
            lastPoints={lastPoints}
            onGoTo={onGoTo}
            onPair={pair}
            onPart={part}
          />
        ),
      )}
      <DroppedRows dropped={dropped} points={nextPoints} onPair={pair} onBringBack={onBringBack} />
    </section>
  );
}
