import { app } from "electron";

/**
 * Address of the only page that a window ever shows, in a scheme of the app's own.
 *
 * Schemes can be made only until Electron is ready. Some launchers load an app after that; then the page lies at a
 * name that can never exist (RFC 2606, `.invalid`) in a scheme that is there already, answered by the same handler
 * before anything could reach a network.
 */
export const APP_ADDRESS = app.isReady() ? "https://yaodian.invalid/" : "app://yaodian/";

const { protocol: SCHEME, host: HOST } = new URL(APP_ADDRESS);

/** Scheme of the app's address, without the colon. */
export const APP_SCHEME = SCHEME.slice(0, -1);

/**
 * Whether `url` lies at the app's own address. Parts are compared as a URL parser sees them, because text that only
 * begins like the address may name another host.
 */
export function isAppAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === SCHEME && host === HOST && username === "" && password === "";
}
