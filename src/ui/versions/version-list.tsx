/** The versions of a plan, and how much each of them differs from the text or from the version before it. */
import { Button, Select } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { PlanVersion } from "../../core/plan/version.ts";
import { useServices } from "../services.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { dayTime } from "../shared/dates.ts";
import { useVisible } from "../shared/use-visible.ts";
import { type Counting, createCounting } from "./counting.ts";
import { versionStrings as strings, versionName } from "./versions.strings.ts";

const AGAINST = ["now", "previous"] as const;
type Against = (typeof AGAINST)[number];

export interface VersionListProps {
  /** The newest first. */
  readonly versions: readonly PlanVersion[];
  readonly plan: WorkPlan;
  readonly session: PlanSession;
  readonly chosen: string | undefined;
  readonly onChoose: (version: PlanVersion) => void;
}

export function VersionList({ versions, plan, session, chosen, onChoose }: VersionListProps): ReactNode {
  const [against, setAgainst] = useState<Against>("now");
  const counting = useCounting(session, versions, against, plan);
  const left = useStore(counting, (state) => state.left);
  if (versions.length === 0) return <p className="quiet versions-hint">{strings.empty}</p>;
  return (
    <div className="versions-list" data-scroller>
      <div className="versions-bar">
        <Select
          size="small"
          aria-label={strings.counted}
          value={against}
          onChange={(_, { value }) => setAgainst(AGAINST.find((each) => each === value) ?? "now")}
        >
          {AGAINST.map((each) => (
            <option key={each} value={each}>
              {strings.countedAgainst[each]}
            </option>
          ))}
        </Select>
        {left > 0 && (
          <Button size="small" appearance="subtle" onClick={counting.stop}>
            {strings.stopCounting(left)}
          </Button>
        )}
      </div>
      <ul aria-label={strings.list}>
        {versions.map((version) => (
          <li key={version.id}>
            <VersionRow
              version={version}
              counting={counting}
              pressed={version.id === chosen}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface VersionRowProps {
  readonly version: PlanVersion;
  readonly counting: Counting;
  readonly pressed: boolean;
  readonly onChoose: (version: PlanVersion) => void;
}

function VersionRow({ version, counting, pressed, onChoose }: VersionRowProps): ReactNode {
  const { now } = useServices();
  const { id, keptAt, author, characters, label, cause } = version;
  const row = useRef<HTMLButtonElement>(null);
  const visible = useVisible(row);
  const counts = useStore(counting, (state) => state.counts.get(id));
  useEffect(() => {
    if (visible) counting.want(id);
  }, [visible, counting, id]);
  return (
    <button
      ref={row}
      type="button"
      className="versions-row focusable"
      aria-pressed={pressed}
      onClick={() => onChoose(version)}
    >
      <strong>{versionName(label, cause)}</strong>
      <span className="quiet">{strings.facts(dayTime(keptAt, now()), author, characters)}</span>
      {counts && <span className="quiet">{strings.counts(counts)}</span>}
      {label.remark !== "" && <span>{label.remark}</span>}
    </button>
  );
}

/** Counts anew whenever what is compared changes; nothing goes on behind a closed list. */
function useCounting(
  session: PlanSession,
  versions: readonly PlanVersion[],
  against: Against,
  plan: WorkPlan,
): Counting {
  const counting = useMemo(
    () =>
      createCounting({
        read: async (id) => {
          const reply = await session.versionPlan(id);
          return reply.ok ? reply.value.plan : undefined;
        },
        pair: async (id, read) => {
          if (against === "now") return [await read(id), plan];
          const previous = versions[versions.findIndex((version) => version.id === id) + 1];
          const next = await read(id);
          return [previous && (await read(previous.id)), next];
        },
      }),
    [session, versions, against, plan],
  );
  useEffect(() => counting.stop, [counting]);
  return counting;
}
