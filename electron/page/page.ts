import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { contentSecurityPolicy, SECURITY_HEADERS } from "./security-headers.ts";

/** Stands in the built `index.html` wherever the nonce of the load belongs. */
export const NONCE_PLACEHOLDER = "__CSP_NONCE__";

const NONCE_BYTES = 16;

/** Files below this folder carry a hash of their content in their name, so a copy never goes stale. */
const HASHED_FOLDER = "/assets/";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** The built user interface, ready to be served by a protocol handler or an HTTP server. */
export interface Page {
  /**
   * Answer to a GET of `path`, the path of the URL exactly as it was requested (still percent-encoded).
   * Whatever is not one of the files that were there when the page was opened is a 404.
   */
  readonly respond: (path: string) => Promise<Response>;
}

/**
 * Opens the built user interface in `folder` and lists its files once: only these are ever served, whatever a
 * request names. Rejects where the folder cannot be read, e.g. before the first build.
 */
export async function openPage(folder: string, connect: "'none'" | "'self'"): Promise<Page> {
  const files = await listFiles(folder);
  return {
    async respond(path) {
      const file = files.get(path === "/" ? "/index.html" : path);
      if (file === undefined) return notFound();
      const body = await readFile(file);
      if (extname(file) === ".html") return html(body.toString("utf8"), connect);
      return new Response(new Uint8Array(body), {
        headers: {
          ...SECURITY_HEADERS,
          "content-type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
          "cache-control": path.startsWith(HASHED_FOLDER)
            ? "private, max-age=31536000, immutable"
            : "no-cache",
        },
      });
    },
  };
}

/** URL path → file. Paths are compared as requested, so no decoding can lead out of the folder; links are left out. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).map(encodeURIComponent).join("/");
    files.set(`/${path}`, file);
  }
  return files;
}

function html(text: string, connect: "'none'" | "'self'"): Response {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  return new Response(text.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: {
      ...SECURITY_HEADERS,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy(nonce, connect),
      // A copy would carry an old nonce.
      "cache-control": "no-store",
    },
  });
}

function notFound(): Response {
  return new Response("Not found", {
    status: 404,
    headers: { ...SECURITY_HEADERS, "content-type": "text/plain; charset=utf-8" },
  });
}
