import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodePlanFile } from "../../../electron/services/plans/plan-file.ts";
import { startHost } from "../../support/host.ts";
import { createBlank, replyOf } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Rounds in the usual run; `KILL_ROUNDS=200` is what a release needs. */
const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 30);
const CHILD = fileURLToPath(new URL("../../support/typing-child.ts", import.meta.url));
const LONGEST_LIFE_MS = 60;

/** Lines that a typing host printed before it was killed, some time after its first. */
function killedHost(folder: string, round: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(round)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
    // Spread over a life in which it types and saves dozens of times.
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), (round * 7.3) % LONGEST_LIFE_MS));
    child.on("error", reject).on("close", () => resolve(output.split("\n").slice(0, -1)));
  });
}

const last = (lines: readonly string[], word: string): number =>
  Number(lines.findLast((line) => line.startsWith(word))?.split(" ")[1] ?? 0);

describe("a killed host", () => {
  it(`R1: loses nothing that it acknowledged, in ${ROUNDS} rounds`, { timeout: ROUNDS * 5_000 }, async () => {
    const wrong: string[] = [];
    let typed = 0;
    let saves = 0;
    const { host: other } = startHost(await temporaryFolder());
    const draftLength = (await createBlank(other)).plan.title.text.length;
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = await temporaryFolder();
      const lines = await killedHost(folder, round);
      typed += last(lines, "typed");
      saves += lines.filter((line) => line.startsWith("saved")).length;
      const { host, close } = startHost(folder);
      const file = await readFile(join(folder, "documents", "要点.yaodian")).catch(() => undefined);
      // A torn file would throw here.
      const inFile = file ? decodePlanFile(file, "要点").plan.title.text.length - draftLength : 0;
      const [left, ...more] = replyOf(await host.call("plan.recoverable", {})).plans;
      const recovered = left && replyOf(await host.call("plan.recover", { documentId: left.documentId }));
      const found = recovered ? recovered.plan.title.text.length - draftLength : inFile;
      const say = (what: string) => wrong.push(`round ${round}: ${what} after ${lines.slice(-2)}`);
      if (inFile < last(lines, "saved")) say(`file at ${inFile}`);
      if (found < last(lines, "typed")) say(`recovered ${found}`);
      if (more.length > 0) say(`${more.length} journals too many`);
      if (lines.length > 0 && !left && !file) say("nothing left of the draft");
      await close();
    }
    expect(wrong).toEqual([]);
    // The rounds must have been about something.
    expect(typed).toBeGreaterThan(ROUNDS);
    expect(saves).toBeGreaterThan(0);
  });
});
