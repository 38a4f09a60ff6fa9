/** `Profile` (版式): what differs between bureaus in how a document is set. */
import { z } from "zod";
import { AUTHORITY_MARK_SMALLEST, PAGE_HEIGHT, PAGE_WIDTH, SIZE_3 } from "./paper.ts";

export type HeadingLevel = 1 | 2 | 3;

const font = z
  .string()
  .regex(/^[^\p{Cc}<>"]+$/u)
  .max(64);
const length = z.int().min(0).max(5_000);

const fontsSchema = z.strictObject({
  /** 仿宋: everything unless said otherwise. */
  body: font,
  /** 小标宋: title and authority mark. */
  title: font,
  /** 一、 */
  level1: font,
  /** （一） */
  level2: font,
  /** 1. */
  level3: font,
  /** 宋体 half-width digits. */
  pageNumber: font,
  /** Digits and Latin letters. */
  latin: font,
});
export type ProfileFonts = Readonly<z.infer<typeof fontsSchema>>;

/** Fewest characters in a line and lines on a page that margins and pitch must leave room for. */
const FEWEST_CHARACTERS = 14;
const FEWEST_LINES = 8;

/** Lengths in twips, sizes in half-points. */
export const profileSchema = z
  .strictObject({
    name: z.string().min(1).max(64),
    topMargin: length,
    bottomMargin: length,
    leftMargin: length,
    rightMargin: length,
    /** By which the type area is smaller than the frame between the margins, above and below. */
    frameInset: z.int().min(0).max(300),
    /** Pitch of a line of text, exact. */
    line: z.int().min(360).max(1_000),
    /** Pitch of the page's grid, which no line snaps to; a grid that leaves a rest moves the text in LibreOffice. */
    gridPitch: z.int().min(360).max(1_000),
    /** Added to every character of text; −0.25 pt lets 28 characters of 16 pt into 156 mm. */
    characterSpacing: z.int().min(-20).max(20),
    fonts: fontsSchema,
    /** Levels whose headings are bold. */
    boldLevels: z.array(z.literal([1, 2, 3])).readonly(),
    pageNumbers: z.strictObject({
      /** `outside`: right on odd pages, left on even ones (7.5). */
      position: z.enum(["outside", "center"]),
      /** Whether a dash stands on each side of the number (7.5). */
      dashes: z.boolean(),
    }),
    /** Size of the authority mark; null: as large as fits into one line, 62 pt at most. */
    authorityMarkSize: z.int().min(AUTHORITY_MARK_SMALLEST).max(200).nullable(),
  })
  .refine(
    ({ leftMargin, rightMargin }) => PAGE_WIDTH - leftMargin - rightMargin >= FEWEST_CHARACTERS * SIZE_3 * 10,
    {
      path: ["leftMargin"],
      error: "margins leave no room for a line",
    },
  )
  .refine(
    ({ topMargin, bottomMargin, line }) => PAGE_HEIGHT - topMargin - bottomMargin >= FEWEST_LINES * line,
    {
      path: ["topMargin"],
      error: "margins leave no room for text",
    },
  );
export type Profile = Readonly<z.infer<typeof profileSchema>>;
