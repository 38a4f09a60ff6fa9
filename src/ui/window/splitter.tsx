/** The line between two panes: dragged with the mouse, or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { boundedWidth, PANE_LIMITS, type PaneSide } from "../session/settings.ts";

/** One press of an arrow key, in CSS pixels. */
const KEY_STEP = 16;

export interface SplitterProps {
  readonly side: PaneSide;
  readonly width: number;
  readonly label: string;
  readonly onResize: (width: number) => void;
}

export function Splitter({ side, width, label, onResize }: SplitterProps): ReactNode {
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined);
  /** A move to the right widens the left pane and narrows the right one. */
  const direction = side === "left" ? 1 : -1;
  const resize = (to: number) => onResize(boundedWidth(side, to));

  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const move = (event: PointerEvent) => {
    const start = drag.current;
    if (start) resize(start.width + (event.clientX - start.x) * direction);
  };
  const release = () => {
    drag.current = undefined;
  };
  const pressKey = (event: KeyboardEvent) => {
    const sign = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (sign === 0) return;
    event.preventDefault();
    resize(width + sign * direction * KEY_STEP);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANE_LIMITS[side].least}
      aria-valuemax={PANE_LIMITS[side].most}
      tabIndex={0}
      className="splitter focusable"
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => resize(PANE_LIMITS[side].usual)}
      onKeyDown={pressKey}
    />
  );
}
