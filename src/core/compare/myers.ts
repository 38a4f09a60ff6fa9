/** Shortest edit of one sequence into another (Myers, “An O(ND) Difference Algorithm”, 1986). */

/** A stretch of two sequences: tokens of both that are equal, or those of one or both that are not. */
export interface Stretch {
  readonly equal: boolean;
  readonly lastFrom: number;
  readonly lastTo: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/**
 * Stretches that cover both sequences in order, equal and unequal ones in turn.
 *
 * `limit` bounds the number of edits looked for, and with it time and memory (both grow with its square); what takes
 * more is one unequal stretch between the common beginning and end.
 */
export function shortestEdit(
  last: ArrayLike<unknown>,
  next: ArrayLike<unknown>,
  limit: number,
): readonly Stretch[] {
  let start = 0;
  const shorter = Math.min(last.length, next.length);
  while (start < shorter && last[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && last[last.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  const equalPlaces = equalBetween(last, next, start, end, limit);
  return stretches(last.length, next.length, start, end, equalPlaces);
}

/** Pairs of equal places between the common beginning and end, in order; none where the limit is passed. */
function equalBetween(
  last: ArrayLike<unknown>,
  next: ArrayLike<unknown>,
  start: number,
  end: number,
  limit: number,
): readonly (readonly [number, number])[] {
  const width = last.length - start - end;
  const height = next.length - start - end;
  if (width === 0 || height === 0) return [];
  const most = Math.min(width + height, limit);
  // furthest[most + 1 + diagonal] is the furthest place in `last` that so many edits reach on the diagonal.
  const furthest = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(furthest.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const middle = most + 1 + diagonal;
      const left = furthest[middle - 1] ?? 0;
      const right = furthest[middle + 1] ?? 0;
      const down = diagonal === -edits || (diagonal !== edits && left < right);
      let x = down ? right : left + 1;
      let y = x - diagonal;
      while (x < width && y < height && last[start + x] === next[start + y]) {
        x += 1;
        y += 1;
      }
      furthest[middle] = x;
      if (x >= width && y >= height) return traceBack(rounds, width, height, start);
    }
  }
  return [];
}

function traceBack(
  rounds: readonly Int32Array[],
  width: number,
  height: number,
  start: number,
): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  let x = width;
  let y = height;
  for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
    const round = rounds[edits];
    if (!round) break;
    const diagonal = x - y;
    // The slice of this round begins at the diagonal -edits - 1.
    const middle = diagonal + edits + 1;
    const left = round[middle - 1] ?? 0;
    const right = round[middle + 1] ?? 0;
    const down = diagonal === -edits || (diagonal !== edits && left < right);
    const snakeStart = edits === 0 ? 0 : down ? right : left + 1;
    while (x > snakeStart) {
      x -= 1;
      y -= 1;
      places.push([start + x, start + y]);
    }
    if (down) y -= 1;
    else x -= 1;
  }
  return places.reverse();
}

function stretches(
  lastLength: number,
  nextLength: number,
  start: number,
  end: number,
  middle: readonly (readonly [number, number])[],
): readonly Stretch[] {
  const result: { equal: boolean; lastFrom: number; lastTo: number; nextFrom: number; nextTo: number }[] = [];
  let lastAt = 0;
  let nextAt = 0;
  const push = (equal: boolean, lastTo: number, nextTo: number) => {
    if (lastTo === lastAt && nextTo === nextAt) return;
    const previous = result.at(-1);
    if (previous?.equal === equal) {
      previous.lastTo = lastTo;
      previous.nextTo = nextTo;
    } else {
      result.push({ equal, lastFrom: lastAt, lastTo, nextFrom: nextAt, nextTo });
    }
    lastAt = lastTo;
    nextAt = nextTo;
  };
  push(true, start, start);
  for (const [lastPlace, nextPlace] of middle) {
    push(false, lastPlace, nextPlace);
    push(true, lastPlace + 1, nextPlace + 1);
  }
  push(false, lastLength - end, nextLength - end);
  push(true, lastLength, nextLength);
  return result;
}
