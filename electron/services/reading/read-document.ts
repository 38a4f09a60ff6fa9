/** A document of a prior year → its plan: a plan file of this app, or any other source. */
import { NO_DECISIONS } from "../../../src/core/reading/decisions.ts";
import { parsePlan } from "../../../src/core/reading/parse-plan.ts";
import { readingOfPlan } from "../../../src/core/reading/reading-of-plan.ts";
import { HostError } from "../../../src/host/host-error.ts";
import type { ReadReply, ReadRequest } from "../jobs/task-messages.ts";
import { decodePlanFile, isPlanFile } from "../plans/plan-file.ts";
import { planLines } from "./plan-lines.ts";
import { readSource } from "./read-source.ts";

/** Reads a document; fails as `readSource` says, with the name of the document. To be run in a bounded worker. */
export async function readDocument({ name, bytes, decisions }: ReadRequest): Promise<ReadReply> {
  if (isPlanFile(bytes)) {
    const { plan } = decodePlanFile(bytes, name);
    const { source, lines, roles } = planLines(plan);
    // A plan of ours is known to the letter; its print is read again only where the drafter decides otherwise.
    const reading = decisions ? parsePlan(source, decisions) : { ...readingOfPlan(plan), lines, roles };
    return { reading, source, format: "plan" };
  }
  const result = await readSource(bytes);
  if (!result.ok) throw new HostError(result.code, result.detail, name);
  return {
    reading: parsePlan(result.source, decisions ?? NO_DECISIONS),
    source: result.source,
    format: result.format,
  };
}
