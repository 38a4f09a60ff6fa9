import { MAX_MESSAGE_BYTES } from "./contract.ts";
import type { Dispatch } from "./dispatch.ts";
import { failureOf, HostError } from "./host-error.ts";
import { decodeMessage, encodeMessage } from "./wire.ts";

/** `dispatch` for a transport of bytes: answers a message with a message; never rejects. */
export function createWireDispatch(
  dispatch: Dispatch,
): (method: string, message: Uint8Array) => Promise<Uint8Array<ArrayBuffer>> {
  return async (method, message) => {
    if (message.byteLength > MAX_MESSAGE_BYTES)
      return refusal(new HostError("too-large", "message too large"));
    let request: unknown;
    try {
      request = decodeMessage(message);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return refusal(new HostError("bad-request", error.message));
    }
    return encodeMessage(await dispatch(method, request));
  };
}

function refusal(error: HostError): Uint8Array<ArrayBuffer> {
  return encodeMessage({ ok: false, failure: failureOf(error) });
}
