/** The repairs of a document by kind, with those that were taken back. */
import { placeKey, repairKey } from "../../core/reading/decisions.ts";
import type { PlaceState, ReadingNotice, RepairPlace } from "../../core/reading/plan-reading.ts";
import { SEVERAL_PLANS } from "./doubts.ts";
import type { ImportedDocument } from "./imported-document.ts";

/** `done`: the plan has it; `proposed`: it waits for the drafter; `taken-back`: the drafter does not want it. */
export interface RepairEntry {
  readonly notice: ReadingNotice;
  readonly state: "done" | "proposed" | "taken-back";
}

export interface RepairGroup {
  readonly code: string;
  /** How many there are, those counted in one entry included. */
  readonly count: number;
  readonly entries: readonly RepairEntry[];
  /** The single repairs of a counted kind, more than one; a kind taken back as a whole has none standing. */
  readonly places: readonly PlaceEntry[];
}

/** One repair of a counted kind with what stands around it in the source. */
export interface PlaceEntry {
  readonly key: string;
  readonly place: RepairPlace;
  readonly state: PlaceState;
  /** What is the same before and after the change, and what differs. */
  readonly ahead: string;
  readonly before: string;
  readonly after: string;
  readonly behind: string;
}

/** In order of the first entry of each kind. */
export function repairGroups({ current, takenBack, source }: ImportedDocument): readonly RepairGroup[] {
  const keys = new Set(current.notices.map(repairKey));
  const all: readonly RepairEntry[] = [
    ...current.notices
      .filter(({ code }) => code !== SEVERAL_PLANS)
      .map((notice): RepairEntry => ({ notice, state: notice.applied === false ? "proposed" : "done" })),
    ...takenBack
      .filter((notice) => !keys.has(repairKey(notice)))
      .map((notice): RepairEntry => ({ notice, state: "taken-back" })),
  ];
  const texts = new Map(source.lines.map(({ number, text }) => [number, text]));
  const groups = Map.groupBy(all, ({ notice }) => notice.code);
  return [...groups].map(([code, entries]) => ({
    code,
    count: entries.reduce((sum, { notice }) => sum + notice.count, 0),
    entries: entries.toSorted((one, other) => (one.notice.line ?? 0) - (other.notice.line ?? 0)),
    places: entries.flatMap((entry) => placesOf(entry, texts)),
  }));
}

function placesOf(
  { notice: { code, places = [] }, state }: RepairEntry,
  texts: ReadonlyMap<number, string>,
): readonly PlaceEntry[] {
  return places.map((place) => ({
    key: placeKey({ code, ...place }),
    place,
    state: state === "taken-back" ? "undone" : place.state,
    ...shownChange(texts.get(place.line) ?? "", place),
  }));
}

/** Characters shown on both sides. */
const AROUND = 12;

function shownChange(
  text: string,
  { at, before, after }: RepairPlace,
): Pick<PlaceEntry, "ahead" | "before" | "after" | "behind"> {
  const isInLine = text.startsWith(before, at);
  const end = at + before.length;
  const ahead = isInLine ? text.slice(Math.max(0, at - AROUND), at) : "";
  const behind = isInLine ? text.slice(end, end + AROUND) : "";
  if (before === after) return { ahead, before, after, behind };
  let same = 0;
  while (same < before.length && before.charAt(same) === after.charAt(same)) same += 1;
  const longest = Math.min(before.length, after.length) - same;
  let tail = 0;
  while (tail < longest && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    ahead: ahead + before.slice(0, same),
    before: before.slice(same, before.length - tail),
    after: after.slice(same, after.length - tail),
    behind: before.slice(before.length - tail) + behind,
  };
}

/** How many repairs stand in the plan or wait. */
export function repairCount({ current }: ImportedDocument): number {
  return current.notices.reduce((sum, { count, code }) => sum + (code === SEVERAL_PLANS ? 0 : count), 0);
}
