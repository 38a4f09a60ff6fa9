/** Writing a note (对比说明, a table) or a picture into a file, and saying what became of it. */
import { useState } from "react";
import type { Note } from "../../core/compare/note.ts";
import type { RequestOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { compareStrings as strings } from "./compare.strings.ts";

export type NoteFormat = RequestOf<"compare.note">["format"];

export interface NoteExport {
  /** What became of the last export; empty before. */
  readonly message: string;
  readonly say: (message: string) => void;
  /** Under a proposed name, which is given its ending. */
  readonly note: (note: Note, name: string, format: NoteFormat) => Promise<void>;
  readonly bytes: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<void>;
}

export function useNoteExport(): NoteExport {
  const { host, platform } = useServices();
  const [message, say] = useState("");
  const chosen = async (name: string) => {
    const target = await platform.chooseExportTarget(name);
    if (!target.ok) say(failureText(target.failure, "export"));
    return target.ok ? target.value : undefined;
  };
  return {
    message,
    say,
    note: async (note, name, format) => {
      const target = await chosen(`${name}.${format}`);
      if (!target) return;
      const reply = await host.call("compare.note", { note, format, target });
      if (!reply.ok) return say(failureText(reply.failure, "export"));
      if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
      say(strings.exported(reply.value.name));
    },
    bytes: async (bytes, name) => {
      const target = await chosen(name);
      if (!target) return;
      const reply = await host.call("export.bytes", { name, bytes, target });
      if (!reply.ok) return say(failureText(reply.failure, "export"));
      if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
      say(strings.exported(reply.value.name));
    },
  };
}
