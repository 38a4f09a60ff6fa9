/** The line between two views of the text: dragged, moved with the arrow keys, or pressed Escape on to end it. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { splitStrings as strings } from "./split.strings.ts";
import {
  boundedShare,
  EVEN_SHARE,
  LEAST_SHARE,
  MOST_SHARE,
  type SplitDirection,
  shareAfterKey,
} from "./split-share.ts";

export interface SplitDividerProps {
  readonly direction: SplitDirection;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

export function SplitDivider({ direction, share, onShare }: SplitDividerProps): ReactNode {
  const dragging = useRef(false);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const around = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!dragging.current || !around) return;
    const part =
      direction === "below"
        ? (event.clientY - around.top) / around.height
        : (event.clientX - around.left) / around.width;
    onShare(boundedShare(part * 100));
  };
  const release = () => {
    dragging.current = false;
  };
  const press = (event: KeyboardEvent) => {
    const next = shareAfterKey(share, event.key, direction);
    if (next === undefined) return;
    event.preventDefault();
    onShare(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own
    <div
      role="separator"
      aria-orientation={direction === "below" ? "horizontal" : "vertical"}
      aria-label={strings.divider}
      aria-valuenow={share}
      aria-valuemin={LEAST_SHARE}
      aria-valuemax={MOST_SHARE}
      tabIndex={0}
      className="split-divider focusable"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
      }}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => onShare(EVEN_SHARE)}
      onKeyDown={press}
    />
  );
}
