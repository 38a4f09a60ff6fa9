/** Library items, and suggestions made of them. */
import { z } from "zod";
import { datedMarkSchema, originSourceSchema, yearSchema } from "../plan/model.ts";

/** 往年条目: one item of a prior-year document with its provenance. */
export const libraryItemSchema = z.strictObject({
  id: z.int().nonnegative(),
  origin: originSourceSchema,
  /** Heading of the section the item stood in. */
  sectionHeading: z.string(),
  heading: z.string(),
  /** Body paragraphs joined by line breaks, clauses with their marker. */
  body: z.string(),
});
export type LibraryItem = Readonly<z.infer<typeof libraryItemSchema>>;

/** Most headings of a plan that are looked at; more items have no plan that is read. */
export const MAX_COVERED = 1_000;

/** Where the caret stands and what has been typed. */
export const suggestContextSchema = z.strictObject({
  /** `heading`, `body`, or `section` for an empty section: what usually stands here. */
  place: z.enum(["heading", "body", "section"]),
  /** Typed text before the caret in this place, without the ordinal. */
  typed: z.string().max(2_000),
  /** Heading of the item the caret is in. */
  heading: z.string().max(2_000),
  sectionHeading: z.string().max(2_000),
  /** Headings that the plan has already, where the question is what usually stands here: they are not offered again. */
  covered: z.array(z.string().max(200)).max(MAX_COVERED).readonly(),
  issuer: z.string().max(500),
  year: yearSchema.nullable(),
  /** Title of the plan in one line: with issuer and year it names the plan's own document, which is never suggested. */
  title: z.string().max(500),
  limit: z.int().min(1).max(50),
});
export type SuggestContext = Readonly<z.infer<typeof suggestContextSchema>>;

export const suggestReasonSchema = z.strictObject({
  /** `heading`: words of the heading match; `body`; `section`: same section topic; `topic`: same topic group; `own`: our own bureau. */
  code: z.enum(["heading", "body", "section", "topic", "own"]),
  /** The matched words, for display. */
  words: z.array(z.string()).readonly(),
});
export type SuggestReason = Readonly<z.infer<typeof suggestReasonSchema>>;

export const suggestionSchema = z.strictObject({
  item: libraryItemSchema,
  score: z.number(),
  reasons: z.array(suggestReasonSchema).readonly(),
  /** Years of near-identical items folded into this one, newest first, its own year included. */
  years: z.array(yearSchema).readonly(),
  own: z.boolean(),
  /** Parts of heading and body that the query matched, as UTF-16 ranges. */
  headingMatches: z.array(z.tuple([z.int(), z.int()])).readonly(),
  bodyMatches: z.array(z.tuple([z.int(), z.int()])).readonly(),
  /** Dated expressions of heading and body as they must be marked when inserted into a plan of `SuggestContext.year`. */
  headingDated: z.array(datedMarkSchema).readonly(),
  bodyDated: z.array(datedMarkSchema).readonly(),
});
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;
