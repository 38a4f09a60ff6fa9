/** `npm run bench [-- PART…]`: prints the figures of every part, or of the parts named, as medians on this machine. */
import { cpus, loadavg } from "node:os";
import { benchCompare } from "./compare.ts";
import { benchExport } from "./export.ts";
import { benchImport } from "./import.ts";
import { benchPreview } from "./preview.ts";
import { benchReading } from "./reading.ts";
import { benchStart } from "./start.ts";
import { benchSuggest } from "./suggest.ts";
import { benchTyping } from "./typing.ts";

const PARTS = {
  reading: benchReading,
  import: () => benchImport(),
  suggest: benchSuggest,
  compare: benchCompare,
  typing: benchTyping,
  export: benchExport,
  preview: benchPreview,
  start: benchStart,
} as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(", ")}; parts: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? "?"}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);
for (const [name, bench] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name}`);
  await bench();
}
