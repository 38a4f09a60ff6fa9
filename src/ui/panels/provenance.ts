/** Where a library item comes from, as short as a drafter says it. */
import type { OriginSource } from "../../core/plan/model.ts";
import { bare, placesIn } from "../../core/suggest/item-names.ts";

/** `南平市建阳区教育局` → `建阳`; an issuer without a place stays as it is. */
export function placeOf(issuer: string): string {
  const place = placesIn(issuer).at(-1);
  return place ? (bare(place) ?? place.name) : issuer;
}

/** Parts of the source line, e.g. `建阳 2021`, `四`, `第14条`; empty parts are left out. */
export function provenanceParts(
  origin: OriginSource,
  itemText: (ordinal: string) => string,
): readonly string[] {
  const place = placeOf(origin.issuer);
  const year = origin.year === null ? "" : String(origin.year);
  const document = [place, year].filter((part) => part !== "").join(" ") || origin.title;
  const item = origin.item === null ? "" : itemText(origin.item);
  return [document, origin.section ?? "", item].filter((part) => part !== "");
}
