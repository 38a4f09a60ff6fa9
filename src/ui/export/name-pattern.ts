/** Names of exported files by the office's pattern. */
import type { FrontMatter } from "../../core/plan/model.ts";
import { fileNameOf } from "../session/file-names.ts";

/** The title alone. */
export const DEFAULT_PATTERN = "{标题}";
/** Longest pattern that is kept. */
export const LONGEST_PATTERN = 200;

export interface NamedPlan {
  readonly title: string;
  readonly year: number | null;
  readonly frontMatter: FrontMatter;
}

/** File name without ending: the places of the pattern filled in; what is not given leaves no gap of marks behind. */
export function nameByPattern(pattern: string, plan: NamedPlan, fallback: string): string {
  const { issuer, documentNumber, dateOfIssue } = plan.frontMatter;
  const values: Readonly<Record<string, string>> = {
    标题: plan.title.replaceAll("\n", ""),
    年份: plan.year === null ? "" : String(plan.year),
    发文机关: issuer,
    发文字号: documentNumber,
    成文日期: dateOfIssue ?? "",
  };
  const filled = pattern
    .replace(/\{([^{}]*)\}/g, (place, key: string) => values[key] ?? place)
    .replace(/^[\s_-]+|[\s_-]+$/g, "")
    .replace(/([\s_-])[\s_-]+/g, "$1");
  return fileNameOf(filled, fallback);
}
