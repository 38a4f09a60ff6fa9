/** What differs between two versions: in one text, or side by side. */
import { Button, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { KIND_NAMES } from "../compare/compare.strings.ts";
import { DiffRuns } from "../compare/diff-runs.tsx";
import type { VersionChange } from "./version-changes.ts";
import { versionStrings as strings } from "./versions.strings.ts";

const VIEWS = ["inline", "side"] as const;

export interface ChangeListProps {
  readonly changes: readonly VersionChange[];
  /** Undefined where there is nothing to restore into. */
  readonly onRestore: ((last: string, now: string | undefined, moves: boolean) => void) | undefined;
}

export function ChangeList({ changes, onRestore }: ChangeListProps): ReactNode {
  const [view, setView] = useState<(typeof VIEWS)[number]>("inline");
  if (changes.length === 0) return <p className="quiet versions-hint">{strings.same}</p>;
  return (
    <>
      <div className="versions-bar">
        <strong>{strings.changes(changes.length)}</strong>
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(VIEWS.find((each) => each === value) ?? "inline")}
        >
          {VIEWS.map((each) => (
            <Tab key={each} value={each}>
              {strings.views[each]}
            </Tab>
          ))}
        </TabList>
      </div>
      {changes.map(({ key, what, runs }) => (
        <article key={key} className="versions-change">
          <b>{what.kind === "edge" ? strings.parts[what.edge] : KIND_NAMES[what.change].name}</b>
          {view === "inline" ? (
            <p>
              <DiffRuns runs={runs} />
            </p>
          ) : (
            <div className="versions-side">
              <p>
                <DiffRuns runs={runs} side="last" />
              </p>
              <p>
                <DiffRuns runs={runs} side="next" />
              </p>
            </div>
          )}
          {onRestore && what.kind === "point" && <RestoreButton what={what} onRestore={onRestore} />}
        </article>
      ))}
    </>
  );
}

interface RestoreButtonProps {
  readonly what: Extract<VersionChange["what"], { readonly kind: "point" }>;
  readonly onRestore: NonNullable<ChangeListProps["onRestore"]>;
}

/** A point that is new has nothing to go back to; one that went into another comes back beside it. */
function RestoreButton({ what, onRestore }: RestoreButtonProps): ReactNode {
  const { last, change, moved } = what;
  if (last === undefined) return null;
  const now = change === "merged" ? undefined : what.next;
  return (
    <Button size="small" onClick={() => onRestore(last, now, moved)}>
      {change === "moved" ? strings.moveBack : strings.restoreBlock}
    </Button>
  );
}
