/** Plans of the seed documents, as a user gets them: read from their files. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";

const FOLDER = join(import.meta.dirname, "../../seeds");

export interface SeedPlan {
  /** File name without ending, e.g. `jianyang-2021`. */
  readonly name: string;
  readonly plan: WorkPlan;
}

export async function seedPlans(): Promise<readonly SeedPlan[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".txt")).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(FOLDER, file), "utf8");
      const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line }));
      return { name: file.slice(0, -".txt".length), plan: parsePlan({ lines, notices: [] }).plan };
    }),
  );
}
