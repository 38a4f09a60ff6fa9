/** The changes of a document that wait to be accepted or rejected. */
import type { Node } from "prosemirror-model";
import { perNode } from "../editor/memo.ts";
import { type ChangeRecord, type ChangeRecords, MAX_CHANGE_RECORDS } from "../plan/change-records.ts";
import type { PlanText } from "../plan/model.ts";
import { documentOfText, textOfDocument } from "./base-document.ts";
import { type Change, type TextChange, textChangesIn } from "./change.ts";
import { changesBetween } from "./changes-between.ts";
import { recordsOf, type Stamp, stampedRecords } from "./record-changes.ts";
import { withAccepted, withRejected } from "./settle.ts";

export interface OpenChange {
  readonly change: Change;
  /** Undefined for what was written just now. */
  readonly record: ChangeRecord | undefined;
}

/** The attributes of a document that hold its changes. */
export interface Revisions {
  readonly tracking: boolean;
  readonly revisionBase: PlanText | null;
  readonly changeRecords: ChangeRecords;
}

const NO_CHANGES: readonly OpenChange[] = [];

/** Every change since the base, in the order of the text; those without a record were made while nothing was tracked. */
const allChanges: (doc: Node) => readonly OpenChange[] = perNode((doc) => {
  const { revisionBase, changeRecords } = revisionsOf(doc);
  if (revisionBase === null) return NO_CHANGES;
  const changes = changesBetween(documentOfText(revisionBase), doc);
  const records = recordsOf(changes, changeRecords);
  return changes.map((change, index) => ({ change, record: records[index] }));
});

/** The open changes, in the order of the text. What was written while nothing is tracked is none. */
export const openChanges: (doc: Node) => readonly OpenChange[] = perNode((doc) => {
  const all = allChanges(doc);
  return revisionsOf(doc).tracking ? all : all.filter(({ record }) => record !== undefined);
});

/** The text before the open changes, as a document: with what was written while nothing was tracked. */
export function textBeforeChanges(doc: Node): Node {
  const open = new Set(openChanges(doc));
  const untracked = allChanges(doc).filter((each) => !open.has(each));
  return settledBy(doc, untracked, "accept").base;
}

/** Records in which what is new is stamped; the same object where nothing is. */
export function recordsNow(doc: Node, stamp: Stamp): ChangeRecords {
  const { tracking, revisionBase, changeRecords } = revisionsOf(doc);
  if (!tracking || revisionBase === null) return changeRecords;
  const changes = allChanges(doc).map(({ change }) => change);
  const stamped = stampedRecords(changes, changeRecords, stamp).slice(0, MAX_CHANGE_RECORDS);
  const same =
    stamped.length === changeRecords.length && stamped.every((each, index) => each === changeRecords[index]);
  return same ? changeRecords : stamped;
}

/** What turning tracking on or off makes of the attributes. Changes that are open stay so, and go on where it is turned on again. */
export function withTracking(doc: Node, tracking: boolean, stamp: Stamp): Revisions {
  const { revisionBase } = revisionsOf(doc);
  if (!tracking) {
    const records = recordsNow(doc, stamp);
    const isOpen = openChanges(doc).length > 0;
    return { tracking, revisionBase: isOpen ? revisionBase : null, changeRecords: isOpen ? records : [] };
  }
  if (revisionBase === null) return { tracking, revisionBase: textOfDocument(doc), changeRecords: [] };
  // What was written meanwhile is part of the text from which changes are told.
  const untracked = allChanges(doc).filter(({ record }) => record === undefined);
  const settled = settledBy(doc, untracked, "accept");
  return { tracking, revisionBase: textOfDocument(settled.base), changeRecords: settled.records };
}

export interface Settled {
  /** The text of now. */
  readonly now: Node;
  /** The text before the changes that are still open. */
  readonly base: Node;
  readonly records: ChangeRecords;
}

/** The two texts after changes were accepted or rejected. */
export function settledBy(doc: Node, picked: readonly OpenChange[], deed: "accept" | "reject"): Settled {
  const { revisionBase } = revisionsOf(doc);
  const before = revisionBase === null ? doc : documentOfText(revisionBase);
  const open = allChanges(doc);
  const chosen = new Set(picked.map(({ change }) => change));
  const choice = { all: open.map(({ change }) => change), chosen };
  const base = deed === "accept" ? withAccepted(before, doc, choice) : before;
  const now = deed === "reject" ? withRejected(before, doc, choice) : doc;
  const words = textChangesIn([...chosen]);
  const kept = open
    .filter(({ change }) => !chosen.has(change))
    .flatMap(({ record }) => (record ? [record] : []))
    .map((record) => (deed === "accept" ? shifted(record, words) : record));
  const untracked = new Set(open.flatMap(({ change, record }) => (record ? [] : [change.key])));
  const changes = changesBetween(base, now);
  // A change that only shows now that others are settled (another part counts as moved) is theirs.
  const stamp = picked.find(({ record }) => record)?.record;
  const records = recordsOf(changes, kept).flatMap((record, index) => {
    const change = changes[index];
    if (record || !change || !stamp || untracked.has(change.key)) return record ? [record] : [];
    return stampedRecords([change], [], stamp);
  });
  return { now, base, records };
}

/** The record where its words stand once the accepted changes before them are in the base. */
function shifted(record: ChangeRecord, accepted: readonly TextChange[]): ChangeRecord {
  let by = 0;
  if (record.kind !== "text") return record;
  for (const { block, to, inserted, deleted } of accepted) {
    if (block === record.block && to <= record.from) by += inserted.length - deleted.length;
  }
  return by === 0 ? record : { ...record, from: record.from + by, to: record.to + by };
}

function revisionsOf(doc: Node): Revisions {
  const { tracking, revisionBase, changeRecords } = doc.attrs;
  return { tracking, revisionBase, changeRecords };
}
