/** The loopback host as a process of its own: one line, then calls, then an end that leaves nothing behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHost } from "../../src/host/client.ts";
import { createHttpTransport } from "../../src/host/http-transport.ts";

const SERVER = join(import.meta.dirname, "..", "..", "dist", "electron", "loopback.mjs");

let dataFolder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "loopback-process-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(dataFolder, { recursive: true });
});

/** Starts the server; `output` is all it has printed so far, `ended` its exit code. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [SERVER, "--data", dataFolder, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  children.push(child);
  const seen = { output: "", error: "" };
  child.stdout.on("data", (data) => (seen.output += data));
  child.stderr.on("data", (data) => (seen.error += data));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const address = new Promise<URL>((resolve, reject) => {
    child.stdout.on("data", () => seen.output.includes("\n") && resolve(new URL(seen.output)));
    child.on("close", () => reject(new Error(`ended: ${seen.error}`)));
  });
  // A test that expects the end does not wait for the address.
  address.catch(() => undefined);
  return { child, seen, ended, address };
}

describe("loopback.mjs", () => {
  it("prints one line with the address and its key, and answers calls until its input ends", async () => {
    const server = start("--until-input-ends");
    const address = await server.address;
    expect(server.seen.output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}\n$/);
    const host = createHost(
      createHttpTransport({
        base: address.origin,
        key: address.hash.replace("#key=", ""),
        headers: { origin: address.origin },
      }),
    );
    const status = await host.call("app.status", {});
    expect(status).toMatchObject({ ok: true, value: { dialogs: false } });
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
    expect(server.seen.error).toBe("");
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "stops on %s although a browser keeps its connection",
    async (signal) => {
      const server = start();
      const address = await server.address;
      expect((await fetch(address.origin)).status).toBe(200);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      await expect(fetch(address.origin)).rejects.toThrow();
    },
  );

  it("leaves a data folder to the process that has it", async () => {
    const first = start();
    await first.address;
    const second = start();
    expect(await second.ended).toBe(3);
    expect([second.seen.output, second.seen.error]).toEqual([
      "",
      `in use by another process: ${dataFolder}\n`,
    ]);
  });

  it("stops when nobody has called for as long as it was told", async () => {
    const server = start("--stop-when-idle", "0.002");
    expect(await server.ended).toBe(0);
  });

  it.each([["--prot", "80"], ["--stop-when-idle", "soon"], ["file"]])("refuses %j %j", async (...args) => {
    const server = start(...args.filter((arg) => arg !== undefined));
    expect(await server.ended).toBe(2);
    expect([server.seen.output, server.seen.error.includes("usage:")]).toEqual(["", true]);
  });
});
