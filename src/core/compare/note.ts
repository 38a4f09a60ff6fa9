/** A note for the leader or for a file: title, paragraphs and tables that any writer of documents can lay out. */
import { z } from "zod";

export const noteTableSchema = z.strictObject({
  title: z.string(),
  columns: z.array(z.string()).readonly(),
  /** As many cells as columns. */
  rows: z.array(z.array(z.string()).readonly()).readonly(),
});
export type NoteTable = Readonly<z.infer<typeof noteTableSchema>>;

export const noteSchema = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()).readonly(),
  /** Tables without rows are left out. */
  tables: z.array(noteTableSchema).readonly(),
});
export type Note = Readonly<z.infer<typeof noteSchema>>;

/** A sentence with its places `{name}` filled; a name without a value stays as it is. */
export function fillPlaces(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
