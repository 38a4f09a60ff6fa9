import type { Transport } from "./client.ts";
import type { Dispatch } from "./dispatch.ts";

/** Transport inside one process (tests, command line); both ways are cloned, so that nobody shares an object. */
export function createInProcessTransport(dispatch: Dispatch): Transport {
  return async (method, request) => structuredClone(await dispatch(method, structuredClone(request)));
}
