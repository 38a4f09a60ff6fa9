import { fillPlaces } from "../compare/note.ts";
import words from "./data/target-words.json" with { type: "json" };
import type { TextTarget } from "./target.ts";

/** The figure of a target in words: `98%以上`, `下降0.5%`, `只增不减`. */
export function figureWords({
  comparator,
  value,
  unit,
}: Pick<TextTarget, "comparator" | "value" | "unit">): string {
  return fillPlaces(words.comparators[comparator], { value: value === null ? "" : `${value}${unit}` });
}
