/** Time to read each seed document, from bytes to outline. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { strToU8, zipSync } from "fflate";
import { readSource } from "../../electron/services/reading/read-source.ts";
import { outlineOf } from "../../src/core/reading/outline.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import { seeds } from "../support/reading.ts";
import { body, p, r } from "../support/word-parts.ts";

export interface BenchRow {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
}

const RUNS = 5;

/** Medians of five runs for every seed and for long and odd texts and a long .docx; prints and returns them. */
export async function benchReading(): Promise<readonly BenchRow[]> {
  const texts = seeds().map((seed) => ({
    name: `read ${seed.file}`,
    bytes: new Uint8Array(readFileSync(new URL(`../../seeds/${seed.file}`, import.meta.url))),
  }));
  const plan = seeds()[0]?.text ?? "";
  const encode = (text: string) => new TextEncoder().encode(text);
  texts.push({ name: "read 10 000 characters", bytes: encode(plan.repeat(2).slice(0, 10_000)) });
  texts.push({ name: "read 1 MB", bytes: encode(plan.repeat(58)) });
  texts.push({ name: "read one line of 5 MB", bytes: encode(plan.replace(/\n/g, "").repeat(290)) });
  texts.push({
    name: "read 1 MB of one-word lines",
    bytes: encode(`2023年工作要点\n${"甲乙\n".repeat(150_000)}`),
  });
  const inline = Array.from({ length: 60_000 }, (_, index) => `${(index % 900) + 1}.加强甲乙`).join("");
  texts.push({
    name: "read 1 MB of numbers in a line",
    bytes: encode(`2023年工作要点\n一、加强\n${inline}`),
  });
  texts.push({ name: "read a .docx of 200 pages", bytes: longDocx() });
  const rows: BenchRow[] = [];
  for (const { name, bytes } of texts) rows.push({ name, median: await median(() => readOnce(bytes)) });
  for (const row of rows) console.log(`${row.name.padEnd(36)} ${row.median.toFixed(1)} ms`);
  return rows;
}

/** About 200 pages of 22 lines of 28 characters. */
function longDocx() {
  const text = "各单位要落实属地责任，完善工作机制，确保任务落到实处。".repeat(22);
  const content = Array.from({ length: 200 }, (_, page) => [
    p(r(`${page + 1}.加强第${page}项工作。${text}`)),
    p(r("落实责任。")),
  ]).flat();
  const document = body(p(r("2023年工作要点")), p(r("一、重点任务")), ...content);
  // Stored: so regular a text would inflate like a bomb.
  return new Uint8Array(zipSync({ "word/document.xml": strToU8(document) }, { level: 0 }));
}

async function readOnce(bytes: Uint8Array): Promise<void> {
  const read = await readSource(bytes);
  if (!read.ok) throw new Error(`${read.code}: ${read.detail}`);
  outlineOf(parsePlan(read.source));
}

async function median(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return times[Math.floor(RUNS / 2)] ?? Number.NaN;
}
