import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { protocol } from "electron";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { registerAppScheme, serveApp } from "../../../electron/shell/app-protocol.ts";
import { FOREIGN_ADDRESSES } from "./foreign-addresses.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

let folder: string;
let respond: (request: Request) => Promise<Response> | Response;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ui-"));
  await writeFile(join(folder, "index.html"), "__CSP_NONCE__");
  await serveApp(folder);
  const [scheme, handler] = vi.mocked(protocol.handle).mock.calls[0] ?? [];
  expect(scheme).toBe("app");
  if (handler) respond = handler as typeof respond;
});

afterAll(() => rm(folder, { recursive: true }));

describe("registerAppScheme", () => {
  it("makes the scheme a secure origin that may not leave the content security policy", () => {
    registerAppScheme();
    expect(vi.mocked(protocol.registerSchemesAsPrivileged).mock.calls).toEqual([
      [[{ scheme: "app", privileges: { standard: true, secure: true, codeCache: true } }]],
    ]);
  });
});

describe("serveApp", () => {
  it("serves the page with a policy that allows no connection at all", async () => {
    const response = await respond({ method: "GET", url: "app://yaodian/" } as Request);
    const nonce = await response.text();
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy.split("; ")).toContain("connect-src 'none'");
    expect(policy.split("; ")).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toContain("unsafe");
  });

  it.each(FOREIGN_ADDRESSES.filter((url) => URL.canParse(url)))("refuses %s", async (url) => {
    expect((await respond({ method: "GET", url } as Request)).status).toBe(403);
  });

  it("refuses a post", async () => {
    expect((await respond({ method: "POST", url: "app://yaodian/" } as Request)).status).toBe(403);
  });
});
