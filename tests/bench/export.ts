/** Export of official DOCX: composing, building and packing, as one job of the export worker does it. */
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { item, plan, section } from "../support/plan-builder.ts";

const RUNS = 5;
const ITEMS_PER_SECTION = 8;
const SIZES = [31, 1_000] as const;
/** Length of an item's text in the plans of bureaus: some 500 characters. */
const BODY =
  "坚持把政治建设摆在首位，健全理论学习制度，完善督查考核机制，推动各级各类学校党组织全面进步、全面过硬。".repeat(
    10,
  );

/** Prints the median of five exports of a notice with a plan of 31 and of 1 000 items. */
export async function benchExport(): Promise<void> {
  for (const size of SIZES) {
    const source = planOf(size);
    const times: number[] = [];
    let bytes = 0;
    for (let index = 0; index < RUNS; index += 1) {
      const start = performance.now();
      const file = await writeDocx(composeDocument(source, { form: "notice" }));
      times.push(performance.now() - start);
      bytes = file.length;
    }
    const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    const slowest = times.at(-1) ?? 0;
    console.log(
      `export ${size} items: ${median.toFixed(0)} ms (slowest of ${RUNS} ${slowest.toFixed(0)} ms), ${Math.round(bytes / 1024)} KiB`,
    );
  }
}

function planOf(size: number): WorkPlan {
  const items = Array.from({ length: size }, (_, index) => item(`深入推进第${index + 1}项工作。${BODY}`));
  const sections = Array.from({ length: Math.ceil(size / ITEMS_PER_SECTION) }, (_, index) =>
    section(
      "坚持立德树人，推动高质量发展",
      items.slice(index * ITEMS_PER_SECTION, (index + 1) * ITEMS_PER_SECTION),
    ),
  );
  return plan("示例市2027年教育工作要点", sections, {
    frontMatter: { issuer: "示例市教育局", addressees: "各校", dateOfIssue: "2027-01-15" },
  });
}
