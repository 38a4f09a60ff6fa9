/**
 * Profiles: what differs between bureaus in how a document is set. Those the program brings along give 22 lines of 28
 * characters on a page (GB/T 9704—2012, 5.2.3).
 */
import { z } from "zod";
import {
  AUTHORITY_MARK_SMALLEST,
  LEFT_MARGIN,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  RIGHT_MARGIN,
  SIZE_2,
  SIZE_3,
  twips,
} from "./gbt9704.ts";

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

const FONTS: ProfileFonts = {
  body: "仿宋_GB2312",
  title: "方正小标宋简体",
  level1: "黑体",
  level2: "楷体_GB2312",
  level3: "仿宋_GB2312",
  pageNumber: "宋体",
  latin: "Times New Roman",
};

/** Margins 37, 35, 28 and 26 mm as they are checked in Word's page set-up. */
const P37: Profile = {
  name: "P37",
  topMargin: twips(37),
  bottomMargin: twips(35),
  leftMargin: LEFT_MARGIN,
  rightMargin: RIGHT_MARGIN,
  frameInset: 0,
  line: 579,
  gridPitch: 579,
  characterSpacing: -5,
  fonts: FONTS,
  boldLevels: [3],
  pageNumbers: { position: "outside", dashes: true },
  authorityMarkSize: null,
};

/** GB/T 33476.2—2016: margins less half the leading, so that the characters themselves fill the type area. */
const P33476: Profile = {
  ...P37,
  name: "P33476",
  topMargin: twips(34.58),
  bottomMargin: twips(32.58),
  frameInset: twips(2.42),
  line: 592,
  gridPitch: 592,
};

/** 28 pt pitch, in use at many offices. */
const P28: Profile = { ...P37, name: "28pt", line: 560 };

/** Profiles the program brings along, the default first. */
export const PROFILES: readonly Profile[] = [P37, P33476, P28];
export const DEFAULT_PROFILE: Profile = P37;

/** The profile of that name, e.g. `P37`. */
export function profileNamed(name: string): Profile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}

/** Width of a line of text. */
export function lineWidth(profile: Profile): number {
  return PAGE_WIDTH - profile.leftMargin - profile.rightMargin;
}

/** Characters of a 2号 title in one line. */
export function titleCapacity(profile: Profile): number {
  return Math.floor(lineWidth(profile) / (SIZE_2 * 10));
}

/** Advance of a 3号 character: “一字” of everything that is set in text size. */
export function characterAdvance(profile: Profile): number {
  return SIZE_3 * 10 + profile.characterSpacing;
}

/** Distance of the type area (版心) from the page's upper edge. */
export function typeAreaTop(profile: Profile): number {
  return profile.topMargin + profile.frameInset;
}

/** Distance of the type area's lower edge from the page's lower edge. */
export function typeAreaBottom(profile: Profile): number {
  return profile.bottomMargin + profile.frameInset;
}
