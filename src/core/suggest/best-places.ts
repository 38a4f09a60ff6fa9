/** The places with the greatest scores seen so far: a heap whose root is the least of them. */
export interface BestPlaces {
  readonly scores: Float64Array;
  readonly places: Int32Array;
  size: number;
}

/** Room for `capacity` places. */
export function createBestPlaces(capacity: number): BestPlaces {
  return { scores: new Float64Array(capacity), places: new Int32Array(capacity), size: 0 };
}

/** Score that a place must exceed to be kept. */
export function leastKept(best: BestPlaces): number {
  return best.size < best.places.length ? 0 : (best.scores[0] ?? 0);
}

/** Keeps a place whose score exceeds `leastKept`, in the stead of the least one where there is no room. */
export function keepPlace(best: BestPlaces, place: number, score: number): void {
  const at = best.size < best.places.length ? risen(best, score) : sunk(best, score);
  best.scores[at] = score;
  best.places[at] = place;
}

function risen(best: BestPlaces, score: number): number {
  let at = best.size;
  best.size += 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((best.scores[parent] ?? 0) <= score) break;
    move(best, parent, at);
    at = parent;
  }
  return at;
}

function sunk(best: BestPlaces, score: number): number {
  let at = 0;
  for (let child = 1; child < best.size; child = 2 * at + 1) {
    if (child + 1 < best.size && (best.scores[child + 1] ?? 0) < (best.scores[child] ?? 0)) child += 1;
    if ((best.scores[child] ?? 0) >= score) break;
    move(best, child, at);
    at = child;
  }
  return at;
}

function move(best: BestPlaces, from: number, to: number): void {
  best.scores[to] = best.scores[from] ?? 0;
  best.places[to] = best.places[from] ?? 0;
}
