import { contextBridge, ipcRenderer } from "electron";
import { MENU_MESSAGE } from "../../src/host/menu-message.ts";
import { CALL_CHANNEL, COMMAND_CHANNEL } from "./preload-channel.ts";

/** What is used of the page here; the shell is compiled without the library of browsers. */
declare const window: { readonly postMessage: (message: unknown, targetOrigin: "/") => void };

// One function, nothing else: the page can name a method of the host contract and pass it a value. No event, no
// channel name and nothing of Electron reaches it.
contextBridge.exposeInMainWorld("yaodian", {
  call: (method: unknown, request: unknown) => ipcRenderer.invoke(CALL_CHANNEL, method, request),
});

// The other way goes only the id of a command chosen in the menu bar, as a message of the page to itself.
ipcRenderer.on(COMMAND_CHANNEL, (_event, id: unknown) => {
  if (typeof id === "string") window.postMessage({ type: MENU_MESSAGE, id }, "/");
});
