/** One target: what is promised, what last year promised and reached, and what to look at. */
import { type ReactNode, useEffect, useRef } from "react";
import type { TargetRow } from "../../core/targets/compare-targets.ts";
import { figureWords } from "../../core/targets/figure-words.ts";
import { ALARMS, targetStrings as strings } from "./targets.strings.ts";

export interface TargetRowViewProps {
  readonly id: string;
  readonly row: TargetRow;
  /** Whether a plan of last year lies beside it: without one nothing is new. */
  readonly compared: boolean;
  readonly alarmed: boolean;
  readonly active: boolean;
  readonly atCaret: boolean;
  readonly onShow: () => void;
}

export function TargetRowView(props: TargetRowViewProps): ReactNode {
  const { id, row, compared, alarmed, active, atCaret, onShow } = props;
  const { indicator, last, next, result, met, alarms } = row;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const place = next ?? last;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className={["target", active ? "target-active" : "", atCaret ? "target-caret" : ""].join(" ")}
      onClick={onShow}
    >
      <p className="target-line">
        <span className="target-indicator">{indicator}</span>
        <strong>{next ? figureWords(next) : strings.gone}</strong>
      </p>
      <p className="target-source">{place && strings.item(place.ordinal, place.heading)}</p>
      {(compared || result) && (
        <p className="target-source">
          {compared && <span>{last ? strings.lastValue(figureWords(last)) : strings.isNew}</span>}
          {result && (
            <span title={result.text}>
              {strings.result(figureWords(result))}
              {met !== null && <span> {met ? strings.met : strings.notMet}</span>}
            </span>
          )}
          {alarmed &&
            alarms.map((alarm) => (
              <span key={alarm} className="target-alarm">
                {ALARMS[alarm]}
              </span>
            ))}
        </p>
      )}
    </div>
  );
}
