import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, type Page } from "../../../electron/page/page.ts";
import { contentSecurityPolicy } from "../../../electron/page/security-headers.ts";

let folder: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  await mkdir(join(folder, "ui", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "ui", "index.html"), '<style nonce="__CSP_NONCE__"></style>__CSP_NONCE__');
  await writeFile(join(folder, "ui", "assets", "app-1a2b.js"), "start()");
  await writeFile(join(folder, "ui", "assets", "字体.woff2"), new Uint8Array([0, 255]));
  await symlink(join(folder, "secret.txt"), join(folder, "ui", "link.txt"));
  page = await openPage(join(folder, "ui"), "'none'");
});

afterAll(() => rm(folder, { recursive: true }));

describe("contentSecurityPolicy", () => {
  it("allows own scripts, own and marked styles, and nothing else that runs", () => {
    expect(contentSecurityPolicy("abc", "'self'").split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-abc'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types ProseMirrorClipboard",
    ]);
  });
});

describe("openPage", () => {
  it("fills a fresh nonce into every load of the page and names it in the policy", async () => {
    const nonces = new Set<string>();
    for (const path of ["/", "/index.html", "/"]) {
      const response = await page.respond(path);
      const nonce = /^<style nonce="([\w+/]{22}==)"><\/style>\1$/.exec(await response.text())?.[1] ?? "";
      expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy(nonce, "'none'"));
      expect(response.headers.get("cache-control")).toBe("no-store");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it("serves files with their media type", async () => {
    const script = await page.respond("/assets/app-1a2b.js");
    expect(await script.text()).toBe("start()");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("x-content-type-options")).toBe("nosniff");
    const font = await page.respond(new URL("app://x/assets/字体.woff2").pathname);
    expect(new Uint8Array(await font.arrayBuffer())).toEqual(new Uint8Array([0, 255]));
    expect(font.headers.get("content-type")).toBe("font/woff2");
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/....//secret.txt",
    "/./index.html",
    "//index.html",
    "/index.html/",
    "/index.html%00.js",
    "/index.html\0",
    "/INDEX.HTML",
    "/assets",
    "/assets/",
    "/link.txt",
    "/C:/Windows/win.ini",
    "/file:///etc/passwd",
    "/etc/passwd",
    "",
  ])("answers 404 to %j", async (path) => {
    expect((await page.respond(path)).status).toBe(404);
  });

  it("rejects a folder that is not there", async () => {
    await expect(openPage(join(folder, "none"), "'none'")).rejects.toThrow("ENOENT");
  });
});
