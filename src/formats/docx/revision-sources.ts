/** Who made each change of a document, from the open changes (修订) of its plan. */

import { toDoc } from "../../core/editor/convert.ts";
import { textOf } from "../../core/editor/line-edit.ts";
import type { ChangeRecord } from "../../core/plan/change-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { type TextChange, textChangesIn } from "../../core/revise/change.ts";
import { linesByKey, TITLE_KEY } from "../../core/revise/lines-by-key.ts";
import type { OpenChange } from "../../core/revise/open-changes.ts";
import type { RevisedPlace, RevisionSource, TrackedRevisions } from "./marked-copy.ts";

interface Words {
  readonly change: TextChange;
  readonly source: RevisionSource;
}

/**
 * Gives every change of a document its author and time, `before` being the plan that the changes were made to. What no
 * change of the plan explains (an ordinal that moved on because an item went) is laid to the last one of them; `fallback`
 * is for changes without a name or a record.
 */
export function revisionSources(
  before: WorkPlan,
  changes: readonly OpenChange[],
  fallback: RevisionSource,
): TrackedRevisions {
  const { lines, at } = linesByKey(toDoc(before));
  const words = Map.groupBy(wordsOf(changes, fallback), ({ change }) => change.block);
  const blocks = blockSources(changes, fallback);
  const unexplained = sourceOf(lastOf(changes), fallback);
  const sourceOfPlace = ({ blockId, role, text, range }: RevisedPlace): RevisionSource => {
    const block = blockId ?? (role === "title" ? TITLE_KEY : "");
    if (!range) return blocks.get(block) ?? unexplained;
    const line = lines[at.get(block) ?? -1];
    // Before the text of the block stands its ordinal.
    const start = Math.max(0, line ? text.indexOf(textOf(line)) : 0);
    const own = words.get(block)?.find(({ change }) => touches(change, range.from - start, range.to - start));
    return own?.source ?? unexplained;
  };
  const moved = changes.flatMap(({ change }) => (change.kind === "moved" ? change.lines : []));
  return { sourceOf: sourceOfPlace, moved: new Set(moved) };
}

function wordsOf(changes: readonly OpenChange[], fallback: RevisionSource): readonly Words[] {
  return changes.flatMap(({ change, record }) =>
    textChangesIn([change]).map((words) => ({ change: words, source: sourceOf(record, fallback) })),
  );
}

/** By block, of what came, went or moved as a whole. */
function blockSources(
  changes: readonly OpenChange[],
  fallback: RevisionSource,
): ReadonlyMap<string, RevisionSource> {
  return new Map(
    changes.flatMap(({ change, record }) =>
      change.kind === "text" || change.kind === "kind"
        ? []
        : change.lines.map((block) => [block, sourceOf(record, fallback)] as const),
    ),
  );
}

function touches(change: TextChange, from: number, to: number): boolean {
  return change.from <= to && from <= change.to;
}

function lastOf(changes: readonly OpenChange[]): ChangeRecord | undefined {
  return changes
    .flatMap(({ record }) => (record ? [record] : []))
    .reduce<ChangeRecord | undefined>((last, each) => (last && last.at >= each.at ? last : each), undefined);
}

function sourceOf(record: ChangeRecord | undefined, fallback: RevisionSource): RevisionSource {
  return record ? { author: record.author || fallback.author, date: record.at } : fallback;
}
