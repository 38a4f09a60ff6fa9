import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  boundedWidth,
  createSettingsStore,
  PANE_LIMITS,
  readSettings,
} from "../../../src/ui/session/settings.ts";

const USUAL = {
  theme: "system",
  leftWidth: 240,
  rightWidth: 340,
  leftOpen: true,
  rightOpen: true,
  rightTab: "suggestions",
  zoom: "fit",
  fullWidthMarks: true,
  tourDone: false,
  completion: true,
  focus: false,
  author: "",
  recentCommands: [],
  exportPattern: "{标题}",
  exportFormats: ["docx"],
  exportTasks: { tails: false, table: "none" },
  exportPacks: false,
} as const;

describe("readSettings", () => {
  it.each([
    [undefined],
    [null],
    [{}],
    [{ window: 7 }],
    [{ window: { theme: "pink", zoom: "huge", leftWidth: "x" } }],
  ])("falls back to the usual values for %j", (values) => {
    expect(readSettings(values)).toEqual(USUAL);
  });

  it("keeps what is sound beside what is not", () => {
    expect(readSettings({ window: { theme: "dark", zoom: 9_000, rightTab: "dated" } })).toEqual({
      ...USUAL,
      theme: "dark",
      rightTab: "dated",
    });
  });
});

describe("boundedWidth", () => {
  it("keeps a pane inside the limits of its side", () => {
    expect([boundedWidth("left", 0), boundedWidth("left", 9_999), boundedWidth("right", 300.6)]).toEqual([
      PANE_LIMITS.left.least,
      PANE_LIMITS.left.most,
      301,
    ]);
  });
});

describe("createSettingsStore", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("writes the result of a drag once", async () => {
    const call = vi.fn();
    const settings = createSettingsStore({ call }, USUAL);
    for (const leftWidth of [250, 260, 270]) settings.change({ leftWidth });
    await vi.runAllTimersAsync();
    expect(call.mock.calls).toEqual([["settings.set", { values: { window: { ...USUAL, leftWidth: 270 } } }]]);
  });
});
