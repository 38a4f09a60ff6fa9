/** A profile in the units that drafters read: millimetres and points. */

import { PAGE_HEIGHT, PAGE_WIDTH, SIZE_3 } from "../../core/official/paper.ts";
import { type Profile, profileSchema } from "../../core/official/profile.ts";

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;
const TWIPS_PER_POINT = 20;

/** Millimetres with at most one decimal. */
export function millimetres(twips: number): number {
  return Math.round((twips / TWIPS_PER_MILLIMETRE) * 10) / 10;
}

export function fromMillimetres(value: number): number {
  return Math.round(value * TWIPS_PER_MILLIMETRE);
}

export function points(twips: number): number {
  return twips / TWIPS_PER_POINT;
}

export function fromPoints(value: number): number {
  return Math.round(value * TWIPS_PER_POINT);
}

/** Lines on a page and characters in a line. */
export function gridOf(profile: Profile): { readonly lines: number; readonly characters: number } {
  const { topMargin, bottomMargin, leftMargin, rightMargin, line, characterSpacing } = profile;
  return {
    lines: Math.floor((PAGE_HEIGHT - topMargin - bottomMargin) / line),
    characters: Math.floor((PAGE_WIDTH - leftMargin - rightMargin) / (SIZE_3 * 10 + characterSpacing)),
  };
}

/** The profile with some values changed; undefined where no document can be set with them. */
export function changed(profile: Profile, values: Partial<Profile>): Profile | undefined {
  const next = { ...profile, ...values };
  // The grid follows the pitch, so that Word's page set-up shows what is printed.
  return profileSchema.safeParse({ ...next, gridPitch: next.line }).data;
}
