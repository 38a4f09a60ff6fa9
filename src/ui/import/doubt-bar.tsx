/** One doubt at a time, with its answers; the drafter goes through them with F8. */
import { Button, Tooltip } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { messageOf } from "../../core/reading/outline.ts";
import type { PlanReading } from "../../core/reading/plan-reading.ts";
import {
  type Answer,
  type Doubt,
  isKindOfProposals,
  PERIOD_INSERTED,
  proposedHeading,
  SEVERAL_PLANS,
} from "./doubts.ts";
import { importStrings as strings } from "./import.strings.ts";
import { shownText } from "./shown-text.ts";

export interface DoubtBarProps {
  readonly doubts: readonly Doubt[];
  /** Index of the doubt that is shown. */
  readonly shown: number;
  readonly plans: PlanReading["plans"];
  readonly onShow: (index: number) => void;
  readonly onAnswer: (doubt: Doubt, answer: Answer) => void;
}

export function DoubtBar({ doubts, shown, plans, onShow, onAnswer }: DoubtBarProps): ReactNode {
  const doubt = doubts[shown];
  if (!doubt) {
    return (
      <p className="import-doubt import-no-doubt quiet" role="status">
        <CheckmarkCircleRegular />
        {strings.noDoubts}
      </p>
    );
  }
  const { notice, answers } = doubt;
  const step = (by: number) => onShow((shown + by + doubts.length) % doubts.length);
  return (
    <section className="import-doubt" aria-label={strings.doubts}>
      <span className="import-doubt-count">{strings.doubt(shown + 1, doubts.length)}</span>
      <p className="import-doubt-text" role="status">
        {notice.line !== null && <span className="import-doubt-line">{strings.line(notice.line)}</span>}
        {notice.code === PERIOD_INSERTED ? strings.headingInDoubt : messageOf(notice.code, notice.count)}
        {notice.code !== PERIOD_INSERTED && notice.code !== SEVERAL_PLANS && <Change doubt={doubt} />}
      </p>
      <span className="import-doubt-answers">
        {answers.map((answer, index) => (
          <Button
            key={JSON.stringify(answer)}
            size="small"
            appearance={index === 0 && notice.code !== SEVERAL_PLANS ? "primary" : "secondary"}
            className="import-answer"
            onClick={() => onAnswer(doubt, answer)}
          >
            {labelOf(doubt, answer, plans)}
          </Button>
        ))}
      </span>
      <span className="import-doubt-steps">
        <Tooltip content={strings.previousKey} relationship="label">
          <Button size="small" appearance="subtle" icon={<ChevronUpRegular />} onClick={() => step(-1)} />
        </Tooltip>
        <Tooltip content={strings.nextKey} relationship="label">
          <Button size="small" appearance="subtle" icon={<ChevronDownRegular />} onClick={() => step(1)} />
        </Tooltip>
      </span>
    </section>
  );
}

/** What the text was, where the answers do not say so. */
function Change({ doubt }: { readonly doubt: Doubt }): ReactNode {
  const { before, after } = doubt.notice;
  if (doubt.answers.includes("refuse")) return null;
  return (
    <>
      {before !== "" && <q className="import-quote">{before}</q>}
      {before !== "" && after !== "" && <span aria-hidden="true"> → </span>}
      {after !== "" && <q className="import-quote">{shownText(after)}</q>}
    </>
  );
}

function labelOf({ notice }: Doubt, answer: Answer, plans: PlanReading["plans"]): string {
  if (typeof answer === "object")
    return "plan" in answer
      ? (plans[answer.plan]?.title ?? strings.untitled)
      : strings.makeRole(strings.roles[answer.role]);
  switch (answer) {
    case "seen":
      return strings.seen;
    case "keep":
      if (notice.code === PERIOD_INSERTED) return strings.headingEnds(proposedHeading(notice));
      if (isKindOfProposals(notice)) return notice.count > 1 ? strings.acceptAll : strings.accept;
      return notice.applied === false
        ? strings.applyRepair(shownText(notice.after))
        : strings.keepRepair(shownText(notice.after));
    case "refuse":
      if (isKindOfProposals(notice)) return strings.keepSource;
      return notice.code === PERIOD_INSERTED ? strings.headingRunsOn : strings.refuse(notice.before);
  }
}
