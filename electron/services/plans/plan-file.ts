/** The `.yaodian` file as bytes. */
import {
  envelopeSchema,
  formatSchema,
  PLAN_FORMAT,
  sealedText,
  upgradePlan,
} from "../../../src/core/plan/file.ts";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { sha256 } from "../files/checksum.ts";

/** Ending of a plan file. */
export const PLAN_ENDING = ".yaodian";

/** Most bytes of a plan file: 5,000 long items are 9 MB. */
export const MAX_PLAN_BYTES = 64 * 1024 * 1024;

export interface PlanFile {
  readonly documentId: string;
  /** Number of saves up to this one. */
  readonly revision: number;
  /** `sha256` of the envelope of the save before; null for the first. */
  readonly previous: string | null;
  readonly plan: WorkPlan;
}

/** A plan file as read: `seal` is its envelope's `sha256`. */
export interface ReadPlanFile extends PlanFile {
  readonly seal: string;
}

/** Bytes of a plan file and the seal that stands in them. */
export function encodePlanFile({ documentId, revision, previous, plan }: PlanFile): {
  readonly bytes: Uint8Array;
  readonly seal: string;
} {
  const head = { format: PLAN_FORMAT, documentId, revision, previous };
  const seal = sha256(sealedText(head, plan));
  return { bytes: Buffer.from(JSON.stringify({ yaodian: { ...head, sha256: seal }, plan })), seal };
}

/**
 * Plan file out of bytes. Fails with `damaged` for whatever is not exactly what was once written (cut, changed, empty,
 * filled with zeros, another program's), and with `newer` for a later format. `name` is for the message.
 */
export function decodePlanFile(bytes: Uint8Array, name: string): ReadPlanFile {
  const value = parseJson(bytes, name);
  const format = formatSchema.safeParse(value);
  if (!format.success) throw damaged("no plan file", name);
  if (format.data.yaodian.format > PLAN_FORMAT) {
    throw new HostError("newer", `format ${format.data.yaodian.format} > ${PLAN_FORMAT}`, name);
  }
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) throw damaged("envelope has the wrong shape", name);
  const { sha256: seal, ...head } = envelope.data.yaodian;
  if (sumOf(head, envelope.data.plan) !== seal) throw damaged("sum does not match", name);
  const upgraded = upgradePlan(head.format, envelope.data.plan);
  if (!upgraded.ok) throw new HostError(upgraded.reason, upgraded.detail, name);
  return {
    documentId: head.documentId,
    revision: head.revision,
    previous: head.previous,
    plan: upgraded.plan,
    seal,
  };
}

/** Whether bytes begin as a plan file does, be it whole, damaged or newer. */
export function isPlanFile(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, START_BYTES)).toString("latin1");
  return /^\s*\{\s*"yaodian"\s*:/.test(start);
}

/** Enough for the first key of a file that another program has indented. */
const START_BYTES = 64;

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    // Bytes that are no UTF-8 give a TypeError, text that is no JSON a SyntaxError.
    if (error instanceof TypeError || error instanceof SyntaxError) throw damaged("not readable", name);
    throw error;
  }
}

/** Sum of the envelope; `undefined` where the plan is nested so deeply that it cannot be one. */
function sumOf(head: Parameters<typeof sealedText>[0], plan: unknown): string | undefined {
  try {
    return sha256(sealedText(head, plan));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function damaged(detail: string, name: string): HostError {
  return new HostError("damaged", detail, name);
}
