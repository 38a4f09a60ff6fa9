import { contextBridge, ipcRenderer } from "electron";
import { CALL_CHANNEL } from "./preload-channel.ts";

// One function, nothing else: the page can name a method of the host contract and pass it a value. No event, no
// channel name and nothing of Electron reaches it.
contextBridge.exposeInMainWorld("yaodian", {
  call: (method: unknown, request: unknown) => ipcRenderer.invoke(CALL_CHANNEL, method, request),
});
