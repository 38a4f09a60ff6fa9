/** Platform of an ordinary browser: opening is an upload, saving goes to the 文稿 folder, export is a download. */
import type { Host } from "../../host/client.ts";
import { pageFiles } from "./page-files.ts";
import {
  LIBRARY_EXTENSION,
  PLAN_EXTENSION,
  type Platform,
  SOURCE_EXTENSIONS,
  type SourceFile,
} from "./platform.ts";

/** Long enough for the browser to take over the bytes before their address is withdrawn, in milliseconds. */
const DOWNLOAD_GRACE = 60_000;

export function createBrowserPlatform(host: Host): Platform {
  return {
    kind: "browser",
    chooseSource: async () => ({ ok: true, value: await chooseFile(SOURCE_EXTENSIONS) }),
    chooseSources: async (what) => ({ ok: true, value: pageFiles(await chooseFiles(what)) }),
    chooseLibraryFile: async () => ({ ok: true, value: await chooseFile([LIBRARY_EXTENSION]) }),
    openPlan: async () => {
      const file = await chooseFile([PLAN_EXTENSION]);
      return file ? host.call("plan.openBytes", file) : { ok: true, value: undefined };
    },
    chooseSaveTarget: async (proposed, ask) => {
      const name = await ask(proposed);
      return { ok: true, value: name === undefined ? undefined : { kind: "name", name } };
    },
    chooseExportTarget: async () => ({ ok: true, value: { kind: "bytes" } }),
    chooseExportFolder: async () => ({ ok: true, value: undefined }),
    download: downloadBytes,
  };
}

/** Reads a dropped or chosen file. */
export async function sourceOf(file: File): Promise<SourceFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function chooseFiles(what: "files" | "folder"): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  if (what === "folder") input.webkitdirectory = true;
  else {
    input.multiple = true;
    input.accept = SOURCE_EXTENSIONS.join(",");
  }
  return new Promise((resolve) => {
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.click();
  });
}

/** Asks for one file in the page; undefined when cancelled. */
export function chooseFile(extensions: readonly string[]): Promise<SourceFile | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = extensions.join(",");
  return new Promise((resolve, reject) => {
    input.addEventListener("cancel", () => resolve(undefined));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) sourceOf(file).then(resolve, reject);
      else resolve(undefined);
    });
    input.click();
  });
}

/** Hands bytes to the browser's downloads. */
export function downloadBytes(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_GRACE);
}
