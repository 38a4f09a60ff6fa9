/** 去年总结: what it leaves for this plan, to be taken over with its origin; and the outline for this year's own summary. */
import { Button, Checkbox, Select } from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type ClosestPoint, closestPoints } from "../../core/compare/closest-points.ts";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { figureWords } from "../../core/targets/figure-words.ts";
import { type UnfinishedWork, unfinishedWork } from "../../core/targets/unfinished-work.ts";
import { useServices } from "../services.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { BesideChoice, BesideState } from "./beside-choice.tsx";
import { compareStrings } from "./compare.strings.ts";
import type { InsertBeside } from "./insert-beside.ts";
import { type PlansBeside, sourceName } from "./plans-beside.ts";
import { summaryStrings as strings } from "./summary.strings.ts";
import { exportSummaryOutline } from "./summary-outline.ts";
import { itemOfWork } from "./work-item.ts";

/** Share of a text in a point of ours from which on it is written there. */
const WRITTEN = 60;

export interface SummaryViewProps {
  readonly plan: WorkPlan;
  readonly session: PlanSession;
  readonly beside: PlansBeside;
  readonly outline: readonly OutlineEntry[];
  readonly onGoTo: (id: string) => void;
  readonly onInsert: InsertBeside;
}

export function SummaryView(props: SummaryViewProps): ReactNode {
  const { plan, session, beside, outline, onGoTo, onInsert } = props;
  const services = useServices();
  const summary = useStore(beside, (state) => state.summary.plan);
  const source = useStore(beside, (state) => sourceName(state.summary.source));
  const work = useMemo(() => (summary ? unfinishedWork(summary) : []), [summary]);
  const closest = useMemo(() => closestPoints(work, plan), [work, plan]);
  const [hideWritten, setHideWritten] = useState(false);
  const [message, setMessage] = useState("");
  const ideas = work.filter(({ reason }) => reason === "idea").length;
  const rows = work.map((each, at) => ({ work: each, closest: closest[at] ?? null }));
  const visible = hideWritten ? rows.filter((row) => !isWritten(row.closest)) : rows;

  const writeOutline = async () => {
    const result = await exportSummaryOutline(services, session, { plan: () => plan });
    if (result) setMessage(result.text);
  };

  return (
    <>
      <header className="compare-bar">
        <BesideChoice beside={beside} which="summary" />
        {work.length > 0 && (
          <>
            <strong>{strings.count(ideas, work.length - ideas)}</strong>
            <Checkbox
              label={strings.hideWritten}
              checked={hideWritten}
              onChange={(_, { checked }) => setHideWritten(checked === true)}
            />
          </>
        )}
        <span className="compare-gap" />
        <Button size="small" title={strings.outlineHint} onClick={() => void writeOutline()}>
          {strings.outline}
        </Button>
      </header>
      <p className="compare-message" aria-live="polite">
        {message}
      </p>
      <BesideState beside={beside} which="summary" />
      {summary && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section className="compare-table focusable" tabIndex={0} aria-label={strings.list}>
          {work.length === 0 && (
            <div className="compare-state">
              <p className="panel-title">{strings.noneTitle}</p>
              <p className="quiet">{strings.noneText}</p>
            </div>
          )}
          {work.length > 0 && visible.length === 0 && (
            <p className="panel-message quiet">{strings.allWritten}</p>
          )}
          {visible.map((row) => (
            <WorkRow
              key={`${row.work.block} ${row.work.from}`}
              work={row.work}
              closest={row.closest}
              outline={outline}
              onGoTo={onGoTo}
              onAdd={(part) => {
                const { reason } = row.work;
                // What a summary plans is written for the year after the one it reports.
                const writtenFor =
                  summary.year !== null && reason === "idea" ? summary.year + 1 : summary.year;
                onInsert(itemOfWork(row.work, summary, source), part && lastItemOf(part), writtenFor);
                setMessage(part ? strings.added(part.heading) : strings.addedHere);
              }}
            />
          ))}
        </section>
      )}
    </>
  );
}

interface WorkRowProps {
  readonly work: UnfinishedWork;
  readonly closest: ClosestPoint | null;
  readonly outline: readonly OutlineEntry[];
  readonly onGoTo: (id: string) => void;
  readonly onAdd: (part: OutlineEntry | undefined) => void;
}

function WorkRow({ work, closest, outline, onGoTo, onAdd }: WorkRowProps): ReactNode {
  const { reason, text, heading, planned, done } = work;
  const parts = outline.filter(({ kind }) => kind !== "item");
  const proposed = (closest && parts.find((part) => holds(part, closest.point.id))) ?? parts.at(-1);
  const [chosen, setChosen] = useState<string>();
  const part = parts.find(({ id }) => id === chosen) ?? proposed;
  return (
    <article className="compare-row summary-row">
      <div className="compare-point">
        <p className="summary-reason">
          <span className="summary-badge">{strings.reasons[reason]}</span>
          {reason !== "idea" && heading !== "" && <span className="quiet">{strings.under(heading)}</span>}
          {planned && done && (
            <span className="target-alarm">{strings.shortfall(figureWords(planned), figureWords(done))}</span>
          )}
        </p>
        <p>{text}</p>
      </div>
      <div className="summary-place">
        {closest && (
          <p className="target-source">
            {isWritten(closest) ? strings.written : strings.similar}
            <button type="button" className="chain-link" onClick={() => onGoTo(closest.point.id)}>
              {compareStrings.point(closest.point.ordinal, closest.point.heading || closest.point.text)}
            </button>
          </p>
        )}
        <div className="summary-add">
          {parts.length > 0 && (
            <Select
              size="small"
              className="summary-choice"
              aria-label={strings.section}
              value={part?.id ?? ""}
              onChange={(_, { value }) => setChosen(value)}
            >
              {parts.map(({ id, label, heading: name }) => (
                <option key={id} value={id}>
                  {label + name}
                </option>
              ))}
            </Select>
          )}
          <Button
            size="small"
            appearance={isWritten(closest) ? "secondary" : "primary"}
            onClick={() => onAdd(part)}
          >
            {strings.add}
          </Button>
        </div>
      </div>
    </article>
  );
}

function isWritten(closest: ClosestPoint | null): boolean {
  return closest !== null && closest.overlap >= WRITTEN;
}

function holds(part: OutlineEntry, id: string): boolean {
  return part.id === id || part.children.some((child) => holds(child, id));
}

/** Id behind which an item comes to stand at the end of a part. */
function lastItemOf(part: OutlineEntry): string {
  const last = part.children.at(-1);
  return last ? lastItemOf(last) : part.id;
}
