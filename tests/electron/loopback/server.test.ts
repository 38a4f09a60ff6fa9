import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Loopback, startLoopback } from "../../../electron/loopback/server.ts";
import { openPage } from "../../../electron/page/page.ts";

const CONTENT_TYPE = "application/x-test";
const MAX_BODY_BYTES = 1000;

let folder: string;
let loopback: Loopback;
let port: number;
let key: string;
const calls: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "loopback-"));
  await mkdir(join(folder, "ui", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "ui", "index.html"), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
  await writeFile(join(folder, "ui", "assets", "app.js"), "start()");
  loopback = await startLoopback({
    page: await openPage(join(folder, "ui"), "'self'"),
    call: async (method, body) => {
      calls.push(method);
      return new TextEncoder().encode(`${method}:${body.byteLength}`);
    },
    contentType: CONTENT_TYPE,
    maxBodyBytes: MAX_BODY_BYTES,
  });
  const address = new URL(loopback.address);
  port = Number(address.port);
  key = address.hash.replace("#key=", "");
});

afterAll(async () => {
  await loopback.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends one request; a header set to undefined is left out. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  body?: Uint8Array | string,
): Promise<Answer> {
  const given = Object.fromEntries(
    Object.entries({ host: `127.0.0.1:${port}`, ...headers }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: given }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (data) => (text += data));
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** A call as our own page makes it, with some headers changed. */
function call(
  changed: Readonly<Record<string, string | undefined>> = {},
  body: Uint8Array | string = "hello",
) {
  return send(
    "POST",
    "/call/app.status",
    {
      origin: `http://127.0.0.1:${port}`,
      "sec-fetch-site": "same-origin",
      authorization: `Bearer ${key}`,
      "content-type": CONTENT_TYPE,
      ...changed,
    },
    body,
  );
}

describe("startLoopback", () => {
  it("answers a call of its own page", async () => {
    const answer = await call();
    expect([answer.status, answer.body, answer.headers["content-type"]]).toEqual([
      200,
      "app.status:5",
      CONTENT_TYPE,
    ]);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("names a port of 127.0.0.1 and a key of 32 bytes, another one at every launch", async () => {
    expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}$/);
    const second = await startLoopback({
      page: await openPage(join(folder, "ui"), "'self'"),
      call: async (_method, body) => body,
      contentType: CONTENT_TYPE,
      maxBodyBytes: MAX_BODY_BYTES,
    });
    await second.stop();
    expect(new URL(second.address).hash).not.toBe(`#key=${key}`);
  });

  const refused: readonly (readonly [string, number, () => Promise<Answer>])[] = [
    ["a name that was rebound to this machine", 421, () => call({ host: `evil.example:${port}` })],
    ["localhost, which other programs may answer", 421, () => call({ host: `localhost:${port}` })],
    ["a Host without the port", 421, () => call({ host: "127.0.0.1" })],
    ["a Host that only begins like ours", 421, () => call({ host: `127.0.0.1.evil.example:${port}` })],
    ["a Host that is no address at all", 400, () => call({ host: `127.0.0.1:${port}.evil.example` })],
    ["a page asked for under a foreign name", 421, () => send("GET", "/", { host: `evil.example:${port}` })],
    ["a foreign Origin", 403, () => call({ origin: "https://evil.example" })],
    ["the Origin of another port", 403, () => call({ origin: `http://127.0.0.1:${port + 1}` })],
    ["an Origin of null", 403, () => call({ origin: "null" })],
    ["a post without Origin", 403, () => call({ origin: undefined })],
    ["a foreign Origin on a GET", 403, () => send("GET", "/", { origin: "https://evil.example" })],
    ["a request of another site", 403, () => call({ "sec-fetch-site": "cross-site" })],
    ["a request of another port of this machine", 403, () => call({ "sec-fetch-site": "same-site" })],
    ["a call without key", 401, () => call({ authorization: undefined })],
    ["a call with a wrong key", 401, () => call({ authorization: `Bearer ${"A".repeat(43)}` })],
    ["a key in the query", 401, () => send("POST", `/call/app.status?key=${key}`, ownHeadersWithoutKey())],
    ["a key in a cookie", 401, () => call({ authorization: undefined, cookie: `key=${key}` })],
    ["a media type that a form can send", 415, () => call({ "content-type": "text/plain" })],
    ["a call by GET", 405, () => send("GET", "/call/app.status", { authorization: `Bearer ${key}` })],
    ["a preflight", 405, () => send("OPTIONS", "/call/app.status", {})],
    ["a declared length above the limit", 413, () => call({}, "x".repeat(MAX_BODY_BYTES + 1))],
    [
      "a body that grows above the limit while it arrives",
      413,
      () => call({ "transfer-encoding": "chunked" }, "x".repeat(MAX_BODY_BYTES + 1)),
    ],
  ];
  it.each(refused)("refuses %s", async (_what, status, send) => {
    calls.length = 0;
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(calls).toEqual([]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answer.body).not.toContain(key);
  });

  it("accepts a body as large as the limit", async () => {
    expect(await call({}, "x".repeat(MAX_BODY_BYTES))).toMatchObject({
      status: 200,
      body: "app.status:1000",
    });
  });

  it("serves the page without a key, and the key is not in it", async () => {
    const answer = await send("GET", "/", { "sec-fetch-site": "none" });
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-security-policy"]).toContain("connect-src 'self'");
    expect(answer.body).not.toContain(key);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "//secret.txt",
    "/secret.txt",
    "/index.html%00",
    "/C:/Windows/win.ini",
  ])("does not serve %s", async (path) => {
    const answer = await send("GET", path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain("secret");
  });

  it("cannot be reached through another address of this machine", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === "IPv4")
      .map((address) => address.address);
    // Any address of 127.0.0.0/8 is this machine on Linux, so there is one to try where there is no network.
    for (const address of [...others, ...(process.platform === "linux" ? ["127.0.0.2"] : [])]) {
      expect(await canConnect(address)).toBe(false);
    }
  });

  it("counts idle time from the last call, and none while one is running", async () => {
    const seen: number[] = [];
    const second = await startLoopback({
      page: await openPage(join(folder, "ui"), "'self'"),
      call: async (_method, body) => {
        seen.push(second.idleFor());
        return body;
      },
      contentType: CONTENT_TYPE,
      maxBodyBytes: MAX_BODY_BYTES,
    });
    expect(second.idleFor()).toBeGreaterThan(0);
    const address = new URL(second.address);
    const response = await fetch(`${address.origin}/call/app.status`, {
      method: "POST",
      headers: {
        origin: address.origin,
        authorization: `Bearer ${address.hash.slice("#key=".length)}`,
        "content-type": CONTENT_TYPE,
      },
    });
    await response.arrayBuffer();
    expect(seen).toEqual([0]);
    expect(second.idleFor()).toBeGreaterThan(0);
    await second.stop();
  });

  it("frees its port when stopped", async () => {
    const second = await startLoopback({
      page: await openPage(join(folder, "ui"), "'self'"),
      call: async (_method, body) => body,
      contentType: CONTENT_TYPE,
      maxBodyBytes: MAX_BODY_BYTES,
    });
    await second.stop();
    expect(await canConnect("127.0.0.1", Number(new URL(second.address).port))).toBe(false);
  });
});

function ownHeadersWithoutKey() {
  return {
    origin: `http://127.0.0.1:${port}`,
    "sec-fetch-site": "same-origin",
    "content-type": CONTENT_TYPE,
  };
}

function canConnect(host: string, toPort = port): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: toPort, timeout: 1000 }, () =>
      resolve(!socket.destroy().connecting),
    );
    socket.on("error", () => resolve(false));
    socket.on("timeout", () => resolve(!socket.destroy()));
  });
}
