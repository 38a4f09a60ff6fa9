import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createHost } from "../../src/host/client.ts";
import { createHttpTransport } from "../../src/host/http-transport.ts";

let server: Server | undefined;
afterEach(() => server?.close());

describe("createHttpTransport", () => {
  it.each([
    [413, "too-large"],
    [500, "disconnected"],
    [404, "disconnected"],
  ])("takes status %i for %s", async (status, code) => {
    const base = await serve(status);
    const host = createHost(createHttpTransport({ base, key: "key" }));
    expect(await host.call("app.status", {})).toMatchObject({ ok: false, failure: { code } });
  });
});

function serve(status: number): Promise<string> {
  const started = createServer((_, response) => response.writeHead(status).end());
  server = started;
  return new Promise((resolve) => {
    started.listen(0, "127.0.0.1", () => {
      const address = started.address();
      if (address === null || typeof address === "string") throw new Error("no port");
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}
