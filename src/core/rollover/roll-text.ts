/** One text moved to another year: certain expressions replaced, every expression marked. */
import type { DatedMark, RichText, TextMark } from "../plan/model.ts";
import type { DatedExpression } from "./dated-expression.ts";

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
  const carried = rich.marks.filter((mark) => mark.type === "origin" || isUndecided(mark, expressions));
  if (expressions.length === 0)
    return carried.length === rich.marks.length ? rich : { ...rich, marks: carried };
  let text = "";
  let end = 0;
  const pieces: Piece[] = [];
  for (const expression of expressions) {
    text += rich.text.slice(end, expression.from);
    const from = text.length;
    text +=
      expression.state === "shifted" ? (expression.proposed ?? expression.original) : expression.original;
    pieces.push({ expression, from, to: text.length });
    end = expression.to;
  }
  text += rich.text.slice(end);
  const dated = pieces.map(({ expression, from, to }) => datedMark(expression, from, to, nextId()));
  return { text, marks: [...dated, ...moveMarks(carried, pieces)].sort(inOrder) };
}

/** The mark of an expression at a place. */
export function datedMark(expression: DatedExpression, from: number, to: number, id: string): DatedMark {
  const { kind, state, original, proposed, certain, reason } = expression;
  return { type: "dated", from, to, id, kind, state, original, proposed, certain, reason };
}

interface Piece {
  readonly expression: DatedExpression;
  /** Place in the new text. */
  readonly from: number;
  readonly to: number;
}

function isUndecided(mark: DatedMark, expressions: readonly DatedExpression[]): boolean {
  return mark.state === "open" && !expressions.some((each) => each.from < mark.to && mark.from < each.to);
}

/** Marks at their new places; one that shrank to nothing is left out. */
function moveMarks(marks: readonly TextMark[], pieces: readonly Piece[]): readonly TextMark[] {
  return marks.flatMap((mark) => {
    const from = newPlace(mark.from, pieces);
    const to = newPlace(mark.to, pieces);
    return from < to ? [{ ...mark, from, to }] : [];
  });
}

function newPlace(place: number, pieces: readonly Piece[]): number {
  const piece = pieces.findLast((each) => each.expression.from <= place);
  if (!piece) return place;
  const { expression } = piece;
  if (place >= expression.to) return piece.to + place - expression.to;
  return Math.min(piece.from + place - expression.from, piece.to);
}

/** Canonical order of marks: by place, of equal ones dated first. */
function inOrder(a: TextMark, b: TextMark): number {
  return a.from - b.from || (a.type === "dated" ? 0 : 1) - (b.type === "dated" ? 0 : 1);
}
