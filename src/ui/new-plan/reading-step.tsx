/** Step two: what was read, doubts first, then repairs and dropped lines folded, beside the outline. */
import { type ReactNode, useMemo } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { PlanReading } from "../../core/reading/plan-reading.ts";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import type { NewPlanSource, TemplateSummary } from "./new-plan-state.ts";
import { countsOf, outlineRowsOf } from "./outline-of-reading.ts";
import { Doubts, Repairs } from "./reading-notices.tsx";

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
        <Repairs reading={reading} />
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
