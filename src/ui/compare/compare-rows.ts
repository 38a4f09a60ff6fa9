/** Rows of the comparison as it is read: headings of this year with their overlap, pairs under them, dropped points last. */
import type { ComparedPoint, HeadingPair, PlanComparison, PointPair } from "../../core/compare/comparison.ts";

export type CompareRow =
  | { readonly kind: "heading"; readonly key: string; readonly heading: HeadingPair }
  | { readonly kind: "pair"; readonly key: string; readonly pair: PointPair };

export interface CompareRows {
  readonly rows: readonly CompareRow[];
  readonly dropped: readonly PointPair[];
  /** Points to pair with: those of last year left out first, then the others; those of this year in order. */
  readonly lastPoints: readonly ComparedPoint[];
  readonly nextPoints: readonly ComparedPoint[];
}

/** A heading comes before the first pair whose point stands under it. */
export function compareRows({ pairs, headings }: PlanComparison): CompareRows {
  const rows: CompareRow[] = [];
  let section: string | null = null;
  for (const pair of pairs) {
    if (!pair.next) continue;
    if (pair.next.section !== section) {
      section = pair.next.section;
      const heading = headings.find(({ next }) => next !== null && next.heading === section);
      if (heading) rows.push({ kind: "heading", key: `h${heading.next?.id}`, heading });
    }
    rows.push({ kind: "pair", key: `${pair.last?.id} ${pair.next.id}`, pair });
  }
  const dropped = pairs.filter(({ kind }) => kind === "dropped");
  return {
    rows,
    dropped,
    lastPoints: pointsOnce([...dropped, ...pairs], "last"),
    nextPoints: pointsOnce(pairs, "next"),
  };
}

function pointsOnce(pairs: readonly PointPair[], side: "last" | "next"): readonly ComparedPoint[] {
  const points = new Map(
    pairs.flatMap((pair) => {
      const point = pair[side];
      return point ? [[point.id, point] as const] : [];
    }),
  );
  return [...points.values()];
}

/** Id of the point of this year behind which a dropped point stood; undefined where it was the first. */
export function precedingNext(
  { pairs }: Pick<PlanComparison, "pairs">,
  dropped: PointPair,
): string | undefined {
  const at = pairs.indexOf(dropped);
  return pairs.slice(0, at).findLast(({ next }) => next !== null)?.next?.id;
}
