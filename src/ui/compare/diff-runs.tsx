/** What was changed in a text: taken out is struck through, put in is underlined; never by colour alone. */
import type { ReactNode } from "react";
import type { TextRun } from "../../core/compare/diff-text.ts";
import "./diff-runs.css";

export interface DiffRunsProps {
  readonly runs: readonly TextRun[];
  /** Only what one side has; both by default. */
  readonly side?: "last" | "next";
}

export function DiffRuns({ runs, side }: DiffRunsProps): ReactNode {
  return runs.map(({ kind, text }, index) => {
    if (kind === "equal") return text;
    if (kind === "deleted") {
      if (side === "next") return null;
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
      return <del key={index}>{text}</del>;
    }
    if (side === "last") return null;
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
    return <ins key={index}>{text}</ins>;
  });
}
