/** One row of the comparison: last year's text, what became of it, this year's text. */
import { Button, Select } from "@fluentui/react-components";
import { type DragEvent, memo, type ReactNode, useState } from "react";
import type { ComparedPoint, HeadingPair, PairKind, PointPair } from "../../core/compare/comparison.ts";
import { diffText, type TextRun } from "../../core/compare/diff-text.ts";
import { KIND_NAMES, compareStrings as strings } from "./compare.strings.ts";
import { DiffRuns } from "./diff-runs.tsx";

/** Type of what is dragged: the id of a point of last year. */
const POINT_TYPE = "application/x-yaodian-last-point";
type OnPair = (last: string, next: string) => void;

export function HeadingRow({
  heading: { last, next, overlap },
}: {
  readonly heading: HeadingPair;
}): ReactNode {
  return (
    <div className="compare-row compare-heading">
      <p>{last?.heading}</p>
      <p className="compare-kind">{overlap !== null && strings.overlap(overlap)}</p>
      <p>{next?.heading}</p>
    </div>
  );
}

export interface PairRowProps {
  readonly pair: PointPair;
  readonly onGoTo: (id: string) => void;
  readonly onPair: OnPair;
  readonly onPart: OnPair;
}

export const PairRow = memo(function PairRow({ pair, onGoTo, onPair, onPart }: PairRowProps): ReactNode {
  const { last, next, kind, overlap, forced } = pair;
  const [over, setOver] = useState(false);
  if (!next) return null;
  const runs: readonly TextRun[] = last ? diffText(last.text, next.text) : [];
  return (
    <div className={`compare-row compare-${kind}`}>
      {last ? <LastPoint point={last} text={<DiffRuns runs={runs} side="last" />} /> : <div />}
      <div className="compare-kind">
        <Kind kind={kind} />
        {last && overlap !== null && <span>{strings.overlap(overlap)}</span>}
        {forced && <span className="quiet">{strings.byHand}</span>}
        {last && (
          <Button size="small" appearance="subtle" onClick={() => onPart(last.id, next.id)}>
            {strings.part}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: 配对到… does the same with the keyboard */}
      <div
        className={over ? "compare-point compare-over" : "compare-point"}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(POINT_TYPE)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          const id = event.dataTransfer.getData(POINT_TYPE);
          if (id === "") return;
          event.preventDefault();
          onPair(id, next.id);
        }}
      >
        <p>
          <span className="compare-ordinal">{strings.ordinal(next.ordinal)}</span>
          {last ? <DiffRuns runs={runs} side="next" /> : next.text}
        </p>
        <Button size="small" appearance="subtle" className="compare-edit" onClick={() => onGoTo(next.id)}>
          {strings.edit}
        </Button>
      </div>
    </div>
  );
});

function LastPoint({ point, text }: { readonly point: ComparedPoint; readonly text: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: 配对到… does the same with the keyboard
    <div
      className="compare-point"
      draggable
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(POINT_TYPE, point.id);
        event.dataTransfer.effectAllowed = "link";
      }}
    >
      <p>
        <span className="compare-ordinal">{strings.ordinal(point.ordinal)}</span>
        {text}
      </p>
    </div>
  );
}

function Kind({ kind }: { readonly kind: PairKind }): ReactNode {
  const { letter, name } = KIND_NAMES[kind];
  return (
    <span className={`compare-badge compare-badge-${kind}`}>
      <b>{letter}</b>
      {name}
    </span>
  );
}

export interface DroppedRowsProps {
  readonly dropped: readonly PointPair[];
  /** Points of this year, to pair with. */
  readonly points: readonly ComparedPoint[];
  readonly onPair: OnPair;
  readonly onBringBack: (pair: PointPair) => void;
}

export function DroppedRows({ dropped, points, onPair, onBringBack }: DroppedRowsProps): ReactNode {
  return (
    <section aria-label={strings.dropped}>
      <h3 className="compare-dropped-title">{dropped.length > 0 ? strings.dropped : strings.droppedNone}</h3>
      {dropped.map((pair) => {
        const { last } = pair;
        if (!last) return null;
        return (
          <div key={last.id} className="compare-row compare-dropped">
            <LastPoint point={last} text={last.text} />
            <div className="compare-kind">
              <Kind kind="dropped" />
            </div>
            <div className="compare-dropped-actions">
              <Button size="small" appearance="primary" onClick={() => onBringBack(pair)}>
                {strings.bringBack}
              </Button>
              <Select
                size="small"
                className="compare-choice"
                aria-label={strings.pairWith}
                value=""
                onChange={(_, { value }) => value !== "" && onPair(last.id, value)}
              >
                <option value="">{strings.pairNone}</option>
                {points.map(({ id, ordinal, heading, text }) => (
                  <option key={id} value={id}>
                    {`${ordinal}.${heading || text.slice(0, 20)}`}
                  </option>
                ))}
              </Select>
            </div>
          </div>
        );
      })}
    </section>
  );
}
