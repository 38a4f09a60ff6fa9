import type { Transport } from "./client.ts";
import type { Failure } from "./contract.ts";
import { decodeMessage, encodeMessage, MESSAGE_TYPE } from "./wire.ts";

/** Status of a request over the server's limit (RFC 9110, 15.5.14). */
const CONTENT_TOO_LARGE = 413;

/** Calls over HTTP: `POST <base>/call/<method>` with the key of this launch. */
export interface HttpAddress {
  /** Origin of the server without a closing slash, e.g. `http://127.0.0.1:4321`; empty: the page's own. */
  readonly base: string;
  readonly key: string;
  /** Headers beside those of a call; a browser sends its own Origin, a test must give one. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Transport of the app in a browser; rejects where the server does not answer with a message. */
export function createHttpTransport({ base, key, headers = {} }: HttpAddress): Transport {
  return async (method, request) => {
    const response = await fetch(`${base}/call/${encodeURIComponent(method)}`, {
      method: "POST",
      headers: { ...headers, "content-type": MESSAGE_TYPE, authorization: `Bearer ${key}` },
      body: encodeMessage(request),
    });
    if (response.status === CONTENT_TOO_LARGE) {
      const failure: Failure = { code: "too-large", detail: "the message is over the limit", name: null };
      return { ok: false, failure };
    }
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return decodeMessage(new Uint8Array(await response.arrayBuffer()));
  };
}
