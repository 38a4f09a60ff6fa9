/** The plan in a file that a command was given, and failures that speak of the file. */
import type { WorkPlan } from "../../src/core/plan/model.ts";
import type { PlanReading } from "../../src/core/reading/plan-reading.ts";
import { CommandFailure, commandFailure, messageFor, type OTHER_MESSAGES } from "./messages.ts";
import type { Tools } from "./tools.ts";

/** The plan of a prior-year document or a plan file; `refusal` is what to say of a text without a plan. */
export async function sourcePlan(
  file: string,
  tools: Tools,
  refusal: keyof typeof OTHER_MESSAGES = "noPlan",
): Promise<WorkPlan> {
  return (await sourceReading(file, tools, refusal)).plan;
}

/** The same with the source lines of its blocks, of which a plan file has none. */
export async function sourceReading(
  file: string,
  tools: Tools,
  refusal: keyof typeof OTHER_MESSAGES = "noPlan",
): Promise<Pick<PlanReading, "plan" | "lines" | "roles">> {
  const source = await tools.readAny(file);
  if (!isReading(source)) return { plan: source, lines: {}, roles: {} };
  if (source.kind === "other") throw commandFailure(refusal, { name: file });
  return source;
}

function isReading(source: WorkPlan | PlanReading): source is PlanReading {
  return "plan" in source;
}

/** The result of a step, or a failure that speaks of `file`. */
export async function about<T>(file: string, step: T | Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw new CommandFailure(messageFor(error, file), { cause: error });
  }
}
