/**
 * A printed page (版面): every piece of text and every rule of a laid-out document at its place. It is what the preview
 * shows and what the PDF is printed from; nobody who draws it has to know how documents are laid out.
 *
 * Lengths are twips (twentieths of a point) from the upper left corner of the page.
 */
import { z } from "zod";
import { blockIdSchema } from "../plan/model.ts";

const length = z.number();

/** Characters of one font. */
export const printedRunSchema = z.strictObject({
  text: z.string(),
  font: z.string(),
  bold: z.boolean(),
});
export type PrintedRun = Readonly<z.infer<typeof printedRunSchema>>;

/** One stretch of text on a baseline; a line with tabs is several of them. */
export const printedTextSchema = z.strictObject({
  x: length,
  baseline: length,
  /** Width the text is to take up, whatever the fonts at hand would give it. */
  width: length,
  /** Height of the characters. */
  size: length,
  red: z.boolean(),
  /** Degrees by which the text is turned clockwise around its start. */
  turned: z.literal([0, 90]),
  /** Block of the plan that is printed here; null for what is made from form data. */
  block: blockIdSchema.nullable(),
  runs: z.array(printedRunSchema).readonly(),
});
export type PrintedText = Readonly<z.infer<typeof printedTextSchema>>;

/** A filled rectangle: rules of masthead, imprint, letter and tables. */
export const printedRuleSchema = z.strictObject({
  x: length,
  y: length,
  width: length,
  height: length,
  red: z.boolean(),
});
export type PrintedRule = Readonly<z.infer<typeof printedRuleSchema>>;

export const printedPageSchema = z.strictObject({
  width: length,
  height: length,
  /** Lines of the text from top to bottom, then what surrounds it. */
  texts: z.array(printedTextSchema).readonly(),
  rules: z.array(printedRuleSchema).readonly(),
});
export type PrintedPage = Readonly<z.infer<typeof printedPageSchema>>;

export const printedDocumentSchema = z.strictObject({
  pages: z.array(printedPageSchema).readonly(),
  /** Names of all fonts used, in order of first use. */
  fonts: z.array(z.string()).readonly(),
  /** False where the layout had to stop before the end of the document. */
  complete: z.boolean(),
});
export type PrintedDocument = Readonly<z.infer<typeof printedDocumentSchema>>;

/** Text of a stretch, without what tells its runs apart. */
export function textOfPrinted({ runs }: Pick<PrintedText, "runs">): string {
  return runs.map((run) => run.text).join("");
}
