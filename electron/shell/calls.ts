import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { isAppAddress } from "./app-address.ts";
import type { CallingPage } from "./page-printer.ts";
import { CALL_CHANNEL } from "./preload-channel.ts";

/**
 * Passes calls of our own page to `dispatch`, whose reply it sends back; the only user of `ipcMain`. A call from any
 * other frame is refused with a rejection that says nothing. `dispatch` checks method and request; while it answers,
 * `calling` knows the page.
 */
export function acceptCalls(
  dispatch: (method: string, request: unknown) => Promise<unknown>,
  calling: CallingPage,
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, request: unknown) => {
    if (!isOwnPage(event) || typeof method !== "string") throw new Error("refused");
    return calling.run(event.sender, () => dispatch(method, request));
  });
}

/** The frame is null once it has gone; a frame inside the page, or a page from elsewhere, has no business here. */
function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}
