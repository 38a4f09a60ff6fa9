/** Host side of the contract: one entry for every method. */
import { z } from "zod";
import { contract, type Envelope, type Method, type ReplyOf, type RequestOf } from "./contract.ts";
import { failureOf, HostError } from "./host-error.ts";

/** What answers each method. A handler throws `HostError` for what the caller must know; anything else is a bug. */
export type Handlers = {
  readonly [M in Method]: (request: RequestOf<M>) => ReplyOf<M> | Promise<ReplyOf<M>>;
};

/** Answers one call; never rejects. */
export type Dispatch = (method: string, request: unknown) => Promise<Envelope<unknown>>;

/**
 * The one entry on the host side. Requests and replies are checked against the contract; an unknown method, a bad
 * request, a `HostError` and a bug each become a failure. `report` is told of bugs, whose detail stays on the host.
 */
export function createDispatch(
  handlers: Handlers,
  report: (error: unknown, method: string) => void = () => {},
): Dispatch {
  return async (method, request) => {
    try {
      return { ok: true, value: await answer(handlers, method, request) };
    } catch (error) {
      if (error instanceof HostError) return { ok: false, failure: failureOf(error) };
      report(error, method);
      return { ok: false, failure: { code: "internal", detail: `${method} failed`, name: null } };
    }
  };
}

async function answer(handlers: Handlers, method: string, request: unknown): Promise<unknown> {
  if (!isMethod(method)) throw new HostError("unknown-method", "no such method");
  const row = contract[method];
  const checked = parseRequest(row.request, request);
  // The row and the handler of one method belong together, which the union of all methods cannot express.
  const handler = handlers[method] as (request: unknown) => unknown;
  return row.reply.parse(await handler(checked));
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(contract, method);
}

function parseRequest(schema: z.ZodType, request: unknown): unknown {
  let result: z.ZodSafeParseResult<unknown>;
  try {
    result = schema.safeParse(request);
  } catch (error) {
    // Values nested too deeply exhaust the stack of the check.
    throw new HostError("bad-request", "request cannot be checked", null, { cause: error });
  }
  if (!result.success) throw new HostError("bad-request", z.prettifyError(result.error));
  return result.data;
}
