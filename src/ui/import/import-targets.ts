/** Where an imported document goes: library, template, a new draft. */

import { plannedPart } from "../../core/template/planned-part.ts";
import type { Host } from "../../host/client.ts";
import { failureText } from "../messages.ts";
import { importStrings as strings } from "./import.strings.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { isUndecided } from "./read-again.ts";

export const IMPORT_TARGETS = ["library", "template", "plan"] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** What was done, each in a few words, or what kept it from being done. */
export type ImportOutcome =
  | { readonly ok: true; readonly deeds: readonly string[] }
  | { readonly ok: false; readonly text: string };

/** Brings a document into library and templates as asked; the draft is made by the dialog that asks for its year. */
export async function importInto(
  host: Pick<Host, "call">,
  document: ImportedDocument,
  targets: ReadonlySet<ImportTarget>,
): Promise<ImportOutcome> {
  const { file, current, decisions } = document;
  const deeds: string[] = [];
  if (targets.has("library")) {
    const request = isUndecided(decisions) ? file : { ...file, decisions };
    const reply = await host.call("library.add", request);
    if (!reply.ok) return { ok: false, text: failureText(reply.failure, "read", file.name) };
    const { items } = reply.value.document;
    deeds.push(reply.value.updated ? strings.updatedInLibrary(items) : strings.addedToLibrary(items));
  }
  if (targets.has("template")) {
    const issuer = current.issuer ?? current.issuerInferred ?? "";
    const reply = await host.call("templates.add", { plan: plannedPart(current.plan), issuer });
    if (!reply.ok) return { ok: false, text: failureText(reply.failure, "other") };
    const { name } = reply.value.template;
    deeds.push(reply.value.updated ? strings.updatedTemplate(name) : strings.addedTemplate(name));
  }
  return { ok: true, deeds };
}
