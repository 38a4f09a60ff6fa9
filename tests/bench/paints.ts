/** Measures in a page: keys and commands to the frame that shows them, and tasks that hold the page up. */
import type { CDPSession, Page } from "playwright-core";

/** Keys of one run, of which the first warm up. */
const KEYS = 60;
const WARM_UP = 10;
/** A fast typist; the pause lets each key have its own frame. */
const PAUSE_MS = 60;

declare global {
  interface Window {
    /** Milliseconds from each input event to the frame after it. */
    paints: number[];
    /** Milliseconds of every task over 50 ms since `recordPaints`. */
    longTasks: number[];
  }
}

export interface Typed {
  /** Milliseconds from key to paint, one for each key after the warm-up. */
  readonly paints: readonly number[];
  readonly longTasks: readonly number[];
}

/** Types characters at the caret and says how long each took to be seen. */
export async function typeAndMeasure(page: Page, devtools: CDPSession): Promise<Typed> {
  await page.evaluate(recordPaints);
  for (let key = 0; key < KEYS; key += 1) {
    await devtools.send("Input.insertText", { text: "学" });
    await page.waitForTimeout(PAUSE_MS);
  }
  const { paints, longTasks } = await page.evaluate(() => ({
    paints: window.paints,
    longTasks: window.longTasks,
  }));
  return { paints: paints.slice(WARM_UP), longTasks };
}

/** Runs in the page: from `beforeinput` until the frame that shows the key has been made. */
function recordPaints(): void {
  window.paints = [];
  window.longTasks = [];
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
  document.addEventListener(
    "beforeinput",
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message posted inside a frame arrives after it has been painted.
        port1.onmessage = () => window.paints.push(performance.now() - start);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Value below which a share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Medians over the runs of a share of each run's values, e.g. of its p95. */
export function medianOf(runs: readonly (readonly number[])[], share: number): number {
  return median(runs.map((values) => quantile(values, share)));
}
