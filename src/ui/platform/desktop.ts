/** Platform of the desktop app: files are chosen in the system's dialogs, which the host shows. */
import type { Host } from "../../host/client.ts";
import type { Platform, SourceFile } from "./platform.ts";

export function createDesktopPlatform(host: Host): Platform {
  const chooseSource: Platform["chooseSource"] = async () => {
    const reply = await host.call("dialog.openSource", {});
    if (!reply.ok) return reply;
    const { file } = reply.value;
    return { ok: true, value: file ? sourceFile(file) : undefined };
  };
  return {
    kind: "desktop",
    chooseSource,
    chooseLibraryFile: chooseSource,
    chooseSources: async (what) => {
      const reply = await host.call("dialog.openSources", { what });
      if (!reply.ok) return reply;
      const { files, more } = reply.value;
      const sources = files.map(({ name, handle }) => ({
        name,
        load: async () => {
          const read = await host.call("source.bytes", { handle });
          return read.ok ? { ok: true as const, value: sourceFile(read.value) } : read;
        },
      }));
      return { ok: true, value: { sources, more } };
    },
    openPlan: async () => {
      const reply = await host.call("dialog.openPlan", {});
      if (!reply.ok) return reply;
      const { handle } = reply.value;
      return handle === null ? { ok: true, value: undefined } : host.call("plan.open", { handle });
    },
    chooseSaveTarget: async (proposed) => {
      const reply = await host.call("dialog.savePlan", { name: proposed });
      if (!reply.ok) return reply;
      const { handle } = reply.value;
      return { ok: true, value: handle === null ? undefined : { kind: "file", handle } };
    },
    chooseExportTarget: async (proposed) => {
      const reply = await host.call("dialog.saveExport", { name: proposed });
      if (!reply.ok) return reply;
      const { handle } = reply.value;
      return { ok: true, value: handle === null ? undefined : { kind: "file", handle } };
    },
    chooseExportFolder: async () => {
      const reply = await host.call("dialog.exportFolder", {});
      if (!reply.ok) return reply;
      const { handle, name } = reply.value;
      return { ok: true, value: handle === null ? undefined : { handle, name } };
    },
    showFile: (handle, name) => host.call("dialog.showFile", { handle, name }),
    download: () => {
      // The host writes the file itself; there is nothing to hand over.
    },
  };
}

/** A file of the host's reply with bytes of its own. */
function sourceFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): SourceFile {
  return { name, bytes: new Uint8Array(bytes) };
}
