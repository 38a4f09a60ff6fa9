/** Plans that were open lately; in a browser also the list of the 文稿 folder. */
import { Button, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactNode, useState } from "react";
import type { Failure, ReplyOf } from "../../host/contract.ts";
import type { OpenedPlan } from "../platform/platform.ts";
import { useServices } from "../services.ts";
import { dayTime } from "../shared/dates.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { startStrings as strings } from "./start.strings.ts";

type RecentPlan = ReplyOf<"plan.recent">["plans"][number];

export interface RecentPlansProps {
  readonly onOpen: (opened: OpenedPlan) => void;
  readonly onFailure: (failure: Failure, name: string) => void;
  /** The drafter wants to look for a plan that is no longer where it was. */
  readonly onLocate: () => void;
  /** Beside the heading. */
  readonly children: ReactNode;
}

export function RecentPlans({ onOpen, onFailure, onLocate, children }: RecentPlansProps): ReactNode {
  const { host } = useServices();
  const { answer, reload } = useLoad("plan.recent", NOTHING);
  const [opening, setOpening] = useState<string>();

  const open = async (plan: RecentPlan) => {
    if (plan.missing) return onLocate();
    setOpening(plan.handle);
    const reply = await host.call("plan.open", { handle: plan.handle });
    setOpening(undefined);
    if (reply.ok) return onOpen(reply.value);
    onFailure(reply.failure, plan.name);
    reload();
  };
  const forget = async (plan: RecentPlan) => {
    await host.call("plan.forget", { handle: plan.handle });
    reload();
  };

  return (
    <>
      <header className="start-heading">
        <h2>{strings.recent}</h2>
        {children}
      </header>
      {answer && !answer.ok && (
        <p className="start-empty quiet">
          {strings.recentFailed}
          <Button size="small" appearance="transparent" onClick={reload}>
            {strings.retry}
          </Button>
        </p>
      )}
      {answer?.ok && answer.value.plans.length === 0 && (
        <p className="start-empty quiet">{strings.noRecent}</p>
      )}
      {answer?.ok && (
        <ul className="start-recent">
          {answer.value.plans.map((plan) => (
            <RecentRow
              key={plan.handle}
              plan={plan}
              busy={opening === plan.handle}
              onOpen={() => void open(plan)}
              onForget={() => void forget(plan)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface RecentRowProps {
  readonly plan: RecentPlan;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

function RecentRow({ plan, busy, onOpen, onForget }: RecentRowProps): ReactNode {
  const { now } = useServices();
  return (
    <li className={plan.missing ? "start-plan start-plan-missing" : "start-plan"}>
      <button type="button" className="start-plan-open" onClick={onOpen} aria-busy={busy}>
        <span className="start-plan-title">{oneLine(plan.title) || plan.name}</span>
        <span className="start-plan-excerpt">{plan.missing ? strings.missing : plan.excerpt}</span>
        <span className="start-plan-meta">
          <span className="start-plan-name">{plan.name}</span>
          <span>{dayTime(plan.editedAt, now())}</span>
        </span>
      </button>
      <Tooltip content={strings.forgetShort} relationship="description">
        <Button
          className="start-plan-forget"
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={strings.forget(plan.name)}
          onClick={onForget}
        />
      </Tooltip>
    </li>
  );
}

/** A title may be broken by sense; in a list it stands on one line. */
function oneLine(title: string): string {
  return title.replaceAll("\n", "");
}
