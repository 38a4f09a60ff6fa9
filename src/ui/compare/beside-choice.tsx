/** Choosing the plan that lies beside the open one, and what is shown until there is one. */
import { Button, Select, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { failureText } from "../messages.ts";
import { besideStrings as strings } from "./beside.strings.ts";
import { type BesideRole, isSummary, type PlansBeside } from "./plans-beside.ts";

export interface BesideProps {
  readonly beside: PlansBeside;
  readonly which: BesideRole;
}

/** A list of the library's documents, and a button for a file. */
export function BesideChoice({ beside, which }: BesideProps): ReactNode {
  const { documents, [which]: chosen } = useStore(beside);
  const { source } = chosen;
  // Summaries and plans are told apart by their titles; a document may be misnamed, so the others follow.
  const fitting = documents.filter((each) => isSummary(each) === (which === "summary"));
  const others = documents.filter((each) => !fitting.includes(each));
  return (
    <>
      <Select
        size="small"
        className="compare-choice"
        aria-label={strings.roles[which].choose}
        value={source?.kind === "library" ? source.documentId : ""}
        onChange={(_, { value }) =>
          beside.choose(which, value === "" ? undefined : { kind: "library", documentId: value })
        }
      >
        <option value="">{source?.kind === "file" ? source.name : strings.roles[which].none}</option>
        {[...fitting, ...others].map(({ documentId, title, issuer }) => (
          <option key={documentId} value={documentId}>
            {title || issuer}
          </option>
        ))}
      </Select>
      <Button size="small" onClick={() => void beside.chooseFile(which)}>
        {strings.file}
      </Button>
    </>
  );
}

/** What stands in place of a view that has no plan to show: reading, failed, or not chosen yet. Nothing once there is one. */
export function BesideState({ beside, which }: BesideProps): ReactNode {
  const { loaded, failure: libraryFailure, [which]: chosen } = useStore(beside);
  const { plan, loading, noPlan } = chosen;
  const failure = chosen.failure ?? (plan ? undefined : libraryFailure);
  const words = strings.roles[which];
  if (loading || !loaded) {
    return (
      <div className="compare-state">
        <Spinner size="small" label={strings.reading} />
      </div>
    );
  }
  if (failure || noPlan !== undefined) {
    return (
      <div className={plan ? "compare-state compare-state-line" : "compare-state"} role="alert">
        <p>{failure ? failureText(failure, "read") : strings.noPlan(noPlan ?? "")}</p>
        {!plan && <p className="quiet">{strings.tryFile}</p>}
      </div>
    );
  }
  if (plan) return null;
  return (
    <div className="compare-state">
      <p className="panel-title">{words.emptyTitle}</p>
      <p className="quiet">{words.emptyText}</p>
      <Button onClick={() => void beside.chooseFile(which)}>{strings.file}</Button>
    </div>
  );
}
