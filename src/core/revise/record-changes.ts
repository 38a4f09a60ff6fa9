/** Who made each change, and when: finding its record, and writing records of what is new. */
import type { ChangeRecord, ChangeRecords } from "../plan/change-records.ts";
import type { Change } from "./change.ts";

/** Who writes now, and when: `author` may be empty, `at` is an ISO time. */
export type Stamp = Pick<ChangeRecord, "author" | "at">;

/**
 * The record of each change, undefined where it has none; it says where the change is now. Of words of a block it is the
 * one of a range that the change touches, because a change grows while it is written.
 */
export function recordsOf(
  changes: readonly Change[],
  records: ChangeRecords,
): readonly (ChangeRecord | undefined)[] {
  const byBlock = Map.groupBy(records, ({ kind, block }) => `${kind} ${block}`);
  return changes.map((change) => {
    const candidates = byBlock.get(`${change.kind} ${change.block}`) ?? [];
    const { from, to, sign } = identityOf(change);
    const same = candidates.find((each) => each.from === from && each.to === to && each.sign === sign);
    if (same) return same;
    const touching = candidates.find((each) => each.from <= to && from <= each.to);
    return touching && { ...touching, from, to, sign };
  });
}

/** Records of all changes: one that is new, or not what it was when it was recorded, is stamped. */
export function stampedRecords(
  changes: readonly Change[],
  records: ChangeRecords,
  { author, at }: Stamp,
): ChangeRecords {
  const known = new Set(records);
  const stamped = recordsOf(changes, records).map((found, index): ChangeRecord | undefined => {
    if (found && known.has(found)) return found;
    const change = changes[index];
    return change && { kind: change.kind, block: change.block, ...identityOf(change), author, at };
  });
  return stamped.filter((record) => record !== undefined);
}

type Identity = Pick<ChangeRecord, "from" | "to" | "sign">;

function identityOf(change: Change): Identity {
  if (change.kind !== "text") return { from: 0, to: 0, sign: change.kind === "kind" ? change.line : "" };
  const { from, to, deleted, inserted } = change;
  return { from, to, sign: shortHash(`${deleted}\n${inserted}`) };
}

/** 32 bits in hex (FNV-1a): tells wordings of one place apart, nothing more. */
function shortHash(text: string): string {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return (hash >>> 0).toString(16);
}
