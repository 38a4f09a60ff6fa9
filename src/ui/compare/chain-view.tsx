/** 历年对照: up to five plans of the bureau, a row for each line of work, a column for each year. */
import { Button, Select, Spinner } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactNode, useMemo, useState } from "react";
import { useStore } from "zustand";
import {
  type ChainCell,
  type ChainCourse,
  type ChainRow,
  chainCounts,
  chainNote,
  chainTable,
} from "../../core/compare/chain-table.ts";
import { comparisonKey } from "../../core/compare/corrections.ts";
import { comparePlanChain } from "../../core/compare/plan-chain.ts";
import { comparisonRecordOf } from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { planOfYears } from "../../core/template/plan-of-years.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { BesideState } from "./beside-choice.tsx";
import { COURSE_NAMES, compareStrings, KIND_NAMES } from "./compare.strings.ts";
import { ExportMenu } from "./export-menu.tsx";
import { isSummary, type LibraryDocuments, ownDocuments, type PlansBeside } from "./plans-beside.ts";
import { useLibraryPlans } from "./use-library-plans.ts";
import { useNoteExport } from "./use-note-export.ts";

const strings = compareStrings.years;
/** Plans beside each other, the open one included. */
const MOST_PLANS = 5;
const COURSES = ["throughout", "joined", "new", "dropped"] as const;

export interface ChainViewProps {
  readonly plan: WorkPlan;
  readonly beside: PlansBeside;
  readonly onGoTo: (id: string) => void;
}

export function ChainView({ plan, beside, onGoTo }: ChainViewProps): ReactNode {
  const { documents, loaded, failure } = useStore(beside);
  const { issuer } = plan.frontMatter;
  const proposed = useMemo(
    () =>
      ownDocuments(documents, issuer, plan.year)
        .filter((each) => !isSummary(each))
        .slice(1 - MOST_PLANS),
    [documents, issuer, plan.year],
  );
  const [chosen, setChosen] = useState<LibraryDocuments>();
  const shown = chosen ?? proposed;
  const { past, failed, reading } = useLibraryPlans(shown);
  const plans = useMemo(() => [...past, plan], [past, plan]);
  const rows = useMemo(() => rowsOf(plans), [plans]);
  const [course, setCourse] = useState<ChainCourse>();
  const exported = useNoteExport();
  const [made, setMade] = useState("");
  const { host } = useServices();
  const makeTemplate = async () => {
    const name = strings.templateName(issuer);
    const reply = await host.call("templates.add", { plan: planOfYears(plans), issuer, name });
    setMade(reply.ok ? strings.templateMade(name, plans.length) : failureText(reply.failure, "other"));
  };
  const counts = chainCounts(rows);
  const visible = course === undefined ? rows : rows.filter((row) => row.course === course);

  if (!loaded || failure) return <BesideState beside={beside} which="last" />;
  return (
    <>
      <header className="compare-bar">
        <ul className="chain-plans" aria-label={strings.choose}>
          {shown.map((document) => (
            <li key={document.documentId} className="chain-plan" title={document.title}>
              {strings.year(document.year)}
              <Button
                size="small"
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={strings.remove(document.title)}
                onClick={() => setChosen(shown.filter((each) => each !== document))}
              />
            </li>
          ))}
          <li className="chain-plan">{strings.current(plan.year)}</li>
        </ul>
        {shown.length < MOST_PLANS - 1 && (
          <Select
            size="small"
            className="compare-choice"
            aria-label={strings.add}
            value=""
            onChange={(_, { value }) => {
              const added = documents.find((each) => each.documentId === value);
              if (added) setChosen(byYear([...shown, added]));
            }}
          >
            <option value="">{strings.add}</option>
            {documents
              .filter((each) => !shown.includes(each))
              .map(({ documentId, title, issuer }) => (
                <option key={documentId} value={documentId}>
                  {title || issuer}
                </option>
              ))}
          </Select>
        )}
        <span className="compare-gap" />
        {past.length > 0 && (
          <>
            <Select
              size="small"
              aria-label={strings.filter}
              value={course ?? ""}
              onChange={(_, { value }) => setCourse(COURSES.find((each) => each === value))}
            >
              <option value="">{strings.all(rows.length)}</option>
              {COURSES.map((each) => (
                <option key={each} value={each}>
                  {`${COURSE_NAMES[each]} ${counts[each]}`}
                </option>
              ))}
            </Select>
            <Button size="small" onClick={() => void makeTemplate()}>
              {strings.makeTemplate}
            </Button>
            <ExportMenu
              label={strings.export}
              onExport={(format) => void exported.note(chainNote(rows, plans), strings.name, format)}
            />
          </>
        )}
      </header>
      <p className="compare-message" aria-live="polite">
        {failed > 0 ? strings.failed(failed) : exported.message || made}
      </p>
      {reading && (
        <div className="compare-state">
          <Spinner size="small" label={strings.reading} />
        </div>
      )}
      {!reading && past.length === 0 && (
        <div className="compare-state">
          <p className="panel-title">{strings.noneTitle}</p>
          <p className="quiet">{strings.noneText}</p>
        </div>
      )}
      {!reading && past.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section className="compare-table focusable" tabIndex={0} aria-label={compareStrings.tabs.years}>
          {visible.length === 0 ? (
            <p className="panel-message quiet">{strings.empty}</p>
          ) : (
            <ChainTable rows={visible} plans={plans} onGoTo={onGoTo} />
          )}
        </section>
      )}
    </>
  );
}

