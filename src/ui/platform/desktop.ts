/** Platform of the desktop app: files are chosen in the system's dialogs, which the host shows. */
import type { Host } from "../../host/client.ts";
import type { Platform } from "./platform.ts";

export function createDesktopPlatform(host: Host): Platform {
  return {
    kind: "desktop",
    chooseSource: async () => {
      const reply = await host.call("dialog.openSource", {});
      if (!reply.ok) return reply;
      const { file } = reply.value;
      return { ok: true, value: file ? { name: file.name, bytes: new Uint8Array(file.bytes) } : undefined };
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
    download: () => {
      // The host writes the file itself; there is nothing to hand over.
    },
  };
}
