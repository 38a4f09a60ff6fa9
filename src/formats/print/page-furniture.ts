/** The number of a page (GB/T 9704—2012, 7.5 and 8). */
import type { PrintedText } from "../../core/official/printed-page.ts";
import { PAGE_HEIGHT, PAGE_NUMBER_DROP, SIZE_4, SIZE_4_WIDTH } from "../docx/gbt9704.ts";
import { lineWidth, type Profile, typeAreaBottom } from "../docx/profile.ts";
import { widthOf } from "./character-width.ts";
import { type PrintedCharacter, runsOf } from "./characters.ts";
import { baselineOf } from "./printed-line.ts";

const SIZE = SIZE_4 * 10;

/** `— 1 —` at the outer edge of the type area; on a page that lies across, turned, where upright pages have it. */
export function pageNumber(number: number, landscape: boolean, profile: Profile): PrintedText {
  const { dashes, position } = profile.pageNumbers;
  const text = dashes ? `— ${number} —` : String(number);
  const font = profile.fonts.pageNumber;
  const characters: readonly PrintedCharacter[] = [...text].map((each) => ({
    text: each,
    font,
    bold: false,
    spacing: 0,
  }));
  const width = widthOf(characters, SIZE);
  const line = lineWidth(profile);
  const along =
    position === "center"
      ? (line - width) / 2
      : number % 2 === 1
        ? line - SIZE_4_WIDTH - width
        : SIZE_4_WIDTH;
  const start = profile.leftMargin + along;
  const middle = typeAreaBottom(profile) - PAGE_NUMBER_DROP;
  const common = { width: Math.round(width), size: SIZE, red: false, block: null, runs: runsOf(characters) };
  if (landscape) {
    // The baseline of turned text lies left of its middle.
    const x = middle + middle - baselineOf(middle - SIZE / 2, SIZE, SIZE);
    return { ...common, x: Math.round(x), baseline: Math.round(start), turned: 90 };
  }
  const top = PAGE_HEIGHT - middle - SIZE / 2;
  return { ...common, x: Math.round(start), baseline: baselineOf(top, SIZE, SIZE), turned: 0 };
}
