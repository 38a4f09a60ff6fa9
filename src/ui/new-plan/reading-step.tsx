/** Step two: what was read, beside the source, to be looked at and corrected. */
import type { ReactNode } from "react";
import { ImportView } from "../import/import-view.tsx";
import type { ImportedDocument } from "../import/imported-document.ts";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import type { NewPlanSource, TemplateSummary } from "./new-plan-state.ts";

export interface ReadingStepProps {
  readonly source: NewPlanSource;
  readonly onCorrect: (document: ImportedDocument) => void;
}

export function ReadingStep({ source, onCorrect }: ReadingStepProps): ReactNode {
  if (source.kind === "template") return <TemplateOutline template={source.template} />;
  if (source.kind !== "file") return null;
  return <ImportView document={source.document} onChange={onCorrect} />;
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
