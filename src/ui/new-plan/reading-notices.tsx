/** The notices of a reading: doubts with a choice where there is one, repairs and dropped lines folded. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import { messageOf } from "../../core/reading/outline.ts";
import type { PlanReading, ReadingNotice } from "../../core/reading/plan-reading.ts";
import { headingInDoubt, withHeadingStop } from "./heading-choice.ts";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import type { ReadOutlineRow } from "./outline-of-reading.ts";

export interface DoubtsProps {
  readonly reading: PlanReading;
  /** The plan with the drafter's decisions so far. */
  readonly plan: WorkPlan;
  readonly onCorrect: (plan: WorkPlan) => void;
  readonly rows: readonly ReadOutlineRow[];
}

/** What the drafter should look at, first of all. */
export function Doubts({ reading, plan, rows, onCorrect }: DoubtsProps): ReactNode {
  const doubts = reading.notices.filter((notice) => isDoubt(reading, notice));
  if (doubts.length === 0) return <p className="new-plan-no-doubts quiet">{strings.noDoubts}</p>;
  return (
    <section className="new-plan-doubts">
      <h4>{strings.doubts(doubts.length)}</h4>
      <ul>
        {doubts.map((notice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notices of a reading never change
          <li key={index}>
            <Doubt notice={notice} reading={reading} plan={plan} rows={rows} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DoubtProps extends DoubtsProps {
  readonly notice: ReadingNotice;
}

function Doubt({ notice, reading, plan, rows, onCorrect }: DoubtProps): ReactNode {
  const heading = headingInDoubt(reading, notice);
  const block = heading ?? notice.block;
  return (
    <>
      {heading === undefined ? (
        <NoticeRow notice={notice} ordinal={rows.find((row) => row.id === block)?.ordinal ?? ""} />
      ) : (
        <>
          <p className="new-plan-notice">
            {strings.headingDoubt(rows.find((row) => row.id === block)?.ordinal ?? "")}
            {notice.line !== null && <span className="quiet new-plan-note">{strings.line(notice.line)}</span>}
          </p>
          <HeadingChoice block={heading} original={reading.plan} plan={plan} onCorrect={onCorrect} />
        </>
      )}
    </>
  );
}

/** A 。 put in behind a heading is always shown: it decides what is printed bold. */
function isDoubt(reading: PlanReading, notice: ReadingNotice): boolean {
  return !notice.certain || headingInDoubt(reading, notice) !== undefined;
}

interface HeadingChoiceProps {
  readonly block: string;
  readonly original: WorkPlan;
  readonly plan: WorkPlan;
  readonly onCorrect: (plan: WorkPlan) => void;
}

/** The two readings of a heading whose 。 was lost. */
function HeadingChoice({ block, original, plan, onCorrect }: HeadingChoiceProps): ReactNode {
  const { asRead, heading, read, unread } = withHeadingStop(original, plan, block);
  return (
    <RadioGroup
      className="new-plan-choice"
      value={asRead ? "read" : "unread"}
      onChange={(_, { value }) => onCorrect(value === "read" ? read : unread)}
    >
      <Radio value="read" label={strings.headingEnds(heading)} />
      <Radio value="unread" label={strings.headingRunsOn} />
    </RadioGroup>
  );
}

function NoticeRow({
  notice,
  ordinal,
}: {
  readonly notice: ReadingNotice;
  readonly ordinal: string;
}): ReactNode {
  return (
    <div className="new-plan-notice">
      <p>
        {ordinal !== "" && <span className="new-plan-ordinal">{ordinal}</span>}
        {messageOf(notice.code, notice.count)}
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

/** What was mended or dropped, folded. */
export function Repairs({ reading }: { readonly reading: PlanReading }): ReactNode {
  const repairs = reading.notices.filter((notice) => !isDoubt(reading, notice));
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
