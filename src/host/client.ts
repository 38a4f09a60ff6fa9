/** Renderer side of the contract. */
import { z } from "zod";
import {
  contract,
  type Envelope,
  type Failure,
  failureSchema,
  type Method,
  type ReplyOf,
  type RequestOf,
} from "./contract.ts";

/** Carries one call to the host and its envelope back; rejects where the host cannot be reached. */
export type Transport = (method: string, request: unknown) => Promise<unknown>;

export interface Host {
  /** Calls a method; never rejects. A reply that breaks the contract is a failure, like any other. */
  readonly call: <M extends Method>(method: M, request: RequestOf<M>) => Promise<Envelope<ReplyOf<M>>>;
}

const SECOND_MS = 1000;
const DEFAULT_TIMEOUT_MS = 30 * SECOND_MS;

/** Milliseconds a call may take where the default does not fit; null: as long as the drafter wants. */
const TIMEOUTS_MS: Partial<Readonly<Record<Method, number | null>>> = {
  "dialog.openPlan": null,
  "dialog.savePlan": null,
  "dialog.saveExport": null,
  "dialog.openSource": null,
  "dialog.openSources": null,
  "dialog.exportFolder": null,
  "layout.pages": 120 * SECOND_MS,
  "export.docx": 120 * SECOND_MS,
  "export.files": 120 * SECOND_MS,
  "library.add": 120 * SECOND_MS,
};

const envelopeSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);

/** The one entry on the renderer side. */
export function createHost(transport: Transport, defaultTimeout = DEFAULT_TIMEOUT_MS): Host {
  return {
    call: async (method, request) => {
      const limit = TIMEOUTS_MS[method];
      try {
        const answer = await within(limit === undefined ? defaultTimeout : limit, () =>
          transport(method, request),
        );
        return answer === TIMED_OUT ? failed("timed-out", `${method} took too long`) : check(method, answer);
      } catch (error) {
        return failed("disconnected", error instanceof Error ? error.message : String(error));
      }
    },
  };
}

function check<M extends Method>(method: M, answer: unknown): Envelope<ReplyOf<M>> {
  const envelope = envelopeSchema.safeParse(answer);
  if (!envelope.success) return failed("internal", `${method}: ${z.prettifyError(envelope.error)}`);
  if (!envelope.data.ok) return envelope.data;
  const reply = contract[method].reply.safeParse(envelope.data.value);
  if (!reply.success) return failed("internal", `${method}: ${z.prettifyError(reply.error)}`);
  // The schema is that of the method, which the union of all methods cannot express.
  return { ok: true, value: reply.data as ReplyOf<M> };
}

function failed(code: Failure["code"], detail: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, detail, name: null } };
}

const TIMED_OUT = Symbol("timed out");

async function within<T>(limit: number | null, start: () => Promise<T>): Promise<T | typeof TIMED_OUT> {
  if (limit === null) return start();
  let timer: unknown;
  const timeout = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), limit);
  });
  try {
    return await Promise.race([start(), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
