/** Targets of the bureau over the years of the library and the plan being written: a table with a small line for each. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import { figureWords } from "../../core/targets/figure-words.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import { amountOf, type PlanTarget } from "../../core/targets/target.ts";
import { type TargetSeries, targetsOverYears } from "../../core/targets/targets-over-years.ts";
import type { LibraryDocuments } from "../compare/last-plan.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { targetStrings as strings } from "./targets.strings.ts";

/** Years beside each other; more do not fit and say little. */
const MOST_YEARS = 5;

export interface TargetYearsProps {
  readonly documents: LibraryDocuments;
  readonly issuer: string;
  readonly plan: WorkPlan | undefined;
}

export function TargetYears({ documents, issuer, plan }: TargetYearsProps): ReactNode {
  const { host, platform } = useServices();
  const [past, setPast] = useState<readonly WorkPlan[]>([]);
  const [message, setMessage] = useState("");
  const own = useMemo(
    () => ownDocuments(documents, issuer, plan?.year ?? null),
    [documents, issuer, plan?.year],
  );
  useEffect(() => {
    let wanted = true;
    void Promise.all(own.map(({ documentId }) => host.call("library.document", { documentId }))).then(
      (replies) => {
        if (wanted) setPast(replies.flatMap((reply) => (reply.ok ? [reply.value.reading.plan] : [])));
      },
    );
    return () => {
      wanted = false;
    };
  }, [host, own]);
  const plans = useMemo(() => [...past, ...(plan ? [plan] : [])], [past, plan]);
  const series = useMemo(() => targetsOverYears(plans.map(planTargets)), [plans]);
  if (own.length === 0) return <p className="panel-message quiet">{strings.yearsNone}</p>;
  const exportTable = async () => {
    const target = await platform.chooseExportTarget(strings.exportName);
    if (!target.ok) return setMessage(failureText(target.failure, "export"));
    if (!target.value) return;
    const columns = [strings.indicator, ...plans.map(({ year }) => strings.year(year))];
    const rows = series.map(({ indicator, targets }) => [indicator, ...targets.map(wordsOf)]);
    const title = strings.yearsOf(issuer);
    const note = { title, paragraphs: [], tables: [{ title, columns, rows }] };
    const reply = await host.call("compare.note", { note, target: target.value });
    if (!reply.ok) return setMessage(failureText(reply.failure, "export"));
    if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
    setMessage(strings.exported(reply.value.name));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
    <section className="targets-years focusable" tabIndex={0} aria-label={strings.years}>
      <Button size="small" onClick={() => void exportTable()}>
        {strings.exportTable}
      </Button>
      <p aria-live="polite">{message}</p>
      <table className="targets-table">
        <thead>
          <tr>
            <th>{strings.indicator}</th>
            {plans.map(({ year }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two plans may be of one year
              <th key={index}>{strings.year(year)}</th>
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
  );
}

/** Plans of the bureau before `year`, the oldest first. */
function ownDocuments(documents: LibraryDocuments, issuer: string, year: number | null): LibraryDocuments {
  return documents
    .filter(
      (each) =>
        issuer !== "" &&
        each.issuer !== "" &&
        (each.issuer.endsWith(issuer) || issuer.endsWith(each.issuer)) &&
        (year === null || (each.year ?? 0) < year),
    )
    .sort((one, other) => (one.year ?? 0) - (other.year ?? 0))
    .slice(1 - MOST_YEARS);
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
