import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SuggestContext } from "../../../src/core/suggest/suggestion.ts";
import { ASK_DELAY, createSuggestionStore } from "../../../src/ui/session/suggestions.ts";

function context(typed: string): SuggestContext {
  return {
    place: "heading",
    typed,
    heading: typed,
    sectionHeading: "",
    issuer: "",
    covered: [],
    title: "",
    year: 2027,
    limit: 8,
  };
}

/** A host whose answers come when the test lets them. */
function slowHost() {
  const answers: { readonly typed: string; readonly answer: (value: unknown) => void }[] = [];
  const call = vi.fn(
    (_method: string, request: SuggestContext) =>
      new Promise((resolve) => answers.push({ typed: request.typed, answer: resolve })),
  );
  return { host: { call: call as never }, answers };
}

describe("createSuggestionStore", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks once for a burst of typing, with the last text", async () => {
    const { host, answers } = slowHost();
    const store = createSuggestionStore(host);
    for (const typed of ["学", "学前", "学前教育"]) store.follow(context(typed));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    expect(answers.map(({ typed }) => typed)).toEqual(["学前教育"]);
  });

  it("drops an answer that a newer question has overtaken", async () => {
    const { host, answers } = slowHost();
    const store = createSuggestionStore(host);
    store.follow(context("学前"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    store.follow(context("义务"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    answers[1]?.answer({ ok: true, value: { suggestions: ["new"] } });
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.answer({ ok: true, value: { suggestions: ["old"] } });
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().hits).toEqual(["new"]);
  });

  it("keeps the old hits until the new ones come, and where nothing is suggested", async () => {
    const { host, answers } = slowHost();
    const store = createSuggestionStore(host);
    store.follow(context("学前"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    answers[0]?.answer({ ok: true, value: { suggestions: ["first"] } });
    await vi.advanceTimersByTimeAsync(0);
    store.follow(context("义务"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    expect(store.getState().hits).toEqual(["first"]);
    store.follow(undefined);
    expect(store.getState().hits).toEqual(["first"]);
  });

  it("does not ask twice for the same place", async () => {
    const { host, answers } = slowHost();
    const store = createSuggestionStore(host);
    store.follow(context("学前"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    store.follow(context("学前"));
    await vi.advanceTimersByTimeAsync(ASK_DELAY);
    expect(answers).toHaveLength(1);
  });
});
