/** One row of the comparison: last year's text, what became of it, this year's text. */
import { Button } from "@fluentui/react-components";
import { type DragEvent, memo, type ReactNode, useState } from "react";
import type { ComparedPoint, HeadingPair, PairKind, PointPair } from "../../core/compare/comparison.ts";
import { diffText, type TextRun } from "../../core/compare/diff-text.ts";
import { KIND_NAMES, compareStrings as strings } from "./compare.strings.ts";
import { DiffRuns } from "./diff-runs.tsx";
import { PairMenu } from "./pair-menu.tsx";

/** Type of what is dragged: the id of a point of last year. */
const POINT_TYPE = "application/x-yaodian-last-point";
/** `replace`: instead of the partners that are there; else beside them. */
type OnPair = (last: string, next: string, replace: boolean) => void;

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
  /** Points of last year to pair with. */
  readonly lastPoints: readonly ComparedPoint[];
  readonly onGoTo: (id: string) => void;
  readonly onPair: OnPair;
  readonly onPart: (last: string, next: string) => void;
}

export const PairRow = memo(function PairRow({
  pair,
  lastPoints,
  onGoTo,
  onPair,
  onPart,
}: PairRowProps): ReactNode {
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
        <PairMenu
          label={strings.pairWithLast}
          points={lastPoints}
          canMerge={last !== null}
          onChoose={(id, replace) => onPair(id, next.id, replace)}
        />
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
          onPair(id, next.id, !event.ctrlKey);
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
              <PairMenu
                label={strings.pairWith}
                points={points}
                canMerge
                onChoose={(id, replace) => onPair(last.id, id, replace)}
              />
            </div>
          </div>
        );
      })}
    </section>
  );
}
