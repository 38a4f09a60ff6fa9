import type { Transport } from "./client.ts";

/** The single function that the preload script gives to the page. */
export type PreloadCall = (method: string, request: unknown) => Promise<unknown>;

/** Transport of the app in Electron: values travel by structured clone, so nothing needs to be encoded. */
export function createIpcTransport(call: PreloadCall): Transport {
  return (method, request) => call(method, request);
}
