/** One text moved to another year: certain expressions replaced, every expression marked. */
import type { DatedMark, RichText, TextMark } from "../plan/model.ts";
import type { DatedExpression } from "./dated-expression.ts";
import { editText } from "./edit-text.ts";

/** Gives the id of the next mark; marks of one plan need different ones. */
export type NextMarkId = () => string;

/**
 * The text with its certain expressions replaced and all of them marked. Characters outside the expressions are
 * untouched; marks the text had keep their place. Dated marks it had are replaced by what is found now, but those
 * still `open` stay where nothing is found. `expressions` must be of this text, in order and apart.
 */
export function rollText(
  rich: RichText,
  expressions: readonly DatedExpression[],
  nextId: NextMarkId,
): RichText {
  const carried = rich.marks.filter(
    (mark) =>
      mark.type === "origin" ||
      mark.type === "reference" ||
      (mark.type === "dated" && isUndecided(mark, expressions)),
  );
  const edits = expressions.map(({ from, to, state, original, proposed }) => ({
    from,
    to,
    text: state === "shifted" ? (proposed ?? original) : original,
  }));
  const { rich: edited, places } = editText({ text: rich.text, marks: carried }, edits);
  const dated = expressions.flatMap((expression, index) => {
    const place = places[index];
    return place ? [datedMark(expression, place.from, place.to, nextId())] : [];
  });
  return { text: edited.text, marks: [...dated, ...edited.marks].sort(inOrder) };
}

/** The mark of an expression at a place. */
export function datedMark(expression: DatedExpression, from: number, to: number, id: string): DatedMark {
  const { kind, state, original, proposed, certain, reason } = expression;
  return { type: "dated", from, to, id, kind, state, original, proposed, certain, reason };
}

function isUndecided(mark: DatedMark, expressions: readonly DatedExpression[]): boolean {
  return mark.state === "open" && !expressions.some((each) => each.from < mark.to && mark.from < each.to);
}

/** Canonical order of marks: by place, of equal ones dated first. */
function inOrder(a: TextMark, b: TextMark): number {
  return a.from - b.from || (a.type === "dated" ? 0 : 1) - (b.type === "dated" ? 0 : 1);
}
