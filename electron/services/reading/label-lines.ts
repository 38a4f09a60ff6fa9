/** Automatic numbers put in front of the lines they belong to. */
import type { NumberedParagraph } from "../../../src/formats/word-binary/automatic-numbers.ts";

/** Two readers of one file cut its text alike, but for what stands in tables and fields: so many lines are looked through. */
const NEAR = 200;
/** Characters that tell lines apart. */
const KEY = 24;

export interface LabelledLines {
  readonly lines: readonly string[];
  /** How many numbers were written out. */
  readonly count: number;
}

/** Lines with the labels of the paragraphs that begin with the same text, looked for in order. */
export function labelLines(
  lines: readonly string[],
  paragraphs: readonly NumberedParagraph[],
): LabelledLines {
  const result = [...lines];
  const keys = lines.map(keyOf);
  let from = 0;
  let count = 0;
  for (const { text, label } of paragraphs) {
    const key = keyOf(text);
    if (key === "") continue;
    const near = keys.slice(from, from + NEAR).findIndex((each) => each !== "" && each === key);
    if (near < 0) continue;
    const at = from + near;
    from = at + 1;
    if (label === "") continue;
    result[at] = `${label}${result[at]?.trimStart() ?? ""}`;
    count += 1;
  }
  return { lines: result, count };
}

function keyOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "").slice(0, KEY);
}
