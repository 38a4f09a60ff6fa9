/** Where every numbered part of a plan stands: what references are resolved against and written from. */
import type { Numbering, PlanChild, WorkPlan } from "../plan/model.ts";
import { type HeadingKind, numbersOf } from "../plan/numbering.ts";

export interface Place {
  readonly id: string;
  readonly kind: HeadingKind;
  readonly number: number;
  /** The parts around it, the outermost first. */
  readonly above: readonly Place[];
}

export interface PlanPlaces {
  readonly byId: ReadonlyMap<string, Place>;
  /** By level and number, see `numberKey`. */
  readonly byNumber: ReadonlyMap<string, readonly Place[]>;
  /** Whether 第一部分 is a level of its own above 一、. */
  readonly hasParts: boolean;
  readonly numbering: Numbering;
}

/** Places of the parts, sections, subsections and items of a plan that `isUsable`, in document order. */
export function planPlaces(plan: WorkPlan, isUsable: (place: Place) => boolean = () => true): PlanPlaces {
  const numbers = numbersOf(plan);
  const byId = new Map<string, Place>();
  const add = (children: readonly PlanChild[], above: readonly Place[]) => {
    for (const child of children) {
      const { id, kind } = child;
      const place: Place = { id, kind, number: numbers.get(id) ?? 0, above };
      if (isUsable(place)) byId.set(id, place);
      if (child.kind !== "item") add(child.children, [...above, place]);
    }
  };
  add(plan.children, []);
  return {
    byId,
    byNumber: Map.groupBy(byId.values(), ({ kind, number }) => numberKey(kind, number)),
    hasParts: plan.children.some(({ kind }) => kind === "part"),
    numbering: plan.numbering,
  };
}

export function numberKey(kind: HeadingKind, number: number): string {
  return `${kind} ${number}`;
}

/** The place itself or the part around it that is of this level; undefined where there is none. */
export function placeAtLevel(place: Place, level: HeadingKind): Place | undefined {
  return place.kind === level ? place : place.above.find(({ kind }) => kind === level);
}
