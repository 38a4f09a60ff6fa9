import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTaskPool, type TaskPool } from "../../../electron/services/jobs/task-pool.ts";
import { Chance } from "../../support/compose-text.ts";
import { JOB_FILE } from "../../support/host-calls.ts";
import { seeds } from "../../support/reading.ts";
import { body, p, r } from "../../support/word-parts.ts";

/** Files that are changed at random places in every round; the random seed makes a failure repeatable. */
const ROUNDS = 60;
const SEED = 20_261_126;
const SAMPLES = join(import.meta.dirname, "../../samples");
const CODES = ["empty-file", "binary-file", "too-large", "unsupported-format", "damaged", "timed-out"];

function pool(limits?: Parameters<typeof createTaskPool>[1]): TaskPool {
  const created = createTaskPool(JOB_FILE, limits);
  onTestFinished(() => created.close());
  return created;
}

/** `read`, or the code of the failure; anything without a code is a fault of ours. */
async function outcome(tasks: TaskPool, name: string, bytes: Uint8Array): Promise<string> {
  return tasks.run("read", { name, bytes }).then(
    () => "read",
    (error) => {
      if (!("code" in error) || !CODES.includes(error.code)) throw error;
      return String(error.code);
    },
  );
}

describe("reading in the bounded worker", () => {
  it("reads or refuses every mutated file, and goes on", async () => {
    const tasks = pool();
    const chance = new Chance(SEED);
    const plan = strToU8(seeds()[0]?.text ?? "");
    const originals = [
      plan,
      ...["small.docx", "small.doc", "small.pdf"].map(
        (name) => new Uint8Array(readFileSync(join(SAMPLES, name))),
      ),
      zipSync({ "word/document.xml": strToU8(body(p(r("2023年工作要点")), p(r("一、加强。落实。")))) }),
      strToU8(`<html><body>${"<p>一、加强</p><table><tr><td>1<td>甲</table>".repeat(40)}</body></html>`),
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      const original = originals[round % originals.length] ?? plan;
      let bytes = Uint8Array.from(original);
      if (round % 5 === 4) bytes = bytes.slice(0, chance.between(0, bytes.length));
      for (let change = chance.between(1, 30); change > 0 && bytes.length > 0; change -= 1)
        bytes[chance.between(0, bytes.length - 1)] = chance.between(0, 255);
      await outcome(tasks, `round-${round}`, bytes);
    }
    expect(await outcome(tasks, "plan.txt", plan)).toBe("read");
  });

  it("names what takes too long, and reads the next file", async () => {
    const time = { read: 1 };
    const tasks = pool({ time, memory: 512 });
    // The first task also has the time that a worker takes to start.
    await outcome(tasks, "first.txt", strToU8("2023年工作要点\n一、加强。"));
    expect(
      await outcome(tasks, "long.txt", strToU8("2023年工作要点\n一、加强。落实。\n".repeat(100_000))),
    ).toBe("timed-out");
    expect(await outcome(tasks, "next.txt", strToU8("2023年工作要点\n一、加强。"))).toBe("read");
  });

  it("ends what needs too much memory, and the host lives", async () => {
    const tasks = pool({
      time: { read: 60_000 },
      memory: 24,
    });
    const many = strToU8("2023年工作要点\n一、加强。落实。\n".repeat(120_000));
    expect(await outcome(tasks, "many.txt", many)).toBe("too-large");
    expect(await outcome(tasks, "next.txt", strToU8("2023年工作要点\n一、加强。"))).toBe("read");
  });

  it("reads 2 MB of one-word lines within its bounds", async () => {
    const lines = `2023年工作要点\n${"甲乙\n".repeat(280_000)}`;
    expect(await outcome(pool(), "words.txt", strToU8(lines))).toBe("read");
  });
});
