/** The `.yaodian` file: an envelope around a plan, and the upgrade of plans written by earlier versions. */
import { z } from "zod";
import { EMPTY_FRONT_MATTER, type WorkPlan, workPlanSchema } from "./model.ts";

/** Version of the plan format. Raise it with every change of `model.ts` and add the step to `UPGRADES`. */
export const PLAN_FORMAT = 4;

/**
 * `revision` counts saves of the document, `previous` is the `sha256` of the save before (null for the first),
 * `sha256` is the sum of `sealedText` in lower-case hex: a changed byte anywhere in the file shows.
 */
export const envelopeSchema = z.strictObject({
  yaodian: z.strictObject({
    format: z.int().positive(),
    documentId: z.string().min(1).max(64),
    revision: z.int().nonnegative(),
    previous: z.string().nullable(),
    sha256: z.string().length(64),
  }),
  plan: z.unknown(),
});
export type PlanEnvelope = Readonly<z.infer<typeof envelopeSchema>>;

/** What every version of the format has: enough to tell a newer file from a damaged one. */
export const formatSchema = z.object({ yaodian: z.object({ format: z.int().positive() }) });

/** The text that `sha256` of an envelope is the sum of: all of it but the sum itself. */
export function sealedText(head: Omit<PlanEnvelope["yaodian"], "sha256">, plan: unknown): string {
  return JSON.stringify([head.format, head.documentId, head.revision, head.previous, plan]);
}

/** Turns a plan of format n (the key) into one of format n + 1. */
export type UpgradeSteps = Readonly<Record<number, (plan: unknown) => unknown>>;

const UPGRADES: UpgradeSteps = { 1: withAllFrontMatter, 2: unchanged, 3: unchanged };

/** Plans of format 1 had seven fields of front matter, and were notices where they had one. */
const format1Schema = z.looseObject({ frontMatter: z.looseObject({ notice: z.unknown() }) });

function withAllFrontMatter(plan: unknown): unknown {
  const old = format1Schema.safeParse(plan);
  if (!old.success) return plan;
  const { frontMatter } = old.data;
  const form = frontMatter.notice === null ? "plan" : "notice";
  return { ...old.data, frontMatter: { ...EMPTY_FRONT_MATTER, form, ...frontMatter } };
}

/** Plans of format 2 had no tasks, those of format 3 no comparison records: both are what an absent part says. */
function unchanged(plan: unknown): unknown {
  return plan;
}

export type UpgradedPlan =
  | { readonly ok: true; readonly plan: WorkPlan }
  | { readonly ok: false; readonly reason: "newer" | "damaged"; readonly detail: string };

/** Plan of today's format out of one of `format`; says why where that cannot be. */
export function upgradePlan(format: number, plan: unknown, steps: UpgradeSteps = UPGRADES): UpgradedPlan {
  if (format > PLAN_FORMAT)
    return { ok: false, reason: "newer", detail: `format ${format} > ${PLAN_FORMAT}` };
  let value = plan;
  for (let version = format; version < PLAN_FORMAT; version += 1) {
    const step = steps[version];
    if (!step) return { ok: false, reason: "damaged", detail: `no upgrade from format ${version}` };
    value = step(value);
  }
  const parsed = workPlanSchema.safeParse(value);
  if (!parsed.success) return { ok: false, reason: "damaged", detail: z.prettifyError(parsed.error) };
  return { ok: true, plan: parsed.data };
}
