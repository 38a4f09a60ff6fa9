/** A text with its matched parts in bold. */
import type { ReactNode } from "react";

export interface HighlightedProps {
  readonly text: string;
  /** UTF-16 ranges, in order and not overlapping. */
  readonly ranges: readonly (readonly [number, number])[];
}

export function Highlighted({ text, ranges }: HighlightedProps): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (from < end || to > text.length) continue;
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  parts.push(text.slice(end));
  return parts;
}
