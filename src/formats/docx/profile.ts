/**
 * Profiles: what differs between bureaus in how a document is set. All of them give 22 lines of 28 characters on a
 * page (GB/T 9704—2012, 5.2.3).
 */
import { twips } from "./gbt9704.ts";

export type HeadingLevel = 1 | 2 | 3;

export interface ProfileFonts {
  /** 仿宋: everything unless said otherwise. */
  readonly body: string;
  /** 小标宋: title and authority mark. */
  readonly title: string;
  /** 一、 */
  readonly level1: string;
  /** （一） */
  readonly level2: string;
  /** 1. */
  readonly level3: string;
  /** 宋体 half-width digits. */
  readonly pageNumber: string;
  /** Digits and Latin letters. */
  readonly latin: string;
}

/** Lengths in twips. */
export interface Profile {
  readonly name: string;
  readonly topMargin: number;
  readonly bottomMargin: number;
  /** Pitch of a line of text, exact. */
  readonly line: number;
  /** Pitch of the page's grid, which no line snaps to; a grid that leaves a rest moves the text in LibreOffice. */
  readonly gridPitch: number;
  /** Added to every character of text; −0.25 pt lets 28 characters of 16 pt into 156 mm. */
  readonly characterSpacing: number;
  readonly fonts: ProfileFonts;
  /** Levels whose headings are bold. */
  readonly boldLevels: readonly HeadingLevel[];
}

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
  line: 579,
  gridPitch: 579,
  characterSpacing: -5,
  fonts: FONTS,
  boldLevels: [3],
};

/** GB/T 33476.2—2016: margins less half the leading, so that the characters themselves fill the type area. */
const P33476: Profile = {
  ...P37,
  name: "P33476",
  topMargin: twips(34.58),
  bottomMargin: twips(32.58),
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
