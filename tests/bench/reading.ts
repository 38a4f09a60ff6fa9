/** Time to read each seed document, from bytes to outline. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { outlineOf } from "../../src/core/reading/outline.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import { readText } from "../../src/formats/text/decode-text.ts";
import { seeds } from "../support/reading.ts";

export interface BenchRow {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
}

const RUNS = 5;

/** Medians of five runs for every seed and for texts of 10 000 characters, 1 MB and one line of 5 MB; prints and returns them. */
export function benchReading(): readonly BenchRow[] {
  const texts = seeds().map((seed) => ({
    name: `read ${seed.file}`,
    bytes: new Uint8Array(readFileSync(new URL(`../../seeds/${seed.file}`, import.meta.url))),
  }));
  const plan = seeds()[0]?.text ?? "";
  const encode = (text: string) => new TextEncoder().encode(text);
  texts.push({ name: "read 10 000 characters", bytes: encode(plan.repeat(2).slice(0, 10_000)) });
  texts.push({ name: "read 1 MB", bytes: encode(plan.repeat(58)) });
  texts.push({ name: "read one line of 5 MB", bytes: encode(plan.replace(/\n/g, "").repeat(290)) });
  const rows = texts.map(({ name, bytes }) => ({ name, median: median(() => readOnce(bytes)) }));
  for (const row of rows) console.log(`${row.name.padEnd(36)} ${row.median.toFixed(1)} ms`);
  return rows;
}

function readOnce(bytes: Uint8Array): void {
  const read = readText(bytes);
  if (!read.ok) throw new Error(`${read.code}: ${read.detail}`);
  outlineOf(parsePlan(read.source));
}

function median(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return times[Math.floor(RUNS / 2)] ?? Number.NaN;
}
