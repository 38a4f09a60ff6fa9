/**
 * Export of official documents: composing, placing the imprint, building and packing, as one job of the export worker
 * does it; beside other programs that make a DOCX of the same text, where they are installed.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { writeTxt } from "../../src/formats/txt/write-txt.ts";
import { htmlFragment, writeHtml } from "../../src/formats/web/write-html.ts";
import { NOTICE, taskTable } from "../support/official-samples.ts";
import { item, plan, section } from "../support/plan-builder.ts";

const run = promisify(execFile);
const RUNS = 5;
const ITEMS_PER_SECTION = 8;
const SIZES = [31, 1_000] as const;
/** Length of an item's text in the plans of bureaus: some 500 characters. */
const BODY =
  "坚持把政治建设摆在首位，健全理论学习制度，完善督查考核机制，推动各级各类学校党组织全面进步、全面过硬。".repeat(
    10,
  );
const PYTHON_DOCX = `
import sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8"):
    document.add_paragraph(line.rstrip())
document.save(sys.argv[2])
`;

/** Prints medians of five exports of a sealed notice with imprint and a plan of 31 and of 1 000 items. */
export async function benchExport(): Promise<void> {
  for (const size of SIZES) {
    const source = planOf(size);
    await bench(`${size} items, DOCX`, () => writeDocx(composeDocument(source)));
    await bench(`${size} items, TXT and HTML`, async () => {
      const document = composeDocument(source);
      return new TextEncoder().encode(writeTxt(document) + writeHtml(document));
    });
    await benchOthers(source, size);
  }
  const attachments = [taskTable(100, true)];
  const withTable = { ...planOf(31), frontMatter: { ...planOf(31).frontMatter, attachments } };
  await bench("31 items and a table of 100 rows, DOCX", () => writeDocx(composeDocument(withTable)));
}

async function bench(name: string, job: () => Promise<Uint8Array>): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    bytes = (await job()).length;
    times.push(performance.now() - start);
  }
  print(name, times, `${Math.round(bytes / 1024)} KiB`);
}

/** Other programs do less: no measures of the standard, no imprint, no page that must be even. */
async function benchOthers(source: WorkPlan, size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-bench-"));
  try {
    const document = composeDocument(source);
    const html = join(folder, "plan.html");
    const txt = join(folder, "plan.txt");
    const output = join(folder, "plan.docx");
    await writeFile(html, htmlFragment(document));
    await writeFile(txt, writeTxt(document));
    await benchProgram(`${size} items, pandoc`, "pandoc", ["--version"], ["-f", "html", html, "-o", output]);
    const version = ["-c", "import docx; print('python-docx', docx.__version__)"];
    await benchProgram(`${size} items, python-docx`, "python3", version, ["-c", PYTHON_DOCX, txt, output]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchProgram(
  name: string,
  program: string,
  version: readonly string[],
  args: readonly string[],
): Promise<void> {
  const found = await run(program, version).then(
    ({ stdout }) => stdout.split("\n")[0],
    () => undefined,
  );
  if (found === undefined) {
    console.log(`export ${name}: not installed`);
    return;
  }
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    await run(program, args);
    times.push(performance.now() - start);
  }
  print(name, times, `${found}, the start of the program in it`);
}

function print(name: string, times: readonly number[], note: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(RUNS / 2)] ?? 0;
  const slowest = sorted.at(-1) ?? 0;
  console.log(
    `export ${name}: ${median.toFixed(0)} ms (slowest of ${RUNS} ${slowest.toFixed(0)} ms), ${note}`,
  );
}

function planOf(size: number): WorkPlan {
  const items = Array.from({ length: size }, (_, index) => item(`深入推进第${index + 1}项工作。${BODY}`));
  const sections = Array.from({ length: Math.ceil(size / ITEMS_PER_SECTION) }, (_, index) =>
    section(
      "坚持立德树人，推动高质量发展",
      items.slice(index * ITEMS_PER_SECTION, (index + 1) * ITEMS_PER_SECTION),
    ),
  );
  return plan("示例市2027年教育工作要点", sections, { frontMatter: NOTICE });
}
