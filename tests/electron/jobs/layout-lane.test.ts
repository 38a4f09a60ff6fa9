import { describe, expect, it, onTestFinished } from "vitest";
import { createLayoutLane } from "../../../electron/services/jobs/layout-lane.ts";
import { DEFAULT_PROFILE } from "../../../src/formats/docx/profile.ts";
import { JOB_FILE } from "../../support/host-calls.ts";
import { samplePlan } from "../../support/official-samples.ts";

const request = (items: number) => ({
  plan: samplePlan(items, {}),
  form: "plan" as const,
  profile: DEFAULT_PROFILE,
});

describe("createLayoutLane", () => {
  it("lays out the newest request and drops those before it, also one that is under way", async () => {
    const lane = createLayoutLane(JOB_FILE);
    onTestFinished(() => lane.close());
    const outcome = (items: number) =>
      lane.run(request(items)).then(
        ({ pages }) => pages.length,
        (error) => error.code,
      );
    // The first is far too long to be finished when the next one wants to begin.
    const results = await Promise.all([outcome(400), outcome(30), outcome(2)]);
    expect(results).toEqual(["stale-revision", "stale-revision", 1]);
    expect(await outcome(2)).toBe(1);
  });

  it("fails what is under way when it is closed", async () => {
    const lane = createLayoutLane(JOB_FILE);
    const running = lane.run(request(400));
    await lane.close();
    await expect(running).rejects.toMatchObject({ code: "disconnected" });
    await expect(lane.run(request(1))).rejects.toMatchObject({ code: "disconnected" });
  });
});
