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
    for (const peer of peersOf(html, txt, output)) await benchPeer(peer, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Peer {
  readonly name: string;
  /** Programs to try, the first that answers `version` is taken. */
  readonly programs: readonly string[];
  readonly version: readonly string[];
  readonly args: readonly string[];
  /** What installs it on Debian and Ubuntu. */
  readonly install: string;
}

function peersOf(html: string, txt: string, output: string): readonly Peer[] {
  return [
    {
      name: "pandoc",
      programs: ["pandoc"],
      version: ["--version"],
      args: ["-f", "html", html, "-o", output],
      install: "apt-get install pandoc",
    },
    {
      name: "python-docx",
      // The first python3 of the path may be one of its own that does not see the packages of the system.
      programs: ["python3", "/usr/bin/python3"],
      version: [
        "-c",
        "import docx, sys; print('python-docx', docx.__version__, 'on Python', sys.version.split()[0])",
      ],
      args: ["-c", PYTHON_DOCX, txt, output],
      install: "apt-get install python3-docx",
    },
  ];
}

async function benchPeer({ name, programs, version, args, install }: Peer, size: number): Promise<void> {
  const found = await firstAnswering(programs, version);
  if (!found) {
    console.log(`export ${size} items, ${name}: not installed, on Debian: ${install}`);
    return;
  }
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    await run(found.program, args);
    times.push(performance.now() - start);
  }
  print(`${size} items, ${name}`, times, `${found.version}, the start of the program in it`);
}

/** The first program that can be run with the arguments, and the first line of what it says. */
async function firstAnswering(
  programs: readonly string[],
  args: readonly string[],
): Promise<{ readonly program: string; readonly version: string } | undefined> {
  for (const program of programs) {
    const said = await run(program, args).catch(() => undefined);
    if (said) return { program, version: said.stdout.split("\n")[0] ?? "" };
  }
  return undefined;
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
