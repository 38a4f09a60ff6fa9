import { describe, expect, it } from "vitest";
import { clockTime, dayTime, fullTime } from "../../../src/ui/shared/dates.ts";

/** ISO text of a local time, so that the test does not depend on the machine's zone. */
function local(...parts: [number, number, number, number, number]): string {
  return new Date(parts[0], parts[1] - 1, parts[2], parts[3], parts[4]).toISOString();
}

describe("dayTime", () => {
  const now = new Date(2026, 10, 25, 0, 10);

  it.each([
    [local(2026, 11, 25, 0, 5), "今天 0:05"],
    [local(2026, 11, 24, 23, 59), "昨天 23:59"],
    [local(2026, 3, 2, 9, 5), "3月2日 9:05"],
    [local(2025, 3, 2, 9, 5), "2025年3月2日"],
  ])("tells %s as %s", (iso, text) => {
    expect(dayTime(iso, now)).toBe(text);
  });
});

describe("clockTime", () => {
  it("pads every part", () => {
    expect(clockTime(new Date(2026, 0, 1, 4, 3, 7))).toBe("04:03:07");
  });
});

describe("fullTime", () => {
  it("names the year, the day and the minute", () => {
    expect(fullTime(local(2026, 3, 2, 9, 5))).toBe("2026年3月2日 9:05");
  });
});
