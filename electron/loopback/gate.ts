import { createHash, timingSafeEqual } from "node:crypto";

/** What the gate looks at; header names are lower case, `undefined` where a header is missing. */
export interface GateRequest {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

/** What a request must match. */
export interface Lock {
  /** `127.0.0.1:port`, as a browser sends it in Host. */
  readonly authority: string;
  /** Key of this launch, known only to the page that the launch opened. */
  readonly key: string;
  /** Media type of a call's body. */
  readonly contentType: string;
}

/** HTTP status of a refusal and the reason, in English, for whoever debugs the page. */
export interface Refusal {
  readonly status: 401 | 403 | 405 | 415 | 421;
  readonly reason: string;
}

/**
 * Why any request is refused before its path is looked at, or `undefined` to go on. In this order: the Host must be
 * our own address (a rebound name is 421), the Origin, if there is one, our own and always there on a POST, and the
 * browser must not say that another site asks.
 */
export function refuseForeign(request: GateRequest, lock: Lock): Refusal | undefined {
  if (request.header("host") !== lock.authority) return { status: 421, reason: "foreign host" };
  const origin = request.header("origin");
  if (origin === undefined && request.method === "POST") return { status: 403, reason: "no origin" };
  if (origin !== undefined && origin !== `http://${lock.authority}`) {
    return { status: 403, reason: "foreign origin" };
  }
  const site = request.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return { status: 403, reason: "foreign site" };
  }
  return undefined;
}

/** Why a call is refused although it comes from our own page's address, or `undefined`: the key, then the media type. */
export function refuseCall(request: GateRequest, lock: Lock): Refusal | undefined {
  if (request.method !== "POST") return { status: 405, reason: "calls are posted" };
  if (!isKey(request.header("authorization"), lock.key)) return { status: 401, reason: "no key" };
  if (request.header("content-type") !== lock.contentType)
    return { status: 415, reason: "foreign media type" };
  return undefined;
}

/** Compares sums of equal length, so that neither the length nor the first wrong character shows in the time taken. */
function isKey(authorization: string | undefined, key: string): boolean {
  return timingSafeEqual(sumOf(authorization ?? ""), sumOf(`Bearer ${key}`));
}

function sumOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
