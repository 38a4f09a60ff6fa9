/** Reads a file through the host, for the windows that show it. */
import type { Host } from "../../host/client.ts";
import { failureText } from "../messages.ts";
import type { SourceFile } from "../platform/platform.ts";
import { type ImportedDocument, importedDocument } from "./imported-document.ts";

export type ReadOutcome =
  | { readonly ok: true; readonly document: ImportedDocument }
  /** `text`: what is wrong with the file and what to do. */
  | { readonly ok: false; readonly text: string };

export async function readFile(host: Pick<Host, "call">, file: SourceFile): Promise<ReadOutcome> {
  const reply = await host.call("source.read", file);
  if (!reply.ok) return { ok: false, text: failureText(reply.failure, "read", file.name) };
  return { ok: true, document: importedDocument({ file, ...reply.value }) };
}
