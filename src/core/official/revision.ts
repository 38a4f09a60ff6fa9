/** `Revision` (修订): who inserted or deleted a text of a document, and when. */
import { z } from "zod";

export const revisionSchema = z.strictObject({
  kind: z.enum(["inserted", "deleted"]),
  /** Name that a word processor shows beside the change. */
  author: z.string().min(1).max(64),
  /** Date and time with its zone, as `2026-11-25T08:30:00Z`. */
  date: z.iso.datetime({ offset: true }),
});
export type Revision = Readonly<z.infer<typeof revisionSchema>>;

/**
 * How revisions are written. `asRevisions`: tracked changes, which can be accepted or rejected one by one.
 * `asFormatting`: a marked-up copy (花脸稿), deletions struck through and insertions underlined, for paper.
 */
export const revisionMarkupSchema = z.enum(["asFormatting", "asRevisions"]);
export type RevisionMarkup = z.infer<typeof revisionMarkupSchema>;
