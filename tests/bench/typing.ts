/**
 * Keystroke → next paint in a real Chromium: the editor beside a bare ProseMirror with the same schema, numbering and
 * containment, then the whole window of the built app with its panels open.
 */
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { type EditorPage, openEditorPage } from "../e2e/editor/editor-page.ts";
import { repeatedPlan } from "../support/repeated-plan.ts";
import { seedPlans } from "../support/seed-plans.ts";
import { trackedPlan } from "../support/tracked-plan.ts";
import { median, medianOf, type Typed, typeAndMeasure } from "./paints.ts";
import { benchTypingInWindow } from "./typing-in-window.ts";

const SIZES = [60, 1_000, 5_000] as const;
const IN_WINDOW = [60, 1_000] as const;
const RUNS = 5;

interface Figures extends Typed {
  readonly reading: number;
  readonly opening: number;
  /** Milliseconds from command to paint of a new item, and of an item moved, at the top of the plan; ours only. */
  readonly arranging: readonly number[];
}

/**
 * Prints medians of five runs. Targets: p50 ≤ 16 ms and p95 ≤ 33 ms at 1 000 items; growth ≤ 1.3 to 1 000 and ≤ 2 to
 * 5 000 items; ≤ 1.25 of the bare editor; insert and move ≤ 50 ms and opening ≤ 500 ms at 1 000 items.
 */
export async function benchTyping(): Promise<void> {
  const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021");
  if (!seed) throw new Error("the seed jianyang-2021 is missing");
  const editor = await openEditorPage();
  let first: number | undefined;
  try {
    for (const items of SIZES) {
      const plan = repeatedPlan(seed.plan, items);
      const ours: Figures[] = [];
      const tracked: Figures[] = [];
      const bare: Figures[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        ours.push(await measure(editor, plan, "open"));
        tracked.push(await measure(editor, trackedPlan(plan), "open"));
        bare.push(await measure(editor, plan, "openBare"));
      }
      print(`${items} items`, ours);
      print(`${items} items, changes tracked`, tracked);
      print(`${items} items, bare ProseMirror`, bare);
      const own = middle(ours);
      first ??= own;
      console.log(
        `  ratio to bare ${(own / middle(bare)).toFixed(2)}, to 60 items ${(own / first).toFixed(2)}`,
      );
    }
  } finally {
    await editor.close();
  }
  await benchTypingInWindow(
    new Map(
      IN_WINDOW.flatMap((items) => {
        const plan = repeatedPlan(seed.plan, items);
        return [
          [`${items} items`, plan],
          [`${items} items, changes tracked,`, trackedPlan(plan)],
        ] as const;
      }),
    ),
  );
}

async function measure(editor: EditorPage, plan: WorkPlan, way: "open" | "openBare"): Promise<Figures> {
  await editor.page.reload();
  const before = performance.now();
  await editor[way](plan);
  await editor.caret("深入推进", 6);
  const opening = performance.now() - before;
  const typed = await typeAndMeasure(editor.page, editor.devtools);
  const reading = await editor.page.evaluate(readAfterOneKey);
  const arranging = way === "open" ? await editor.page.evaluate(arrangeParts) : [];
  return { ...typed, reading, opening, arranging };
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

/** Runs in the page: milliseconds until the page shows a new item, and that item moved, with all the numbers behind. */
async function arrangeParts(): Promise<number[]> {
  const { addItem, movePartDown } = window.harness.editing;
  const times: number[] = [];
  for (const command of [addItem, movePartDown]) {
    const start = performance.now();
    if (!window.harness.run(command)) throw new Error("the command does nothing here");
    await new Promise<void>((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
    });
    times.push(performance.now() - start);
  }
  return times;
}

function middle(runs: readonly Figures[]): number {
  return medianOf(
    runs.map(({ paints }) => paints),
    0.5,
  );
}

function print(name: string, runs: readonly Figures[]): void {
  const at = (share: number) =>
    medianOf(
      runs.map(({ paints }) => paints),
      share,
    ).toFixed(1);
  const of = (value: (run: Figures) => number) => median(runs.map(value));
  const arranged = runs[0]?.arranging.length
    ? `; insert ${of(({ arranging }) => arranging[0] ?? 0).toFixed(0)} ms, move ${of(({ arranging }) => arranging[1] ?? 0).toFixed(0)} ms`
    : "";
  console.log(
    `${name}: key → paint p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; ` +
      `fromDoc after a key ${of(({ reading }) => reading).toFixed(2)} ms; ` +
      `open → caret ${of(({ opening }) => opening).toFixed(0)} ms${arranged}; ` +
      `long tasks ${runs.flatMap(({ longTasks }) => longTasks).length}`,
  );
}
