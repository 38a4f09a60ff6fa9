/** What exactly is wrong with a document that cannot be read, so that each matter can have its own remedy. */
import type { Failure } from "./contract.ts";

export const SOURCE_PROBLEMS = [
  "ofd",
  "spreadsheet",
  "presentation",
  "rtf",
  "odt",
  "mht",
  "image",
  "archive",
  "program",
  "scan",
  "encrypted",
  "bomb",
  "lines",
  "damaged",
  "slow",
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** First word of a failure's detail → the matter. */
const BY_DETAIL: Readonly<Record<string, SourceProblem>> = {
  ofd: "ofd",
  xls: "spreadsheet",
  xlsx: "spreadsheet",
  ppt: "presentation",
  pptx: "presentation",
  rtf: "rtf",
  odt: "odt",
  mht: "mht",
  png: "image",
  jpeg: "image",
  gif: "image",
  zip: "archive",
  rar: "archive",
  "7z": "archive",
  gzip: "archive",
  executable: "program",
  scan: "scan",
  encrypted: "encrypted",
  bomb: "bomb",
  lines: "lines",
  "too-many-entries": "bomb",
};

const PLAN_ENDING = ".yaodian";

/** The matter of a failed reading; undefined where the failure code says it all, as for a plan file of this app. */
export function sourceProblemOf({
  code,
  detail,
  name,
}: Pick<Failure, "code" | "detail" | "name">): SourceProblem | undefined {
  if (code === "timed-out") return "slow";
  const known = BY_DETAIL[/^[\w-]*/.exec(detail)?.[0] ?? ""];
  if (known && (code === "unsupported-format" || code === "damaged" || code === "too-large")) return known;
  return code === "damaged" && !name?.endsWith(PLAN_ENDING) ? "damaged" : undefined;
}
