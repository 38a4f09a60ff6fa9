/** Plans with edits that were never saved, after a crash or a power cut. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { ReplyOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import type { OpenedPlan } from "../platform/platform.ts";
import { useServices } from "../services.ts";
import { dayTime } from "../shared/dates.ts";
import { Modal } from "../shared/modal.tsx";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { startStrings as strings } from "./start.strings.ts";

type RecoverablePlan = ReplyOf<"plan.recoverable">["plans"][number];

export interface RecoverablePlansProps {
  readonly onOpen: (opened: OpenedPlan) => void;
  readonly onFailure: (text: string) => void;
}

export function RecoverablePlans({ onOpen, onFailure }: RecoverablePlansProps): ReactNode {
  const { host, now } = useServices();
  const { answer, reload } = useLoad("plan.recoverable", NOTHING);
  const [discarding, setDiscarding] = useState<RecoverablePlan>();
  const plans = answer?.ok ? answer.value.plans : [];
  if (plans.length === 0) return null;

  const recover = async (plan: RecoverablePlan) => {
    const reply = await host.call("plan.recover", { documentId: plan.documentId });
    if (reply.ok) return onOpen(reply.value);
    onFailure(failureText(reply.failure, "open", plan.name));
  };
  const discard = async (plan: RecoverablePlan) => {
    setDiscarding(undefined);
    const reply = await host.call("plan.discardRecovery", { documentId: plan.documentId });
    if (!reply.ok) onFailure(failureText(reply.failure, "other", plan.name));
    reload();
  };

  return (
    <section className="start-recovery" aria-label={strings.recovery}>
      <h2>{strings.recovery}</h2>
      <p>{strings.recoveryText(plans.length)}</p>
      <ul>
        {plans.map((plan) => (
          <li key={plan.documentId} className="start-recoverable">
            <span className="start-plan-title">{titleOf(plan)}</span>
            <span className="start-plan-meta">
              {strings.recoveryChanges(dayTime(plan.editedAt, now()), plan.changes)}
            </span>
            <span className="start-recoverable-actions">
              <Button size="small" appearance="primary" onClick={() => void recover(plan)}>
                {strings.recover}
              </Button>
              <Button size="small" appearance="subtle" onClick={() => setDiscarding(plan)}>
                {strings.discard}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {discarding && (
        <Modal
          title={strings.discardTitle}
          onCancel={() => setDiscarding(undefined)}
          actions={
            <>
              <Button appearance="primary" onClick={() => setDiscarding(undefined)}>
                {strings.keep}
              </Button>
              <Button onClick={() => void discard(discarding)}>{strings.discardConfirm}</Button>
            </>
          }
        >
          <p>{strings.discardText(titleOf(discarding), discarding.changes)}</p>
        </Modal>
      )}
    </section>
  );
}

function titleOf(plan: RecoverablePlan): string {
  return plan.title.replaceAll("\n", "") || plan.name || strings.untitled;
}
