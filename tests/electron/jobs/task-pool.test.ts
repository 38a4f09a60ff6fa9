import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTaskPool, type TaskLimits, type TaskPool } from "../../../electron/services/jobs/task-pool.ts";
import { DEFAULT_PROFILE } from "../../../src/formats/docx/profile.ts";
import { JOB_FILE, RESOURCES } from "../../support/host-calls.ts";
import { plan } from "../../support/plan-builder.ts";

const ODD_WORKER = fileURLToPath(new URL("../../support/odd-worker.ts", import.meta.url));
const LIMITS: TaskLimits = { time: { read: 300 }, memory: 512 };

function pool(jobFile: string, limits?: TaskLimits): TaskPool {
  const created = createTaskPool(jobFile, limits);
  onTestFinished(() => created.close());
  return created;
}

/** What a task of the odd worker comes to: its value, or the code or message of its failure. */
async function outcome(tasks: TaskPool, name: string): Promise<unknown> {
  return tasks
    .run("read", { name, bytes: new Uint8Array() })
    .catch((error) => ("code" in error ? error.code : error.message));
}

describe("createTaskPool", () => {
  it("reads and exports in the app's own worker", async () => {
    const tasks = pool(JOB_FILE);
    const bytes = await readFile(join(RESOURCES, "seeds", "kunming-2017.txt"));
    const [{ reading }, written] = await Promise.all([
      tasks.run("read", { name: "kunming-2017.txt", bytes }),
      tasks.run("export", {
        plan: plan("2027年工作要点"),
        form: "plan",
        profile: DEFAULT_PROFILE,
        formats: ["docx", "txt"],
        itemBookmarks: true,
      }),
    ]);
    expect(reading.year).toBe(2017);
    expect(written.map(({ format }) => format)).toEqual(["docx", "txt"]);
    expect(
      Buffer.from(written[0]?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(new TextDecoder().decode(written[1]?.bytes)).toBe("2027年工作要点\r\n");
    await expect(tasks.run("read", { name: "空.txt", bytes: new Uint8Array() })).rejects.toMatchObject({
      code: "empty-file",
      subject: "空.txt",
    });
  });

  it("ends a task that takes too long, too much memory or its worker down, and goes on with a fresh one", async () => {
    const tasks = pool(ODD_WORKER, LIMITS);
    expect(await outcome(tasks, "one")).toBe("one");
    expect(await outcome(tasks, "hang")).toBe("timed-out");
    expect(await outcome(tasks, "two")).toBe("two");
    expect(await outcome(tasks, "die")).toBe("disconnected");
    expect(await outcome(tasks, "throw")).toBe("thrown by the worker");
    expect(await outcome(tasks, "three")).toBe("three");
  });

  it("bounds the memory of a task", async () => {
    const tasks = pool(ODD_WORKER, { time: { read: 60_000 }, memory: 64 });
    expect(await outcome(tasks, "eat")).toBe("too-large");
    expect(await outcome(tasks, "after")).toBe("after");
  });

  it("does not let one hanging task hold up the others", async () => {
    const tasks = pool(ODD_WORKER, LIMITS);
    const hanging = outcome(tasks, "hang");
    const others = await Promise.all(["a", "b", "c"].map((name) => outcome(tasks, name)));
    expect(others).toEqual(["a", "b", "c"]);
    expect(await hanging).toBe("timed-out");
  });

  it("fails tasks under way when it closes, and takes no more", async () => {
    const tasks = pool(ODD_WORKER);
    const hanging = outcome(tasks, "hang");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tasks.close();
    expect([await hanging, await outcome(tasks, "late")]).toEqual(["disconnected", "disconnected"]);
  });
});
