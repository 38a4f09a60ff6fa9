/** The first characters of a body, moved on to its first match where that lies further back. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Characters shown on a card. */
const LENGTH = 60;
/** Text shown before a match that is not at the beginning. */
const BEFORE = 12;

export function excerptOf(body: string, matches: readonly (readonly [number, number])[]): Excerpt {
  const flat = body.replaceAll("\n", " ");
  const first = matches[0]?.[0] ?? 0;
  const from = first + BEFORE <= LENGTH ? 0 : first - BEFORE;
  const to = Math.min(flat.length, from + LENGTH);
  const head = from > 0 ? "…" : "";
  const shift = head.length - from;
  return {
    text: `${head}${flat.slice(from, to)}${to < flat.length ? "…" : ""}`,
    ranges: matches
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift] as const),
  };
}
