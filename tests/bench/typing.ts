/** Keystroke → next paint and `fromDoc` after one key, in a real Chromium, beside a bare ProseMirror editor. */
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { type EditorPage, openEditorPage } from "../e2e/editor/editor-page.ts";
import { repeatedPlan } from "../support/repeated-plan.ts";
import { seedPlans } from "../support/seed-plans.ts";

const SIZES = [31, 1_000];
const RUNS = 5;
/** Keys of one run, of which the first warm up. */
const KEYS = 60;
const WARM_UP = 10;
/** A fast typist; the pause lets each key have its own frame. */
const PAUSE_MS = 60;

interface Figures {
  readonly typing: readonly number[];
  readonly reading: number;
  readonly opening: number;
}

/** Prints medians of five runs. Targets: p50 ≤ 16 ms and p95 ≤ 33 ms at 1 000 items. */
export async function benchTyping(): Promise<void> {
  const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021");
  if (!seed) throw new Error("the seed jianyang-2021 is missing");
  const editor = await openEditorPage();
  try {
    for (const items of SIZES) {
      const plan = repeatedPlan(seed.plan, items);
      const ours: Figures[] = [];
      const bare: Figures[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        ours.push(await measure(editor, plan, "open"));
        bare.push(await measure(editor, plan, "openBare"));
      }
      print(`${items} items`, ours);
      print(`${items} items, bare ProseMirror`, bare);
    }
  } finally {
    await editor.close();
  }
}

async function measure(editor: EditorPage, plan: WorkPlan, way: "open" | "openBare"): Promise<Figures> {
  await editor.page.reload();
  const before = performance.now();
  await editor[way](plan);
  await editor.caret("深入推进", 6);
  const opening = performance.now() - before;
  await editor.page.evaluate(recordPaints);
  for (let key = 0; key < KEYS; key += 1) {
    await editor.devtools.send("Input.insertText", { text: "学" });
    await editor.page.waitForTimeout(PAUSE_MS);
  }
  const typing = await editor.page.evaluate(() => window.paints);
  const reading = await editor.page.evaluate(readAfterOneKey);
  return { typing: typing.slice(WARM_UP), reading, opening };
}

declare global {
  interface Window {
    /** Milliseconds from each input event to the frame after it. */
    paints: number[];
  }
}

/** Runs in the page: the time from `beforeinput` until the frame that shows the key has been made. */
function recordPaints(): void {
  window.paints = [];
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

/** Runs in the page: milliseconds for the plan of a document in which one paragraph has changed. */
function readAfterOneKey(): number {
  const { harness } = window;
  harness.plan();
  const view = harness.view();
  view.dispatch(view.state.tr.insertText("习"));
  const start = performance.now();
  harness.plan();
  return performance.now() - start;
}

function print(name: string, runs: readonly Figures[]): void {
  const at = (share: number) => median(runs.map(({ typing }) => quantile(typing, share)));
  const reading = median(runs.map((run) => run.reading));
  const opening = median(runs.map((run) => run.opening));
  console.log(
    `${name}: key → paint p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms; ` +
      `fromDoc after a key ${reading.toFixed(2)} ms; open → caret ${opening.toFixed(0)} ms`,
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
