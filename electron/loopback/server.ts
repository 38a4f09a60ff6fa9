import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Page } from "../page/page.ts";
import { SECURITY_HEADERS } from "../page/security-headers.ts";
import { readBody } from "./body.ts";
import { type Lock, type Refusal, refuseCall, refuseForeign } from "./gate.ts";

/** The only address the server ever binds: this machine, nobody else. */
const ADDRESS = "127.0.0.1";
const KEY_BYTES = 32;
const MAX_HEADER_BYTES = 8 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
/** A 64 MiB upload from the same machine takes seconds; whatever takes longer is stuck. */
const REQUEST_TIMEOUT_MS = 60_000;
const STOP_PATIENCE_MS = 5_000;
/** A browser opens at most six per address, whatever the number of tabs; twice that leaves room for a second browser. */
const MAX_CONNECTIONS = 16;

export interface LoopbackOptions {
  readonly page: Page;
  /** Answers one call: the body as it came, the reply as it goes. Never rejects. */
  readonly call: (method: string, body: Uint8Array) => Promise<Uint8Array>;
  /** Media type of calls and replies. */
  readonly contentType: string;
  /** Most bytes of one body. */
  readonly maxBodyBytes: number;
}

/** A running server. */
export interface Loopback {
  /** Address of the page with the key in its fragment, which a browser keeps to itself. */
  readonly address: string;
  /** Milliseconds since the last call was answered; 0 while one is running. */
  readonly idleFor: () => number;
  /** Refuses new requests, waits for running ones and frees the port. */
  readonly stop: () => Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1 with a fresh key; rejects where no port can be bound. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const key = randomBytes(KEY_BYTES).toString("base64url");
  const activity = { running: 0, last: performance.now() };
  // The port is known once the server listens, and nothing is answered before.
  let lock: Lock | undefined;
  const app = new Hono();

  app.use(async (context, next) => {
    if (lock === undefined) return refuse(context, { status: 421, reason: "not listening yet" });
    const refusal = refuseForeign(facts(context), lock);
    if (refusal) return refuse(context, refusal);
    return next();
  });
  app.all("/call/:method", async (context) => {
    const refusal = lock && refuseCall(facts(context), lock);
    if (refusal) return refuse(context, refusal);
    const body = await readBody(context.req.raw, options.maxBodyBytes);
    if (body === undefined) return refuse(context, { status: 413, reason: "too large" });
    activity.running += 1;
    try {
      const reply = await options.call(context.req.param("method"), body);
      return new Response(new Uint8Array(reply), {
        headers: { ...SECURITY_HEADERS, "content-type": options.contentType, "cache-control": "no-store" },
      });
    } finally {
      activity.running -= 1;
      activity.last = performance.now();
    }
  });
  app.get("*", (context) => options.page.respond(new URL(context.req.url).pathname));
  app.notFound((context) => refuse(context, { status: 405, reason: "no such method" }));

  const { server, port } = await listen(app);
  lock = { authority: `${ADDRESS}:${port}`, key, contentType: options.contentType };
  return {
    address: `http://${ADDRESS}:${port}/#key=${key}`,
    idleFor: () => (activity.running > 0 ? 0 : performance.now() - activity.last),
    stop: () => stop(server),
  };
}

function listen(app: Hono): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: ADDRESS,
        port: 0,
        serverOptions: {
          maxHeaderSize: MAX_HEADER_BYTES,
          headersTimeout: HEADERS_TIMEOUT_MS,
          requestTimeout: REQUEST_TIMEOUT_MS,
        },
      },
      ({ port }) => {
        server.off("error", reject);
        resolve({ server, port });
      },
      // Without TLS or HTTP/2 options the adapter makes a plain HTTP server.
    ) as Server;
    server.maxConnections = MAX_CONNECTIONS;
    server.once("error", reject);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A call that is still running, such as a long export, gets its reply if it is quick.
    const timer = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    // Connections that a browser only keeps for later would hold the server for minutes.
    server.closeIdleConnections();
  });
}

function facts(context: Context) {
  return { method: context.req.method, header: (name: string) => context.req.header(name) };
}

function refuse(context: Context, refusal: Refusal | { readonly status: 413; readonly reason: string }) {
  return context.text(refusal.reason, refusal.status, { ...SECURITY_HEADERS, "cache-control": "no-store" });
}
