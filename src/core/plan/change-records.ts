/** Who made the open changes (修订) of a plan, and when: what the two texts beside each other cannot say. */
import { z } from "zod";
import { blockIdSchema } from "./block-id.ts";

/** Most records of a plan and characters of a name; more is damage. */
export const MAX_CHANGE_RECORDS = 20_000;
const MAX_AUTHOR_LENGTH = 64;

/** `text`: words of a block; the others are about whole blocks. */
export const changeKindSchema = z.enum(["text", "inserted", "deleted", "moved", "kind"]);

export const changeRecordSchema = z.strictObject({
  kind: changeKindSchema,
  block: blockIdSchema,
  /** Range of the block's text before the change, in UTF-16 units; 0 and 0 for whole blocks. */
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** Tells whether it is still the change that was recorded. */
  sign: z.string().max(32),
  /** Empty: not given. */
  author: z.string().max(MAX_AUTHOR_LENGTH),
  at: z.iso.datetime(),
});
export type ChangeRecord = Readonly<z.infer<typeof changeRecordSchema>>;

export const changeRecordsSchema = z.array(changeRecordSchema).max(MAX_CHANGE_RECORDS).readonly();
export type ChangeRecords = readonly ChangeRecord[];
