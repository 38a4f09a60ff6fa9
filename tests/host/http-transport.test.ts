import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
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
  return new Promise((resolve) => {
    server = createServer((_, response) => response.writeHead(status).end());
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server?.address() as AddressInfo).port}`),
    );
  });
}
