/** The schema of a source as read, for the way between host and renderer. */
import { z } from "zod";
import { droppedLineSchema, readingNoticeSchema, type SourceLines } from "./plan-reading.ts";

const lineHintSchema = z.strictObject({
  outlineLevel: z.int().nullable(),
  bold: z.boolean(),
  table: z
    .strictObject({
      table: z.int().nonnegative(),
      row: z.int().nonnegative(),
      cells: z.array(z.string()).readonly(),
    })
    .nullable(),
});

/** Lines, notices of the format's reader, and text beside the body. */
export const sourceLinesSchema: z.ZodType<SourceLines> = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        text: z.string(),
        simplified: z.exactOptional(z.string()),
        hint: z.exactOptional(lineHintSchema),
      }),
    )
    .readonly(),
  notices: z.array(readingNoticeSchema).readonly(),
  aside: z.exactOptional(z.array(droppedLineSchema).readonly()),
});

/** What a source was read as, by its content. */
export const sourceFormatSchema = z.enum(["text", "html", "docx", "doc", "pdf", "plan"]);
export type SourceFormat = z.infer<typeof sourceFormatSchema>;
