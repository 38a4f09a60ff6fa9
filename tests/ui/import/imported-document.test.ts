import { describe, expect, it } from "vitest";
import { NO_DECISIONS } from "../../../src/core/reading/decisions.ts";
import { createHost } from "../../../src/host/client.ts";
import { accept, takeBack, withRole } from "../../../src/ui/import/decide.ts";
import { decided, redone, undone } from "../../../src/ui/import/imported-document.ts";
import { isReadHere, LONGEST_READ_HERE, readHere, readOnHost } from "../../../src/ui/import/read-again.ts";
import { DOUBTFUL, deciding, imported } from "../../support/imported.ts";

describe("undone and redone", () => {
  it("go through all decisions and back, and a new decision ends what could be redone", () => {
    const first = imported(...DOUBTFUL);
    const second = decided(first, withRole(first.decisions, [8], "item"));
    const third = decided(second, withRole(second.decisions, [7], "text"));
    const back = undone(undone(third));
    expect(back.decisions).toBe(NO_DECISIONS);
    expect(undone(back)).toBe(back);
    expect(redone(redone(back)).decisions).toEqual(third.decisions);
    expect(redone(third)).toBe(third);
    expect(decided(undone(third), withRole(second.decisions, [5], "text")).future).toEqual([]);
  });

  it("give the very first reading where nothing is decided any more", () => {
    const first = imported(...DOUBTFUL);
    const changed = deciding(first, (before) => withRole(before, [8], "item"));
    expect(changed.current).not.toEqual(first.reading);
    expect(readHere(undone(changed)).current).toBe(first.reading);
  });
});

describe("takenBack", () => {
  it("remembers a repair that the reading no longer has, until it is put back", () => {
    const first = imported(...DOUBTFUL);
    const repair = first.reading.notices.find(({ code }) => code === "heading-period-inserted");
    if (!repair) throw new Error("the heading has not been repaired");
    const without = deciding(first, (before) => takeBack(before, [repair]));
    expect(without.current.notices).not.toContainEqual(repair);
    expect(without.takenBack).toEqual([repair]);
    const again = deciding(without, (before) => accept(before, [repair]));
    expect(again.takenBack).toEqual([]);
    expect(again.current.notices.map(({ code }) => code)).toContain("heading-period-inserted");
  });
});

describe("readOnHost", () => {
  it("reads a document that is too long for the page, and leaves it as it was where that fails", async () => {
    const long = imported("2022年工作要点", "字".repeat(LONGEST_READ_HERE));
    expect([isReadHere(long), isReadHere(imported(...DOUBTFUL))]).toEqual([false, true]);
    const changed = decided(long, withRole(long.decisions, [2], "furniture"));
    const failing = createHost(async () => ({
      ok: false,
      failure: { code: "timed-out", detail: "", name: null },
    }));
    expect(await readOnHost(failing, changed)).toBeUndefined();
    const { current } = readHere(changed);
    const { source } = long;
    const asked: unknown[] = [];
    const answering = createHost(async (_method, request) => {
      asked.push(request);
      return { ok: true, value: { reading: current, source, format: "text" } };
    });
    expect((await readOnHost(answering, changed))?.current).toEqual(current);
    expect(asked).toEqual([{ ...long.file, decisions: changed.decisions }]);
  });
});
