/** Builders and accountants for tests of reading. */
import { readFileSync } from "node:fs";
import { type Outline, outlineOf } from "../../src/core/reading/outline.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import type { PlanReading, SourceLines } from "../../src/core/reading/plan-reading.ts";
import { seedManifestSchema } from "../../src/core/reading/seed-manifest.ts";

const root = new URL("../../", import.meta.url);

/** Text as numbered lines. */
export function linesOf(text: string): SourceLines {
  return { lines: text.split("\n").map((line, index) => ({ number: index + 1, text: line })), notices: [] };
}

export function readPlan(text: string): PlanReading {
  return parsePlan(linesOf(text));
}

export function readOutline(text: string): Outline {
  return outlineOf(readPlan(text));
}

/** Entries of the seed manifest with their texts. */
export function seeds() {
  const manifest = seedManifestSchema.parse(
    JSON.parse(readFileSync(new URL("seeds/manifest.json", root), "utf8")),
  );
  return manifest.map((seed) => ({
    ...seed,
    text: readFileSync(new URL(`seeds/${seed.file}`, root), "utf8"),
  }));
}

/** Headings of an outline, one a line, indented by level, with their ordinals: `一 加强党建`. */
export function headingsOf(outline: Pick<Outline, "sections" | "items">): readonly string[] {
  const line = (indent: string, node: { readonly ordinal: string | null; readonly heading: string | null }) =>
    `${indent}${node.ordinal ?? "?"} ${node.heading ?? "—"}`;
  const section = (node: Outline["sections"][number], indent: string): readonly string[] => [
    line(indent, node),
    ...node.sections.flatMap((child) => section(child, `${indent}  `)),
    ...node.items.map((item) => line(`${indent}  `, item)),
  ];
  return [
    ...outline.sections.flatMap((node) => section(node, "")),
    ...outline.items.map((item) => line("", item)),
  ];
}

/** Codes of the notices, each once, sorted. */
export function codesOf(reading: {
  readonly notices: readonly { readonly code: string }[];
}): readonly string[] {
  return [...new Set(reading.notices.map((notice) => notice.code))].sort();
}
