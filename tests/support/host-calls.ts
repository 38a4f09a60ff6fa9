/** Plans driven through the contract, without a test around them. */
import { fileURLToPath } from "node:url";
import type { Host } from "../../src/host/client.ts";
import type { Envelope, ReplyOf, RequestOf } from "../../src/host/contract.ts";

/** Root of the app with templates and seeds. */
export const RESOURCES = fileURLToPath(new URL("../..", import.meta.url));
/** Entry of the worker threads in the sources. */
export const JOB_FILE = fileURLToPath(new URL("../../electron/services/jobs/worker.ts", import.meta.url));

/** Value of a reply; throws with the code of a failure. */
export function replyOf<T>(envelope: Envelope<T>): T {
  if (!envelope.ok) throw new Error(`${envelope.failure.code}: ${envelope.failure.detail}`);
  return envelope.value;
}

/** Code of a failure, `ok` for a reply. */
export function codeOf(envelope: Envelope<unknown>): string {
  return envelope.ok ? "ok" : envelope.failure.code;
}

export const DRAFT_OPTIONS: RequestOf<"plan.create">["options"] = {
  year: 2027,
  issuer: "建阳区教育局",
  region: "",
  numbering: { items: "continuous" },
  carry: "text",
};

/** A new blank plan. */
export async function createBlank(host: Host): Promise<ReplyOf<"plan.create">> {
  return replyOf(await host.call("plan.create", { source: { kind: "blank" }, options: DRAFT_OPTIONS }));
}

/** Step of the editor that types at the start of the title. */
export function typing(text: string): RequestOf<"plan.apply">["steps"][number] {
  return { stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text }] } };
}
