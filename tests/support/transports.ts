/** Every way a call can take to the host, over the same dispatch. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { startLoopback } from "../../electron/loopback/server.ts";
import { openPage } from "../../electron/page/page.ts";
import type { Transport } from "../../src/host/client.ts";
import { MAX_MESSAGE_BYTES } from "../../src/host/contract.ts";
import type { Dispatch } from "../../src/host/dispatch.ts";
import { createHttpTransport } from "../../src/host/http-transport.ts";
import { createInProcessTransport } from "../../src/host/in-process-transport.ts";
import { createIpcTransport } from "../../src/host/ipc-transport.ts";
import { MESSAGE_TYPE } from "../../src/host/wire.ts";
import { createWireDispatch } from "../../src/host/wire-dispatch.ts";

export interface OpenTransport {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

/** Opens each transport on a dispatch, by name. */
export const TRANSPORTS: Readonly<Record<string, (dispatch: Dispatch) => Promise<OpenTransport>>> = {
  "in-process": async (dispatch) => ({
    transport: createInProcessTransport(dispatch),
    close: async () => {},
  }),
  ipc: openIpc,
  http: openHttp,
};

/** As between the processes of Electron: one function on this side, values by structured clone through a port. */
async function openIpc(dispatch: Dispatch): Promise<OpenTransport> {
  const { port1: page, port2: host } = new MessageChannel();
  host.on("message", async ({ id, method, request }) => {
    host.postMessage({ id, answer: await dispatch(method, request) });
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  page.on("message", ({ id, answer }) => waiting.get(id)?.(answer));
  let last = 0;
  const call = (method: string, request: unknown) =>
    new Promise<unknown>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      page.postMessage({ id: last, method, request });
    });
  return { transport: createIpcTransport(call), close: async () => page.close() };
}

/** As from the page of a browser: the real server, with the headers that a browser sends by itself. */
async function openHttp(dispatch: Dispatch): Promise<OpenTransport> {
  const folder = await mkdtemp(join(tmpdir(), "yaodian-page-"));
  await writeFile(join(folder, "index.html"), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
  const loopback = await startLoopback({
    page: await openPage(folder, "'self'"),
    call: createWireDispatch(dispatch),
    contentType: MESSAGE_TYPE,
    maxBodyBytes: MAX_MESSAGE_BYTES,
  });
  const { origin, hash } = new URL(loopback.address);
  return {
    transport: createHttpTransport({ base: origin, key: hash.replace("#key=", ""), headers: { origin } }),
    close: async () => {
      await loopback.stop();
      await rm(folder, { recursive: true });
    },
  };
}
