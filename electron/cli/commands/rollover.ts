import type { PlanReading } from "../../../src/core/reading/plan-reading.ts";
import { createClassifier } from "../../../src/core/rollover/classify.ts";
import { countIn } from "../../../src/core/rollover/numbers.ts";
import { rollover } from "../../../src/core/rollover/rollover.ts";
import { about, sourceReading } from "../source-plan.ts";
import type { Tools } from "../tools.ts";

/**
 * `rollover FILE|PLAN --year N --json`: every dated expression and what becomes of it in the new year. `value` is the
 * first number in it, as a year or a count; `block` is `title` in the title; `from` and `to` are UTF-16 offsets into the
 * text of the block; `sourceLine` is the 1-based line of a document that was read, null of a plan.
 */
export async function listDated(file: string, year: number, tools: Tools): Promise<string> {
  const { plan, lines, roles } = await about(file, sourceReading(file, tools));
  const classify = createClassifier(await tools.calendar());
  const rows = rollover(plan, year, classify).expressions.map((expression) => {
    const { original, kind, state, proposed, certain, reason, part, block, from, to } = expression;
    const value = countIn(original);
    const sourceLine = block === null ? titleLine(roles) : (lines[block] ?? null);
    const place = { part, block: block ?? "title", from, to, sourceLine };
    return { text: original, kind, value, proposed, certain, reason, state, ...place };
  });
  return JSON.stringify(rows, null, 2);
}

/** Line of the source at which the title begins. */
function titleLine(roles: PlanReading["roles"]): number | null {
  const found = Object.entries(roles).find(([, role]) => role === "title");
  return found ? Number(found[0]) : null;
}
