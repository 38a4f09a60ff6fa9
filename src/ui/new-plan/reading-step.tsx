/** Step two: what was read, doubts first, then repairs and dropped lines folded, beside the outline. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from "@fluentui/react-components";
import { type ReactNode, useMemo } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { PlanReading, ReadingNotice } from "../../core/reading/plan-reading.ts";
import { isRunInDoubt, withHeadingStop } from "./heading-choice.ts";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import type { NewPlanSource, TemplateSummary } from "./new-plan-state.ts";
import { noticeText } from "./notices.strings.ts";
import { countsOf, outlineRowsOf, type ReadOutlineRow } from "./outline-of-reading.ts";

export interface ReadingStepProps {
  readonly source: NewPlanSource;
  readonly onCorrect: (plan: WorkPlan) => void;
}

export function ReadingStep({ source, onCorrect }: ReadingStepProps): ReactNode {
  if (source.kind === "template") return <TemplateOutline template={source.template} />;
  if (source.kind !== "file") return null;
  return <FileReading reading={source.reading} plan={source.plan} onCorrect={onCorrect} />;
}

function TemplateOutline({ template }: { readonly template: TemplateSummary }): ReactNode {
  return (
    <section>
      <h3>{strings.templateOutline(template.name)}</h3>
      <ol className="new-plan-outline">
        {template.headings.map((heading) => (
          <li key={heading}>{heading}</li>
        ))}
      </ol>
    </section>
  );
}

interface FileReadingProps {
  readonly reading: PlanReading;
  readonly plan: WorkPlan;
  readonly onCorrect: (plan: WorkPlan) => void;
}

function FileReading({ reading, plan, onCorrect }: FileReadingProps): ReactNode {
  const rows = useMemo(() => outlineRowsOf(plan), [plan]);
  const counts = countsOf(rows);
  const kind = strings.kinds[reading.kind];
  return (
    <div className="new-plan-reading">
      <section className="new-plan-findings">
        <h3>{plan.title.text.replaceAll("\n", "") || strings.untitled}</h3>
        {kind !== "" && <p className={reading.kind === "notice-and-plan" ? "quiet" : "amber"}>{kind}</p>}
        <Facts reading={reading} />
        <Doubts reading={reading} plan={plan} rows={rows} onCorrect={onCorrect} />
        <Folded reading={reading} />
      </section>
      <section className="new-plan-structure">
        <h3>
          {strings.outline}
          <span className="quiet new-plan-structure-counts">
            {strings.outlineSummary(counts.sections, counts.items)}
          </span>
        </h3>
        <ol className="new-plan-outline">
          {rows.map((row) => (
            <li key={row.id} className={`new-plan-outline-${row.kind}`} data-level={row.level}>
              <span className="new-plan-ordinal">{row.ordinal}</span>
              {row.heading || strings.untitledBlock}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Facts({ reading }: { readonly reading: PlanReading }): ReactNode {
  const issuer = reading.issuer ?? reading.issuerInferred;
  const inferred = reading.issuer === null && reading.issuerInferred !== null;
  const facts = [
    { label: strings.facts.issuer, value: issuer ?? "", note: inferred ? strings.inferred : "" },
    { label: strings.facts.year, value: reading.year === null ? "" : String(reading.year), note: "" },
    { label: strings.facts.date, value: reading.date ?? "", note: "" },
    { label: strings.facts.addressees, value: reading.addressees.join("、"), note: "" },
    { label: strings.facts.documentNumber, value: reading.documentNumber ?? "", note: "" },
  ];
  return (
    <dl className="new-plan-facts">
      {facts.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value || <span className="quiet">{strings.unknown}</span>}
            {note !== "" && <span className="amber new-plan-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface DoubtsProps extends FileReadingProps {
  readonly rows: readonly ReadOutlineRow[];
}

function Doubts({ reading, plan, rows, onCorrect }: DoubtsProps): ReactNode {
  const doubts = reading.notices.filter((notice) => !notice.certain);
  if (doubts.length === 0) return <p className="new-plan-no-doubts quiet">{strings.noDoubts}</p>;
  return (
    <section className="new-plan-doubts">
      <h4>{strings.doubts(doubts.length)}</h4>
      <ul>
        {doubts.map((notice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notices of a reading never change
          <li key={index}>
            <NoticeRow notice={notice} ordinal={rows.find((row) => row.id === notice.block)?.ordinal ?? ""} />
            {isRunInDoubt(notice) && (
              <HeadingChoice
                notice={notice}
                original={reading.plan}
                plan={plan}
                onCorrect={onCorrect}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface HeadingChoiceProps {
  readonly notice: ReadingNotice;
  readonly original: WorkPlan;
  readonly plan: WorkPlan;
  readonly onCorrect: (plan: WorkPlan) => void;
}

/** The two readings of a heading whose 。 was lost. */
function HeadingChoice({ notice, original, plan, onCorrect }: HeadingChoiceProps): ReactNode {
  if (notice.block === null) return null;
  const choice = withHeadingStop(original, plan, notice.block);
  return (
    <div className="new-plan-choice">
      <Button
        size="small"
        appearance={choice.asRead ? "primary" : "secondary"}
        aria-pressed={choice.asRead}
        onClick={() => onCorrect(choice.read)}
      >
        {strings.asRead}
      </Button>
      <Button
        size="small"
        appearance={choice.asRead ? "secondary" : "primary"}
        aria-pressed={!choice.asRead}
        onClick={() => onCorrect(choice.unread)}
      >
        {strings.asWas}
      </Button>
    </div>
  );
}

function NoticeRow({ notice, ordinal }: { readonly notice: ReadingNotice; readonly ordinal: string }): ReactNode {
  return (
    <div className="new-plan-notice">
      <p>
        {ordinal !== "" && <span className="new-plan-ordinal">{ordinal}</span>}
        {noticeText(notice)}
        {notice.line !== null && <span className="quiet new-plan-note">{strings.line(notice.line)}</span>}
      </p>
      {notice.before !== "" && (
        <p className="new-plan-quote">
          <span className="quiet">{strings.before}</span>
          {notice.before}
        </p>
      )}
      {notice.after !== "" && (
        <p className="new-plan-quote">
          <span className="quiet">{strings.after}</span>
          {notice.after}
        </p>
      )}
    </div>
  );
}

function Folded({ reading }: { readonly reading: PlanReading }): ReactNode {
  const repairs = reading.notices.filter((notice) => notice.certain);
  const total = repairs.reduce((sum, notice) => sum + notice.count, 0);
  return (
    <Accordion collapsible multiple className="new-plan-folded">
      {total > 0 && (
        <AccordionItem value="repairs">
          <AccordionHeader size="small">{strings.repairs(total)}</AccordionHeader>
          <AccordionPanel>
            <ul className="new-plan-small-list">
              {repairs.map((notice, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the notices of a reading never change
                <li key={index}>
                  <NoticeRow notice={notice} ordinal="" />
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      )}
      {reading.dropped.length > 0 && (
        <AccordionItem value="dropped">
          <AccordionHeader size="small">{strings.dropped(reading.dropped.length)}</AccordionHeader>
          <AccordionPanel>
            <ul className="new-plan-small-list">
              {reading.dropped.map((line) => (
                <li key={line.line} className="new-plan-dropped">
                  <span className="quiet">{strings.line(line.line)}</span>
                  {line.text}
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      )}
    </Accordion>
  );
}
