/** Notes (批注) that drafters leave on parts of a plan: kept in the plan, never printed. */
import { z } from "zod";
import { blockIdSchema } from "./block-id.ts";

/** Most notes of a plan and characters of one; more is damage. */
export const MAX_NOTES = 2_000;
export const MAX_NOTE_LENGTH = 2_000;
export const MAX_AUTHOR_LENGTH = 50;

export const itemNoteSchema = z.strictObject({
  id: blockIdSchema,
  /** The section, （一） or item it is on; a note stays when its part is gone. */
  block: blockIdSchema,
  text: z.string().min(1).max(MAX_NOTE_LENGTH),
  /** Empty: not given. */
  author: z.string().max(MAX_AUTHOR_LENGTH),
  writtenAt: z.iso.datetime(),
  resolved: z.boolean(),
});
export type ItemNote = Readonly<z.infer<typeof itemNoteSchema>>;

export const itemNotesSchema = z.array(itemNoteSchema).max(MAX_NOTES).readonly();
export type ItemNotes = readonly ItemNote[];