interface ChainTableProps {
  readonly rows: readonly ChainRow[];
  readonly plans: readonly WorkPlan[];
  readonly onGoTo: (id: string) => void;
}

function ChainTable({ rows, plans, onGoTo }: ChainTableProps): ReactNode {
  const newest = plans.length - 1;
  return (
    <table className="chain-table">
      <thead>
        <tr>
          {plans.map(({ year, title }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may be of one year
            <th key={at} scope="col" title={title.text}>
              {at === newest ? strings.current(year) : strings.year(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells }) => (
          <tr key={cells.map((cell) => cell?.point.id).join(" ")}>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <td key={at} className={cell?.kind ? `compare-${cell.kind}` : ""}>
                {cell ? (
                  <CellOf cell={cell} onGoTo={at === newest ? onGoTo : undefined} />
                ) : (
                  <span className="quiet">{strings.absent}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly cell: ChainCell;
  readonly onGoTo: ((id: string) => void) | undefined;
}

/** A point by its heading; its whole text is in the tooltip, and in the open plan a click leads to it. */
function CellOf({ cell: { point, kind }, onGoTo }: CellProps): ReactNode {
  const words = compareStrings.point(point.ordinal, point.heading || point.text);
  return (
    <span className="chain-cell" title={point.text}>
      {kind && <b className="side-letter">{KIND_NAMES[kind].letter}</b>}
      {kind && <span className="visually-hidden">{KIND_NAMES[kind].name}</span>}
      {onGoTo ? (
        <button type="button" className="chain-link" onClick={() => onGoTo(point.id)}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
    </span>
  );
}

function rowsOf(plans: readonly WorkPlan[]): readonly ChainRow[] {
  const [previous, latest] = plans.slice(-2);
  // What the drafter corrected between the last two counts here as well.
  const corrected =
    previous && latest && comparisonRecordOf(latest.comparisonRecords, comparisonKey(previous)).corrections;
  const corrections = plans.slice(1).map((_, at) => (at === plans.length - 2 ? corrected : undefined));
  return chainTable(comparePlanChain(plans, corrections), plans);
}

function byYear(documents: LibraryDocuments): LibraryDocuments {
  return documents.toSorted((one, other) => (one.year ?? 0) - (other.year ?? 0));
}
