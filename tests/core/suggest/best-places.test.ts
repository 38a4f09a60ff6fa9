import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBestPlaces, keepPlace, leastKept } from "../../../src/core/suggest/best-places.ts";

describe("keepPlace", () => {
  it("keeps the places with the greatest scores", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 200 }), (scores) => {
        const best = createBestPlaces(10);
        for (const [place, score] of scores.entries())
          if (score > leastKept(best)) keepPlace(best, place, score);
        const kept = [...best.places.subarray(0, best.size)].map((place) => scores[place] ?? 0);
        const greatest = [...scores].sort((a, b) => b - a).slice(0, 10);
        expect(kept.sort((a, b) => b - a)).toEqual(greatest);
      }),
    );
  });
});
