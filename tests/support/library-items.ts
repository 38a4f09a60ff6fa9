/** Library items for tests, and large libraries made by recombining the seed items. */
import type { LibraryItem } from "../../src/core/suggest/suggestion.ts";
import { seedItems } from "./suggestion-quality.ts";

/** An item with a short notation: what is not given is plain. */
export function libraryItem(
  id: number,
  heading: string,
  more: {
    readonly body?: string;
    readonly section?: string;
    readonly issuer?: string;
    readonly year?: number | null;
    readonly document?: string;
  } = {},
): LibraryItem {
  const issuer = more.issuer ?? "甲市教育局";
  const year = more.year === undefined ? 2025 : more.year;
  return {
    id,
    origin: {
      documentId: more.document ?? `${issuer}-${year}`,
      title: `${issuer}工作要点`,
      issuer,
      year,
      section: "一",
      item: String(id),
      heading,
    },
    sectionHeading: more.section ?? "重点任务",
    heading,
    body: more.body ?? "",
  };
}

/** Numbers 0 ≤ n < 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const YEARS = 5;
const ITEMS_PER_DOCUMENT = 35;
const CARRIED = 0.7;

/**
 * A library of `count` items: bureaus of five years with 35 items each, seven in ten carried over from the year
 * before with other numbers, the rest put together from the sentences of seed items.
 */
export function syntheticLibrary(count: number): readonly LibraryItem[] {
  const random = seededRandom(42);
  const items: LibraryItem[] = [];
  for (let bureau = 0; items.length < count; bureau += 1) {
    let previous: readonly LibraryItem[] = [];
    for (let year = 2021; year < 2021 + YEARS && items.length < count; year += 1) {
      const current: LibraryItem[] = [];
      for (let at = 0; at < ITEMS_PER_DOCUMENT && items.length + current.length < count; at += 1) {
        const last = previous[at];
        const made = last !== undefined && random() < CARRIED ? carried(last, random) : recombined(random);
        const issuer = `${PLACES[bureau % PLACES.length]}${Math.floor(bureau / PLACES.length) + 1}区教育局`;
        current.push({
          ...made,
          id: items.length + current.length + 1,
          origin: { ...made.origin, issuer, year, documentId: `${bureau}-${year}`, item: String(at + 1) },
        });
      }
      items.push(...current);
      previous = current;
    }
  }
  return items;
}

const PLACES = ["东江", "南浦", "西岭", "北川", "青河", "白石", "云山", "长亭", "金沙", "临海"];

function carried(last: LibraryItem, random: () => number): LibraryItem {
  return { ...last, body: last.body.replaceAll(/\d+/g, () => String(1 + Math.floor(random() * 99))) };
}

function recombined(random: () => number): LibraryItem {
  const pick = () => seedItems[Math.floor(random() * seedItems.length)] ?? libraryItem(0, "推进教育改革");
  const base = pick();
  const own = sentences(base.body).filter(() => random() < 0.7);
  const foreign = sentences(pick().body).slice(0, 2);
  return { ...base, body: [...own, ...foreign].join("") };
}

function sentences(text: string): readonly string[] {
  return text.match(/[^。;;]+[。;;]?/g) ?? [];
}
