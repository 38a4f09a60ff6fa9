/** How much of the page's place the first of two views has, in percent. */

export const LEAST_SHARE = 20;
export const MOST_SHARE = 80;
export const EVEN_SHARE = 50;
/** One press of an arrow key. */
const STEP = 5;

/** Whether the second view stands under the first or to the right of it. */
export type SplitDirection = "below" | "beside";

export function boundedShare(share: number): number {
  return Math.round(Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share)));
}

/** The share after a key on the divider; undefined for a key that does nothing there. */
export function shareAfterKey(share: number, key: string, direction: SplitDirection): number | undefined {
  const [less, more] = direction === "below" ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
  if (key === less) return boundedShare(share - STEP);
  if (key === more) return boundedShare(share + STEP);
  if (key === "Home") return LEAST_SHARE;
  if (key === "End") return MOST_SHARE;
  return key === "Enter" ? EVEN_SHARE : undefined;
}
