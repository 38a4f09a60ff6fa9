/** Marks for texts of tests. */
import type { DatedMark, OriginMark } from "../../src/core/plan/model.ts";

/** An open dated expression that would move on by one year. */
export function datedMark(from: number, to: number, original: string, id = `dated-${from}`): DatedMark {
  return {
    type: "dated",
    from,
    to,
    id,
    kind: "own-year",
    state: "open",
    original,
    proposed: original.replace(/\d{4}/, (year) => String(Number(year) + 1)),
    certain: true,
    reason: "own-year",
  };
}

export function originSource(from: number, to: number, source = "s1"): OriginMark {
  return { type: "origin", from, to, source };
}
