/** Dated expressions of an open document that other calendar tables see differently. */
import type { Node } from "prosemirror-model";
import type { DatedMark } from "../plan/model.ts";
import type { ClassifyDated } from "../rollover/classify.ts";
import type { DatedExpression, DatedReason } from "../rollover/dated-expression.ts";
import { toRichText } from "./rich-text.ts";

/** Reasons that come from the tables and the plan's own year alone; the others need the year of the source. */
const FROM_TABLES: ReadonlySet<DatedReason> = new Set([
  "plan-current",
  "plan-ended",
  "milestone-current",
  "milestone-moved",
  "meetings-current",
  "meetings-older",
  "meetings-unknown",
  "meeting-ahead",
  "meeting-held",
  "anniversary-round",
  "anniversary-not-round",
  "counter-computed",
  "programme-current",
  "programme-ended",
  "successor-doubtful",
  "campaign-current",
  "campaign-continued",
  "campaign-ended",
]);

/** An expression as it is seen now; `from` and `to` are positions in the document, `id` null where it had no mark. */
export interface SeenAnew {
  readonly from: number;
  readonly to: number;
  readonly id: string | null;
  readonly seen: DatedExpression;
}

/**
 * What changes when `classify` looks at the document again: open expressions with another verdict, and expressions that
 * wait for the drafter where nothing was marked. What is settled stays.
 */
export function seenAnew(doc: Node, classify: ClassifyDated): readonly SeenAnew[] {
  const year: number | null = doc.attrs["year"];
  if (year === null) return [];
  const changes: SeenAnew[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const marks = toRichText(node).marks.filter((mark) => mark.type === "dated");
    for (const seen of classify(node.textContent, { documentYear: null, targetYear: year })) {
      if (!FROM_TABLES.has(seen.reason)) continue;
      const around = marks.filter(({ from, to }) => from < seen.to && seen.from < to);
      const change = changeOf(around, seen);
      if (change !== undefined)
        changes.push({ from: position + 1 + seen.from, to: position + 1 + seen.to, id: change, seen });
    }
    return false;
  });
  return changes;
}

/** Id of the mark to change, null for a new one, undefined where nothing changes. */
function changeOf(around: readonly DatedMark[], seen: DatedExpression): string | null | undefined {
  const [mark, another] = around;
  if (!mark) return seen.state === "open" ? null : undefined;
  const isSame = mark.from === seen.from && mark.to === seen.to && mark.kind === seen.kind;
  if (another || !isSame || mark.state !== "open") return undefined;
  return mark.reason === seen.reason && mark.proposed === seen.proposed ? undefined : mark.id;
}
