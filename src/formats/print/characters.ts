/** Characters of elements with the fonts that they are printed in. */
import type { PrintedRun } from "../../core/official/printed-page.ts";
import { SIZE_3 } from "../docx/gbt9704.ts";
import type { ElementRole, OfficialElement, OfficialRun } from "../docx/official-document.ts";
import { BODY_STYLE, type ParagraphStyle, paragraphStyles, styleIdOf } from "../docx/paragraph-styles.ts";
import type { Profile } from "../docx/profile.ts";

/** A character, or a tab, of an element. */
export interface PrintedCharacter {
  readonly text: string;
  readonly font: string;
  readonly bold: boolean;
  /** Twips added behind it. */
  readonly spacing: number;
}

/** What the style of a role says, with what it inherits filled in; size in half-points, line in twips. */
export interface ResolvedStyle {
  readonly font: string;
  readonly latinFont: string;
  readonly bold: boolean;
  readonly size: number;
  readonly red: boolean;
  readonly spacing: number;
  readonly line: number;
  readonly alignment: "left" | "center" | "right" | "both";
}

/** Styles of the profile by role. */
export type StyleLookup = (role: ElementRole) => ResolvedStyle;

/** Digits and Latin letters; quotation marks, dashes and dots are set in the Chinese font, as in the written file. */
const LATIN = /[\u0020-\u007e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;

export function styleLookup(profile: Profile): StyleLookup {
  const styles = new Map(paragraphStyles(profile).map((style) => [style.id, resolved(style, profile)]));
  const usual = styles.get(BODY_STYLE) ?? resolved({ id: BODY_STYLE, name: "", basedOn: "Normal" }, profile);
  return (role) => styles.get(styleIdOf(role)) ?? usual;
}

/** A style on top of Normal: body font, 3号, justified. No style of a level changes what BODY_STYLE has of it. */
function resolved(style: ParagraphStyle, profile: Profile): ResolvedStyle {
  return {
    font: style.font ?? profile.fonts.body,
    latinFont: style.latinFont ?? profile.fonts.latin,
    bold: style.bold ?? false,
    size: style.size ?? SIZE_3,
    red: style.color !== undefined,
    spacing: style.characterSpacing ?? profile.characterSpacing,
    line: style.line ?? profile.line,
    alignment: style.alignment ?? "both",
  };
}

/** Characters of an element in order; line breaks are left out, as they are from the lines of a layout. */
export function charactersOf(
  element: OfficialElement,
  style: ResolvedStyle,
  profile: Profile,
): readonly PrintedCharacter[] {
  return element.runs.flatMap((run) => {
    const face = faceOf(run, style, profile);
    const spacing = run.spacing ?? style.spacing;
    return [...run.text]
      .filter((text) => text !== "\n")
      .map((text) => ({
        text,
        font: LATIN.test(text) ? face.latinFont : face.font,
        bold: face.bold,
        spacing,
      }));
  });
}

function faceOf(
  { face }: OfficialRun,
  style: ResolvedStyle,
  { fonts }: Profile,
): Pick<ResolvedStyle, "font" | "latinFont" | "bold"> {
  const latinFont = fonts.latin;
  switch (face) {
    case "own":
      return style;
    case "body":
      return { font: fonts.body, latinFont, bold: false };
    case "name":
      return { font: fonts.level2, latinFont, bold: false };
    case "label":
      return { font: fonts.body, latinFont: fonts.body, bold: false };
    case "strong":
      return { font: fonts.level1, latinFont, bold: false };
  }
}

/** Neighbouring characters of one font together. A space goes with what stands before it. */
export function runsOf(characters: readonly PrintedCharacter[]): readonly PrintedRun[] {
  const runs: { text: string; font: string; bold: boolean }[] = [];
  for (const { text, font, bold } of characters) {
    const last = runs.at(-1);
    if (last && last.bold === bold && (last.font === font || text === " ")) last.text += text;
    else runs.push({ text, font, bold });
  }
  return runs;
}
