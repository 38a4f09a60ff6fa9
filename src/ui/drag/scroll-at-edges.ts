/** Scrolls a list on while something is dragged near its upper or lower edge, the faster the nearer. */

/** Height of the zone at either edge, in pixels. */
const ZONE = 48;
/** Pixels a frame at the very edge: a page of a thousand rows takes some seconds. */
const FASTEST = 24;

export interface EdgeScroll {
  /** The pointer is at this height of the window. */
  readonly at: (y: number) => void;
  readonly stop: () => void;
}

export function createEdgeScroll(element: HTMLElement): EdgeScroll {
  let speed = 0;
  let frame: number | undefined;
  const step = () => {
    frame = undefined;
    if (speed === 0) return;
    element.scrollTop += speed;
    frame = requestAnimationFrame(step);
  };
  return {
    at: (y) => {
      const { top, bottom } = element.getBoundingClientRect();
      speed = speedAt(y, top, bottom);
      if (speed !== 0) frame ??= requestAnimationFrame(step);
    },
    stop: () => {
      speed = 0;
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}

/** Pixels a frame, upwards negative; 0 away from the edges. */
export function speedAt(y: number, top: number, bottom: number): number {
  if (y < top + ZONE) return -Math.ceil(FASTEST * nearness(y - top));
  if (y > bottom - ZONE) return Math.ceil(FASTEST * nearness(bottom - y));
  return 0;
}

/** 1 at the edge and beyond, 0 where the zone ends. */
function nearness(distance: number): number {
  return Math.min(1, Math.max(0, 1 - distance / ZONE));
}
