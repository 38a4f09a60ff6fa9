/** The repairs of a document by kind, with those that were taken back. */
import { repairKey } from "../../core/reading/decisions.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";
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
}

/** In order of the first entry of each kind. */
export function repairGroups({ current, takenBack }: ImportedDocument): readonly RepairGroup[] {
  const keys = new Set(current.notices.map(repairKey));
  const all: readonly RepairEntry[] = [
    ...current.notices
      .filter(({ code }) => code !== SEVERAL_PLANS)
      .map((notice): RepairEntry => ({ notice, state: notice.applied === false ? "proposed" : "done" })),
    ...takenBack
      .filter((notice) => !keys.has(repairKey(notice)))
      .map((notice): RepairEntry => ({ notice, state: "taken-back" })),
  ];
  const groups = Map.groupBy(all, ({ notice }) => notice.code);
  return [...groups].map(([code, entries]) => ({
    code,
    count: entries.reduce((sum, { notice }) => sum + notice.count, 0),
    entries: entries.toSorted((one, other) => (one.notice.line ?? 0) - (other.notice.line ?? 0)),
  }));
}

/** How many repairs stand in the plan or wait. */
export function repairCount({ current }: ImportedDocument): number {
  return current.notices.reduce((sum, { count, code }) => sum + (code === SEVERAL_PLANS ? 0 : count), 0);
}
