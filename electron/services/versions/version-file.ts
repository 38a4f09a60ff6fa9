/** A version as bytes: what it is and its plan, with a sum over both. */
import { z } from "zod";
import { PLAN_FORMAT, upgradePlan } from "../../../src/core/plan/file.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { type PlanVersion, planVersionSchema } from "../../../src/core/plan/version.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";

export interface KeptVersion {
  readonly version: PlanVersion;
  readonly plan: WorkPlan;
}

const versionFileSchema = z.strictObject({
  format: z.int().positive(),
  sha256: z.string(),
  version: planVersionSchema,
  plan: z.unknown(),
});

export function encodeVersion({ version, plan }: KeptVersion): Uint8Array<ArrayBuffer> {
  const file = { format: PLAN_FORMAT, sha256: sumOf(PLAN_FORMAT, version, plan), version, plan };
  return new TextEncoder().encode(JSON.stringify(file));
}

/** What a version is, without looking into its plan, which takes most of the time. Fails with `damaged`. */
export function headOf(bytes: Uint8Array): PlanVersion {
  return sealed(bytes).version;
}

/** Fails with `damaged`, or with `newer` for a version that a newer program kept. */
export function decodeVersion(bytes: Uint8Array): KeptVersion {
  const { format, version, plan } = sealed(bytes);
  const upgraded = upgradePlan(format, plan);
  if (!upgraded.ok) throw new HostError(upgraded.reason, upgraded.detail);
  return { version, plan: upgraded.plan };
}

function sealed(bytes: Uint8Array): z.infer<typeof versionFileSchema> {
  const file = parsed(bytes);
  if (sumOf(file.format, file.version, file.plan) === file.sha256) return file;
  throw new HostError("damaged", "the sum of a version is wrong");
}

function parsed(bytes: Uint8Array): z.infer<typeof versionFileSchema> {
  try {
    return versionFileSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new HostError("damaged", "not a version", null, { cause });
  }
}

function sumOf(format: number, version: PlanVersion, plan: unknown): string {
  return sha256(JSON.stringify([format, version, plan]));
}
