/** Commands on dated expressions (年份及时序表述). */
import { closeHistory } from "prosemirror-history";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { type DatedExpression, datedExpressions } from "../../../core/editor/dated.ts";
import { planSchema } from "../../../core/editor/schema.ts";
import type { DatedKind, DatedMark } from "../../../core/plan/model.ts";

/** Takes the proposed text for one expression. Does not apply where nothing is proposed. */
export function acceptDated(id: string): Command {
  return onExpression(id, (tr, expression) => accept(tr, expression));
}

/** Takes the proposed text for every open expression of a kind (of all kinds without one). */
export function acceptAllDated(kind?: DatedKind): Command {
  return (state, dispatch) => {
    const open = openExpressions(state).filter(({ mark }) => kind === undefined || mark.kind === kind);
    const tr = closeHistory(state.tr);
    // From the end, so that the positions of the others stay right.
    const accepted = open.toReversed().filter((expression) => accept(tr, expression)).length;
    if (accepted === 0) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Leaves the text as it is and settles the question. */
export function keepDated(id: string): Command {
  return onExpression(id, (tr, expression) => settle(tr, expression, expression.text, "kept"));
}

/** Leaves every open expression of a kind as it is. */
export function keepAllDated(kind: DatedKind): Command {
  return (state, dispatch) => {
    const open = openExpressions(state).filter(({ mark }) => mark.kind === kind);
    if (open.length === 0) return false;
    const tr = closeHistory(state.tr);
    for (const expression of open) settle(tr, expression, expression.text, "kept");
    dispatch?.(tr);
    return true;
  };
}

/** Replaces the text by what the drafter typed. */
export function editDated(id: string, text: string): Command {
  return onExpression(id, (tr, expression) => text !== "" && settle(tr, expression, text, "shifted"));
}

/** Takes a decision back: the original text, and the question is open again. */
export function reopenDated(id: string): Command {
  return onExpression(id, (tr, expression) => settle(tr, expression, expression.mark.original, "open"));
}

/** Selects the next open expression behind the selection, from the end on from the start. */
export const nextDated: Command = selectOpen(
  (open, { from }) => open.find((each) => each.from > from) ?? open[0],
);
/** Selects the open expression before the selection, from the start on from the end. */
export const previousDated: Command = selectOpen(
  (open, { from }) => open.findLast((each) => each.from < from) ?? open.at(-1),
);

function selectOpen(
  choose: (
    open: readonly DatedExpression[],
    selection: { readonly from: number },
  ) => DatedExpression | undefined,
): Command {
  return (state, dispatch) => {
    const chosen = choose(openExpressions(state), state.selection);
    if (!chosen) return false;
    dispatch?.(
      state.tr.setSelection(TextSelection.create(state.doc, chosen.from, chosen.to)).scrollIntoView(),
    );
    return true;
  };
}

function openExpressions(state: EditorState): readonly DatedExpression[] {
  return datedExpressions(state.doc).filter(({ mark }) => mark.state === "open");
}

function onExpression(
  id: string,
  change: (tr: Transaction, expression: DatedExpression) => boolean,
): Command {
  return (state, dispatch) => {
    const expression = datedExpressions(state.doc).find(({ mark }) => mark.id === id);
    if (!expression) return false;
    const tr = closeHistory(state.tr);
    if (!change(tr, expression)) return false;
    dispatch?.(tr);
    return true;
  };
}

function accept(tr: Transaction, expression: DatedExpression): boolean {
  const { proposed } = expression.mark;
  return proposed !== null && proposed !== "" && settle(tr, expression, proposed, "shifted");
}

/** Writes text and state; the other marks of the text (its origin) stay. */
function settle(
  tr: Transaction,
  { from, to, mark }: DatedExpression,
  text: string,
  state: DatedMark["state"],
): boolean {
  const { type: _type, from: _from, to: _to, ...attributes } = mark;
  const others =
    tr.doc.resolve(from).nodeAfter?.marks.filter(({ type }) => type !== planSchema.marks.dated) ?? [];
  const settled = planSchema.mark("dated", { ...attributes, state });
  tr.replaceWith(from, to, planSchema.text(text, settled.addToSet(others)));
  return true;
}
