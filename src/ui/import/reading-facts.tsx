/** What the document is, in one line: title, issuer, year, date, how much was read. */
import type { ReactNode } from "react";
import { importStrings as strings } from "./import.strings.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { shownText } from "./shown-text.ts";
import { countsOf, type StructureRow } from "./structure-rows.ts";

export interface ReadingFactsProps {
  readonly document: ImportedDocument;
  readonly parts: readonly StructureRow[];
}

export function ReadingFacts({ document: { current }, parts }: ReadingFactsProps): ReactNode {
  const counts = countsOf(current);
  const issuer = current.issuer ?? current.issuerInferred;
  const year = current.kind === "summary" ? (current.planYear ?? current.year) : current.year;
  const isCut = parts.some((part) => !part.taken);
  const kind = current.kind === "summary" && !isCut ? "summary-whole" : current.kind;
  const facts = [
    issuer === null ? "" : issuer + (current.issuer === null ? strings.inferred : ""),
    year === null ? "" : strings.yearOf(year),
    shownText(current.date ?? ""),
    current.documentNumber ?? "",
    strings.counts(counts.sections, counts.items),
  ].filter((fact) => fact !== "");
  return (
    <header className="import-facts">
      <h3>{current.plan.title.text.replaceAll("\n", "") || strings.untitled}</h3>
      <p className="quiet">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {strings.kinds[kind] !== "" && (
          <span className={kind === "notice-and-plan" ? "" : "amber"}>{strings.kinds[kind]}</span>
        )}
      </p>
    </header>
  );
}
