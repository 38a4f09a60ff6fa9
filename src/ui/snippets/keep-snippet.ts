/** 存为常用语: the selected text becomes the newest snippet. */
import { MAX_SNIPPET_TEXT, MAX_SNIPPETS, proposedName, tidiedSnippets } from "../../core/office/snippets.ts";
import type { Host } from "../../host/client.ts";
import { snippetStrings as strings } from "./snippets.strings.ts";

export interface KeptSnippet {
  readonly ok: boolean;
  /** For the drafter. */
  readonly text: string;
}

/** Keeps `selected`, the empty text where nothing is selected, and says what became of it. */
export async function keepSnippet(host: Host, selected: string): Promise<KeptSnippet> {
  const text = selected.trim();
  if (text === "") return { ok: false, text: strings.nothingSelected };
  if (text.length > MAX_SNIPPET_TEXT) return { ok: false, text: strings.tooLong };
  const known = await host.call("snippets.get", {});
  if (!known.ok) return { ok: false, text: strings.notRead };
  const { snippets } = known.value;
  if (snippets.length >= MAX_SNIPPETS) return { ok: false, text: strings.full };
  const added = { id: crypto.randomUUID(), name: proposedName(text), text };
  const reply = await host.call("snippets.set", { snippets: tidiedSnippets([added, ...snippets]) });
  return reply.ok ? { ok: true, text: strings.kept(added.name) } : { ok: false, text: strings.notSaved };
}
