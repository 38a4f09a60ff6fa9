/** The number that a reference shows, and the words of a new one. */
import type { ReferenceMark } from "../plan/model.ts";
import { bareOrdinal, type HeadingKind } from "../plan/numbering.ts";
import { chineseNumeral } from "../text/numerals.ts";
import { type Place, type PlanPlaces, placeAtLevel } from "./places.ts";

/** Distance between a figure and its full-width counterpart. */
const WIDTH_DISTANCE = 0xfee0;
/** Numbers beyond this are not written in Chinese. */
const LARGEST_CHINESE = 9_999;

/**
 * Number of a reference as the plan now counts, in the way that `written` is: figures, full-width figures or Chinese.
 * Undefined where what it refers to is gone, or is of another level now.
 */
export function referenceNumber(
  places: PlanPlaces,
  { target, level }: Pick<ReferenceMark, "target" | "level">,
  written: string,
): string | undefined {
  const place = places.byId.get(target);
  const numbered = place && placeAtLevel(place, level);
  return numbered && writtenLike(written, numbered.number);
}

function writtenLike(written: string, number: number): string | undefined {
  if (/^\d/.test(written)) return String(number);
  if (/^[０-９]/.test(written))
    return String(number).replace(/\d/g, (figure) =>
      String.fromCharCode(figure.charCodeAt(0) + WIDTH_DISTANCE),
    );
  return number > LARGEST_CHINESE ? undefined : chineseNumeral(number);
}

/** A piece of a reference: `number` is followed, the rest is words around it. */
export interface ReferencePiece {
  readonly level: HeadingKind;
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/**
 * How a part is referred to so that nobody can take it for another: 第12项, or 第三部分第5项 where items begin anew in
 * every section.
 */
export function referencePieces(places: PlanPlaces, place: Place): readonly ReferencePiece[] {
  const levels = new Set(levelsNeeded(places, place));
  const chain = [...place.above, place].filter((each) => each === place || levels.has(each.kind));
  return chain.map((each, index) => ({
    level: each.kind,
    number: bareOrdinal(each.kind, each.number),
    ...wordsAround(each.kind, index === 0, places.hasParts),
  }));
}

/** Levels above a place without which its number would be told of several: as the numbering of the plan begins anew. */
export function levelsNeeded({ numbering, hasParts }: PlanPlaces, place: Place): readonly HeadingKind[] {
  const part: readonly HeadingKind[] = hasParts && numbering.sections !== "continuous" ? ["part"] : [];
  const section: readonly HeadingKind[] = [...part, "section"];
  const wanted = (): readonly HeadingKind[] => {
    switch (place.kind) {
      case "part":
        return [];
      case "section":
        return part;
      case "subsection":
        return numbering.subsections === "continuous" ? [] : section;
      case "item":
        if (numbering.items === "continuous") return [];
        return numbering.items === "per-section" ? section : [...section, "subsection"];
    }
  };
  return wanted().filter((level) => place.above.some(({ kind }) => kind === level));
}

function wordsAround(
  kind: HeadingKind,
  isFirst: boolean,
  hasParts: boolean,
): Pick<ReferencePiece, "before" | "after"> {
  if (kind === "item") return { before: "第", after: "项" };
  if (kind === "subsection")
    return isFirst ? { before: "第（", after: "）部分" } : { before: "（", after: "）" };
  // Where parts have the word 部分, a section is cited as it is numbered.
  if (kind === "section" && hasParts) return { before: "", after: "、" };
  return { before: "第", after: "部分" };
}
