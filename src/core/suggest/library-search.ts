/** Looking through the whole library (事项库): what is asked for and what is found. */
import { z } from "zod";
import { yearSchema } from "../plan/model.ts";
import { libraryItemSchema } from "./suggestion.ts";

/** Most rows of one answer; the search window shows them in a virtual list. */
export const MAX_SEARCH_ROWS = 500;
/** Longest own note (批注) on an item. */
export const MAX_NOTE_LENGTH = 2_000;

const name = z.string().max(500);

/** What the rows are narrowed to; null: any. */
export const libraryFiltersSchema = z.strictObject({
  year: yearSchema.nullable(),
  issuer: name.nullable(),
  region: name.nullable(),
  /** First word of a topic group that the heading of the section speaks of. */
  topic: name.nullable(),
  /** Only items that set a target. */
  hasTarget: z.boolean(),
  /** `favourite` and `noted` narrow; `hidden` shows what is hidden everywhere else. */
  only: z.enum(["all", "favourite", "noted", "hidden"]),
});
export type LibraryFilters = Readonly<z.infer<typeof libraryFiltersSchema>>;

export const NO_FILTERS: LibraryFilters = {
  year: null,
  issuer: null,
  region: null,
  topic: null,
  hasTarget: false,
  only: "all",
};

export const librarySearchSchema = z.strictObject({
  /** Words, “phrases” in quotation marks, or the first letters of the pinyin of a heading. */
  text: z.string().max(500),
  filters: libraryFiltersSchema,
  limit: z.int().min(1).max(MAX_SEARCH_ROWS),
});
export type LibrarySearch = Readonly<z.infer<typeof librarySearchSchema>>;

const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

/** One row: an item, and the near-identical ones of other years folded into it. */
export const libraryRowSchema = z.strictObject({
  item: libraryItemSchema.omit({ body: true }),
  region: z.string(),
  topic: z.string(),
  targets: z.int().nonnegative(),
  /** Years of the item and of those folded into it, newest first. */
  years: z.array(yearSchema).readonly(),
  headingMatches: z.array(range).readonly(),
  /** A passage of the body around the first match, with ranges in the passage. */
  snippet: z.string(),
  snippetMatches: z.array(range).readonly(),
  favourite: z.boolean(),
  hidden: z.boolean(),
  noted: z.boolean(),
});
export type LibraryRow = Readonly<z.infer<typeof libraryRowSchema>>;

const facet = z.strictObject({ value: z.string(), items: z.int().positive() });
/** How many items of the whole library each value of a filter has. */
export const libraryFacetsSchema = z.strictObject({
  years: z.array(facet).readonly(),
  issuers: z.array(facet).readonly(),
  regions: z.array(facet).readonly(),
  topics: z.array(facet).readonly(),
});
export type LibraryFacets = Readonly<z.infer<typeof libraryFacetsSchema>>;

export const libraryFoundSchema = z.strictObject({
  rows: z.array(libraryRowSchema).max(MAX_SEARCH_ROWS).readonly(),
  /** Items that fit, before folding and beyond the limit. */
  total: z.int().nonnegative(),
  facets: libraryFacetsSchema,
});
export type LibraryFound = Readonly<z.infer<typeof libraryFoundSchema>>;

/** What the drafter keeps about an item. */
export const itemMarkSchema = z.strictObject({
  favourite: z.boolean(),
  /** Never suggested, and found only when hidden items are asked for. */
  hidden: z.boolean(),
  note: z.string().max(MAX_NOTE_LENGTH),
});
export type ItemMark = Readonly<z.infer<typeof itemMarkSchema>>;
export const NO_MARK: ItemMark = { favourite: false, hidden: false, note: "" };

/** Longest text of an item that can be written by hand. */
export const MAX_ITEM_HEADING = 2_000;
export const MAX_ITEM_BODY = 50_000;

/** Heading and body of an item as the office or the source has them. */
export const itemTextSchema = z.strictObject({
  heading: z.string().trim().min(1).max(MAX_ITEM_HEADING),
  body: z.string().max(MAX_ITEM_BODY),
});
export type ItemText = Readonly<z.infer<typeof itemTextSchema>>;

/** An item with everything that is known about it. */
export const libraryEntrySchema = z.strictObject({
  item: libraryItemSchema,
  region: z.string(),
  mark: itemMarkSchema,
  /** The text of the source, where the office corrected the item's. */
  original: z.strictObject({ heading: z.string(), body: z.string() }).nullable(),
  /** Near-identical items of the same bureau, newest year first, the item itself included. */
  versions: z.array(libraryItemSchema).readonly(),
});
export type LibraryEntry = Readonly<z.infer<typeof libraryEntrySchema>>;
