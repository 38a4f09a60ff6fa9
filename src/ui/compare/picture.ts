/** The comparison as a picture: the points of two years as bars, a band between those that belong together. */
import { type PairKind, type PlanComparison, pairKindSchema } from "../../core/compare/comparison.ts";
import { countsOf } from "../../core/compare/comparison-note.ts";
import { KIND_NAMES } from "./compare.strings.ts";

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly top: number;
  readonly height: number;
  readonly kind: PairKind;
}

export interface Band {
  readonly key: string;
  readonly path: string;
  readonly kind: PairKind;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly last: readonly Bar[];
  readonly next: readonly Bar[];
  readonly bands: readonly Band[];
  /** Kinds that are there, with how many points, in the order of the legend. */
  readonly legend: readonly { readonly kind: PairKind; readonly label: string; readonly left: number }[];
}

/** Sizes in pixels of the picture. */
export const PICTURE_WIDTH = 1000;
export const BAR_WIDTH = 380;
const TOP = 84;
const LEGEND_WIDTH = 130;
const GAP = 4;
const LOWEST = 18;
/** Characters that make a bar one pixel higher. */
const CHARACTERS_PER_PIXEL = 8;
const LABEL_LENGTH = 20;

/** Bars in the order of each plan, as high as their text is long. */
export function pictureOf(comparison: PlanComparison): Picture {
  const { pairs } = comparison;
  const last = bars(pairs, "last");
  const next = bars(pairs, "next");
  const lastById = new Map(last.map((bar) => [bar.id, bar]));
  const nextById = new Map(next.map((bar) => [bar.id, bar]));
  const bands = pairs.flatMap((pair): readonly Band[] => {
    const from = pair.last && lastById.get(pair.last.id);
    const to = pair.next && nextById.get(pair.next.id);
    if (!from || !to) return [];
    return [{ key: `${from.id} ${to.id}`, path: bandPath(from, to), kind: pair.kind }];
  });
  const foot = Math.max(0, ...[...last, ...next].map(({ top, height }) => top + height));
  return { width: PICTURE_WIDTH, height: foot + GAP * 4, last, next, bands, legend: legendOf(comparison) };
}

function legendOf(comparison: PlanComparison): Picture["legend"] {
  const counts = countsOf(comparison);
  return pairKindSchema.options
    .filter((kind) => counts[kind] > 0)
    .map((kind, place) => ({
      kind,
      label: `${KIND_NAMES[kind].letter} ${KIND_NAMES[kind].name} ${counts[kind]}`,
      left: place * LEGEND_WIDTH,
    }));
}

function bars(pairs: PlanComparison["pairs"], side: "last" | "next"): readonly Bar[] {
  const seen = new Set<string>();
  const points = pairs.flatMap((pair) => {
    const point = pair[side];
    if (!point || seen.has(point.id)) return [];
    seen.add(point.id);
    return [{ point, kind: pair.kind }];
  });
  let top = TOP;
  const order = side === "last" ? inOwnOrder(points) : points;
  return order.map(({ point, kind }) => {
    const height = Math.max(LOWEST, Math.round(point.text.length / CHARACTERS_PER_PIXEL));
    const name = (point.heading || point.text).slice(0, LABEL_LENGTH);
    const bar: Bar = {
      id: point.id,
      label: `${KIND_NAMES[kind].letter} ${point.ordinal}.${name}`,
      top,
      height,
      kind,
    };
    top += height + GAP;
    return bar;
  });
}

/** Points of last year come in the order of this year; their ordinals say where they stood. */
function inOwnOrder<T extends { readonly point: { readonly section: string; readonly ordinal: string } }>(
  points: readonly T[],
): readonly T[] {
  const numeric = points.every(({ point }) => /^\d+$/.test(point.ordinal));
  return numeric
    ? [...points].sort((one, other) => Number(one.point.ordinal) - Number(other.point.ordinal))
    : points;
}

function bandPath(from: Bar, to: Bar): string {
  const left = BAR_WIDTH;
  const right = PICTURE_WIDTH - BAR_WIDTH;
  const middle = (left + right) / 2;
  return [
    `M${left} ${from.top}`,
    `C${middle} ${from.top} ${middle} ${to.top} ${right} ${to.top}`,
    `L${right} ${to.top + to.height}`,
    `C${middle} ${to.top + to.height} ${middle} ${from.top + from.height} ${left} ${from.top + from.height}Z`,
  ].join(" ");
}
