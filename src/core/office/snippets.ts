/** 常用语: short texts that an office writes again and again, in the order that it gave them. */
import { z } from "zod";

/** Most snippets that are kept. */
export const MAX_SNIPPETS = 500;
/** Longest name and text, in characters. */
export const MAX_SNIPPET_NAME = 40;
export const MAX_SNIPPET_TEXT = 2_000;

export const snippetSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(MAX_SNIPPET_NAME),
  /** Line breaks part paragraphs. */
  text: z.string().min(1).max(MAX_SNIPPET_TEXT),
});
export type Snippet = z.infer<typeof snippetSchema>;

export const snippetsSchema = z.array(snippetSchema).max(MAX_SNIPPETS).readonly();
export type Snippets = z.infer<typeof snippetsSchema>;

/** Characters of a text that become its name. */
const PROPOSED_LENGTH = 16;

/** A name for a text: its first clause, cut where that is long. */
export function proposedName(text: string): string {
  const first = text.trim().split(/[\n，。；：、,.;:]/, 1)[0] ?? "";
  return [...first].slice(0, PROPOSED_LENGTH).join("");
}

/** Snippets as they are kept: without those that have no text, each with a name. */
export function tidiedSnippets(snippets: Snippets): Snippets {
  return snippets.flatMap(({ id, name, text }) => {
    const kept = text.trim();
    return kept === ""
      ? []
      : [{ id, name: name.trim() || proposedName(kept) || kept.slice(0, 1), text: kept }];
  });
}
