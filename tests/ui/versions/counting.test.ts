import { describe, expect, it, vi } from "vitest";
import { plainText, type WorkPlan } from "../../../src/core/plan/model.ts";
import { createCounting } from "../../../src/ui/versions/counting.ts";
import { item, plan, section } from "../../support/year-plan.ts";

const NOW = plan(2027, section("抓学前教育", item("扩大学位。")));
const OLD: WorkPlan = { ...NOW, title: plainText("旧标题") };
const ONE_CHANGED = { added: 0, dropped: 0, changed: 1, moved: 0 };

/** A host whose answers wait until they are let go. */
function counting() {
  const asked: string[] = [];
  let release = () => {};
  const made = createCounting({
    read: (id) =>
      new Promise((resolve) => {
        asked.push(id);
        release = () => resolve(id === "damaged" ? undefined : OLD);
      }),
    pair: async (id, read) => [await read(id), NOW],
  });
  const answer = async () => {
    const before = made.getState().left;
    release();
    await vi.waitUntil(() => made.getState().left < before);
  };
  return { made, asked, answer, release: () => release() };
}

describe("createCounting", () => {
  it("reads one version after the other, each once, and passes over what cannot be read", async () => {
    const { made, asked, answer } = counting();
    for (const id of ["a", "damaged", "a", "b"]) made.want(id);
    expect([asked, made.getState().left]).toEqual([["a"], 3]);
    await answer();
    await answer();
    expect([...made.getState().counts]).toEqual([["a", ONE_CHANGED]]);
    await answer();
    expect([...made.getState().counts.keys()]).toEqual(["a", "b"]);
    expect([asked, made.getState().left]).toEqual([["a", "damaged", "b"], 0]);
  });

  it("drops what waits when it is stopped, and counts it when it is asked for again", async () => {
    const { made, asked, answer, release } = counting();
    for (const id of ["a", "b"]) made.want(id);
    made.stop();
    expect(made.getState().left).toBe(0);
    made.want("b");
    release();
    await vi.waitUntil(() => asked.length === 2);
    await answer();
    expect([asked, made.getState().counts.has("b")]).toEqual([["a", "b"], true]);
  });
});
