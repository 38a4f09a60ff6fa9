/** Targets of the bureau over the years of the library and the plan being written: a table with a small line for each. */
import { Spinner } from "@fluentui/react-components";
import { type ReactNode, useMemo } from "react";
import { useStore } from "zustand";
import type { WorkPlan } from "../../core/plan/model.ts";
import { figureWords } from "../../core/targets/figure-words.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import { amountOf, type PlanTarget } from "../../core/targets/target.ts";
import { targetsNote } from "../../core/targets/targets-note.ts";
import { type TargetSeries, targetsOverYears } from "../../core/targets/targets-over-years.ts";
import { isSummary, ownDocuments, type PlansBeside } from "../compare/plans-beside.ts";
import { useLibraryPlans } from "../compare/use-library-plans.ts";
import { NoteActions } from "./note-actions.tsx";
import { targetStrings as strings } from "./targets.strings.ts";

/** Years beside each other; more do not fit and say little. */
const MOST_YEARS = 5;

export interface TargetYearsProps {
  readonly beside: PlansBeside;
  readonly issuer: string;
  readonly plan: WorkPlan | undefined;
}

export function TargetYears({ beside, issuer, plan }: TargetYearsProps): ReactNode {
  const { documents, loaded } = useStore(beside);
  const year = plan?.year ?? null;
  const own = useMemo(
    () =>
      ownDocuments(documents, issuer, year)
        .filter((each) => !isSummary(each))
        .slice(1 - MOST_YEARS),
    [documents, issuer, year],
  );
  const { past, failed, reading } = useLibraryPlans(own);
  const years = useMemo(
    () => [...past, ...(plan ? [plan] : [])].map((each) => ({ year: each.year, targets: planTargets(each) })),
    [past, plan],
  );
  const series = useMemo(() => targetsOverYears(years.map(({ targets }) => targets)), [years]);
  if (!loaded || reading)
    return <Spinner className="targets-state" size="small" label={strings.yearsReading} />;
  if (own.length === 0) {
    return (
      <div className="panel-message">
        <p className="panel-title">{strings.yearsNone}</p>
        <p className="quiet">{strings.yearsNoneText}</p>
      </div>
    );
  }
  return (
    <>
      {failed > 0 && <p role="alert">{strings.yearsFailed(failed)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it */}
      <section className="targets-years focusable" tabIndex={0} aria-label={strings.years}>
        <table className="targets-table">
          <thead>
            <tr>
              <th>{strings.indicator}</th>
              {years.map(({ year: of }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two plans may be of one year
                <th key={index}>{strings.year(of)}</th>
              ))}
              <th>{strings.trend}</th>
            </tr>
          </thead>
          <tbody>
            {series.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one indicator
              <tr key={index}>
                <td>{each.indicator}</td>
                {each.targets.map((target, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={at}>{wordsOf(target)}</td>
                ))}
                <td>
                  <Line series={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <NoteActions note={() => targetsNote(years)} name={strings.yearsName} />
    </>
  );
}

function wordsOf(target: PlanTarget | null): string {
  return target ? figureWords(target) : "—";
}

const LINE = { width: 60, height: 20, inset: 3 };

/** A line through the values; nothing where fewer than two years have one. */
function Line({ series: { targets } }: { readonly series: TargetSeries }): ReactNode {
  const values = targets.map((target) => (target ? (amountOf(target)?.amount ?? null) : null));
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = high - low || 1;
  const step = (LINE.width - 2 * LINE.inset) / Math.max(1, values.length - 1);
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [
          [
            LINE.inset + index * step,
            LINE.height - LINE.inset - ((value - low) / span) * (LINE.height - 2 * LINE.inset),
          ],
        ],
  );
  return (
    <svg width={LINE.width} height={LINE.height} aria-hidden="true">
      <polyline
        points={points.map((point) => point.join(",")).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
      />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={2} fill="currentColor" />
      ))}
    </svg>
  );
}
