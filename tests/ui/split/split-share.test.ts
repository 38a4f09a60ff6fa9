import { describe, expect, it } from "vitest";
import {
  boundedShare,
  EVEN_SHARE,
  LEAST_SHARE,
  MOST_SHARE,
  shareAfterKey,
} from "../../../src/ui/split/split-share.ts";

describe("shareAfterKey", () => {
  it("moves the line by the arrow keys of its direction alone", () => {
    expect(shareAfterKey(50, "ArrowDown", "below")).toBe(55);
    expect(shareAfterKey(50, "ArrowUp", "below")).toBe(45);
    expect(shareAfterKey(50, "ArrowDown", "beside")).toBeUndefined();
    expect(shareAfterKey(50, "ArrowLeft", "beside")).toBe(45);
  });

  it("never hides one of the views, and makes them even by Enter", () => {
    expect(shareAfterKey(MOST_SHARE, "ArrowRight", "beside")).toBe(MOST_SHARE);
    expect(["Home", "End", "Enter", "a"].map((key) => shareAfterKey(33, key, "below"))).toEqual([
      LEAST_SHARE,
      MOST_SHARE,
      EVEN_SHARE,
      undefined,
    ]);
  });
});

describe("boundedShare", () => {
  it("gives whole percents within the limits", () => {
    expect([-5, 33.4, 200].map(boundedShare)).toEqual([LEAST_SHARE, 33, MOST_SHARE]);
  });
});
