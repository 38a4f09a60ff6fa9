/** Dated expressions as the panel lists them: the open ones grouped by kind, the settled ones counted. */
import type { DatedExpression } from "../../core/editor/dated.ts";
import type { DatedKind } from "../../core/plan/model.ts";

export interface DatedGroup {
  readonly kind: DatedKind;
  readonly expressions: readonly DatedExpression[];
}

export interface DatedOverview {
  /** In the order in which the kinds first appear in the text. */
  readonly groups: readonly DatedGroup[];
  /** The expressions of all groups, in the order of the list. */
  readonly open: readonly DatedExpression[];
  readonly shifted: readonly DatedExpression[];
  /** Looked at and left as they are, by the drafter or because they stay right. */
  readonly kept: readonly DatedExpression[];
}

export function datedOverview(expressions: readonly DatedExpression[]): DatedOverview {
  const byKind = new Map<DatedKind, DatedExpression[]>();
  for (const expression of expressions) {
    if (expression.mark.state !== "open") continue;
    const group = byKind.get(expression.mark.kind);
    if (group) group.push(expression);
    else byKind.set(expression.mark.kind, [expression]);
  }
  const groups = [...byKind].map(([kind, members]) => ({ kind, expressions: members }));
  return {
    groups,
    open: groups.flatMap((group) => group.expressions),
    shifted: expressions.filter(({ mark }) => mark.state === "shifted"),
    kept: expressions.filter(({ mark }) => mark.state === "kept"),
  };
}
