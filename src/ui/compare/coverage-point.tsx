/** One point of the superior's plan, what ours has on it, and the drafter's word on that. */
import { Button, Select } from "@fluentui/react-components";
import { memo, type ReactNode } from "react";
import type { CoverageMatch, CoverageRow } from "../../core/compare/coverage.ts";
import { type CoverageState, coverageStateSchema } from "../../core/plan/comparison-records.ts";
import { compareStrings } from "./compare.strings.ts";
import { coverageStrings as strings } from "./coverage.strings.ts";

const STATES = coverageStateSchema.options;

export interface CoveragePointProps {
  readonly row: CoverageRow;
  readonly caretPoint: string | null;
  /** Undefined: back to what is proposed. */
  readonly onDecide: (id: string, state: CoverageState | undefined) => void;
  readonly onGoTo: (id: string) => void;
  readonly onAdd: () => void;
}

export const CoveragePoint = memo(function CoveragePoint(props: CoveragePointProps): ReactNode {
  const { row, caretPoint, onDecide, onGoTo, onAdd } = props;
  const { superior, state, decided, matches } = row;
  const isAtCaret = caretPoint !== null && matches.some(({ point }) => point.id === caretPoint);
  const kind = { covered: "carried", partly: "reworded", "not-ours": "dropped" }[state];
  return (
    <div className={`compare-row coverage-row compare-${kind} ${isAtCaret ? "coverage-at-caret" : ""}`}>
      <div className="compare-point">
        <p className="coverage-heading">
          <span className="compare-ordinal">{compareStrings.ordinal(superior.ordinal)}</span>
          {superior.heading || superior.text}
        </p>
        {superior.heading !== "" && superior.text.length > superior.heading.length + 1 && (
          <details className="coverage-text">
            <summary className="focusable">{strings.more}</summary>
            <p>{superior.text}</p>
          </details>
        )}
      </div>
      <div className="compare-kind">
        <Select
          size="small"
          className="coverage-choice"
          aria-label={strings.state(superior.ordinal)}
          value={state}
          onChange={(_, { value }) =>
            onDecide(
              superior.id,
              STATES.find((each) => each === value),
            )
          }
        >
          {STATES.map((each) => (
            <option key={each} value={each}>
              {strings.states[each]}
            </option>
          ))}
        </Select>
        {decided ? (
          <Button
            size="small"
            appearance="subtle"
            title={strings.undecide}
            onClick={() => onDecide(superior.id, undefined)}
          >
            {strings.decided}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="subtle"
            title={strings.proposed}
            onClick={() => onDecide(superior.id, state)}
          >
            {strings.confirm}
          </Button>
        )}
      </div>
      <div className="compare-point">
        {isAtCaret && <p className="coverage-caret">{strings.atCaret}</p>}
        {matches.map((match) => (
          <Match key={match.point.id} match={match} onGoTo={onGoTo} />
        ))}
        {matches.length === 0 && <p className="quiet">{strings.noMatch}</p>}
        {state !== "covered" && (
          <Button size="small" onClick={onAdd}>
            {strings.add}
          </Button>
        )}
      </div>
    </div>
  );
});

function Match({
  match,
  onGoTo,
}: {
  readonly match: CoverageMatch;
  readonly onGoTo: (id: string) => void;
}): ReactNode {
  const { point, overlap, tooClose, copied } = match;
  return (
    <div className="coverage-match">
      <button type="button" className="chain-link" title={strings.goTo} onClick={() => onGoTo(point.id)}>
        {compareStrings.point(point.ordinal, point.heading || point.text)}
      </button>
      <p className="target-source">
        {strings.overlap(overlap)}
        {tooClose && <span className="target-alarm">{strings.tooClose}</span>}
      </p>
      {tooClose &&
        copied.map((sentence) => (
          <p key={sentence} className="coverage-copied">
            {strings.copied(sentence)}
          </p>
        ))}
    </div>
  );
}
