/** Finds the way to the host: the preload's one function in the desktop app, HTTP with the launch key in a browser. */
import { createHost, type Host } from "../../host/client.ts";
import { createHttpTransport } from "../../host/http-transport.ts";
import { createIpcTransport, type PreloadCall } from "../../host/ipc-transport.ts";

const KEY_ITEM = "yaodian.key";

declare global {
  interface Window {
    readonly yaodian?: { readonly call: PreloadCall };
  }
}

/** A host, or `no-key` where the page was opened without the address that the app printed. */
export type Connection =
  | { readonly ok: true; readonly host: Host }
  | { readonly ok: false; readonly reason: "no-key" };

export function connect(window: Window): Connection {
  const { yaodian } = window;
  if (yaodian) return { ok: true, host: createHost(createIpcTransport(yaodian.call)) };
  const key = takeKey(window);
  if (key === null) return { ok: false, reason: "no-key" };
  return { ok: true, host: createHost(createHttpTransport({ base: "", key })) };
}

/**
 * The key of this launch: out of the address once, where it must not stay visible or be bookmarked, and from the
 * tab's own storage after a reload.
 */
function takeKey(window: Window): string | null {
  const key = new URLSearchParams(window.location.hash.slice(1)).get("key");
  if (key === null) return window.sessionStorage.getItem(KEY_ITEM);
  window.sessionStorage.setItem(KEY_ITEM, key);
  window.history.replaceState(null, "", window.location.pathname);
  return key;
}
