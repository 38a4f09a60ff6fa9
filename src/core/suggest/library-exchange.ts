/** A library as a file, for another machine or another bureau. */
import { z } from "zod";
import { yearSchema } from "../plan/model.ts";
import { planReadingSchema } from "../reading/plan-reading.ts";
import { itemMarkSchema, itemTextSchema } from "./library-search.ts";
import { topicOverlaySchema } from "./topic-list.ts";

export const EXCHANGE_FORMAT = "yaodian-library";
export const EXCHANGE_VERSION = 1;
/** Most documents of one file. */
export const MAX_DOCUMENTS = 10_000;
/** Most items of one document; no plan has as many. */
export const MAX_DOCUMENT_ITEMS = 5_000;

export const documentCorrectionSchema = z.strictObject({
  title: z.string().max(500),
  issuer: z.string().max(500),
  region: z.string().max(500),
  year: yearSchema.nullable(),
});
/** What the office says about a document where the reading was wrong. */
export type DocumentCorrection = Readonly<z.infer<typeof documentCorrectionSchema>>;

/** A mark with the place of its item in the document. */
const placedMark = z.strictObject({
  section: z.string().max(64),
  item: z.string().max(64),
  heading: z.string().max(10_000),
  ...itemMarkSchema.shape,
});
export type PlacedMark = Readonly<z.infer<typeof placedMark>>;

/** A corrected text with the place of its item in the document, and the text of the source. */
const placedCorrection = z.strictObject({
  section: z.string().max(64),
  item: z.string().max(64),
  originalHeading: z.string().max(10_000),
  originalBody: z.string().max(200_000),
  ...itemTextSchema.shape,
});
export type PlacedCorrection = Readonly<z.infer<typeof placedCorrection>>;

export const exchangedDocumentSchema = z.strictObject({
  name: z.string().min(1).max(255),
  reading: planReadingSchema,
  sourceSha256: z.string().regex(/^[\da-f]{64}$/),
  addedAt: z.iso.datetime(),
  correction: documentCorrectionSchema.nullable(),
  marks: z.array(placedMark).max(MAX_DOCUMENT_ITEMS).readonly(),
  corrections: z.array(placedCorrection).max(MAX_DOCUMENT_ITEMS).readonly().default([]),
});
export type ExchangedDocument = Readonly<z.infer<typeof exchangedDocumentSchema>>;

/** The head of a file: read first, so that a newer file is told from a damaged one. */
export const exchangeHeadSchema = z.object({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.int().positive(),
  documents: z.array(z.unknown()).max(MAX_DOCUMENTS),
});

export const exchangeTopicsSchema = topicOverlaySchema.nullable();

/** What became of one document of a file. `kept`: ours differs and stays; `refused`: it has no shape that can be used. */
export const mergeOutcomeSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  year: yearSchema.nullable(),
  outcome: z.enum(["added", "unchanged", "kept", "refused"]),
  /** Why it was refused, in English for the log; else empty. */
  detail: z.string(),
  /** Marks and notes taken over. */
  marks: z.int().nonnegative(),
  /** Corrected texts of items taken over. */
  corrections: z.int().nonnegative(),
});
export type MergeOutcome = Readonly<z.infer<typeof mergeOutcomeSchema>>;

export const mergeReportSchema = z.strictObject({
  outcomes: z.array(mergeOutcomeSchema).readonly(),
  /** Items that the library has more than before. */
  addedItems: z.int().nonnegative(),
});
export type MergeReport = Readonly<z.infer<typeof mergeReportSchema>>;
