/**
 * Profiles: what differs between bureaus in how a document is set. Those the program brings along give 22 lines of 28
 * characters on a page (GB/T 9704—2012, 5.2.3).
 */
import type { Profile, ProfileFonts } from "../../core/official/profile.ts";
import { LEFT_MARGIN, PAGE_WIDTH, RIGHT_MARGIN, SIZE_2, SIZE_3, twips } from "./gbt9704.ts";

export {
  type HeadingLevel,
  type Profile,
  type ProfileFonts,
  profileSchema,
} from "../../core/official/profile.ts";

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
