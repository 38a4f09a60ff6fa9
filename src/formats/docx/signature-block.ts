/** Signature block (落款): authorities and date of issue, with and without seal (GB/T 9704—2012, 7.3.5). */
import { dateText } from "./front-matter-texts.ts";
import {
  LINES_ABOVE_SEALED,
  LINES_ABOVE_SIGNATURE,
  LINES_BETWEEN_SEALS,
  SEAL_PITCH,
  SEALED_MARGIN,
  SIGNATURE_MARGIN,
  SIZE_3,
} from "./gbt9704.ts";
import { blankLines, element, type OfficialElement, type Placement } from "./official-document.ts";
import { characterAdvance, lineWidth, type Profile } from "./profile.ts";
import { spreadName, textWidth } from "./text-width.ts";
import { titleLines } from "./title-lines.ts";

/**
 * Room beyond the right edge that a date may take in programs that widen it, in twips; without it a date that just fits
 * would be broken into two lines.
 */
const DATE_SLACK = 480;

export interface Signature {
  /** The host of a joint issue first. */
  readonly authorities: readonly string[];
  readonly isoDate: string | null;
  /** Whether room is left for seals. */
  readonly sealed: boolean;
  /** Whether the seal has one line less above it, which lets the block end on the page of the text (7.3.5.5). */
  readonly tight?: boolean;
}

/**
 * The block and the note below it, `note` being its elements; the note alone where neither authority nor date is given.
 * All of it stays on one page.
 */
export function signatureBlock(
  signature: Signature,
  note: readonly OfficialElement[],
  profile: Profile,
): readonly OfficialElement[] {
  const { authorities, isoDate, sealed, tight = false } = signature;
  const date = isoDate === null ? "" : dateText(isoDate);
  const signed =
    authorities.length === 0 && date === ""
      ? []
      : sealed
        ? sealedBlock(authorities, date, LINES_ABOVE_SEALED - (tight ? 1 : 0), profile)
        : plainBlock(authorities, date, profile);
  const block = [...signed, ...note];
  return block.map((each, index) => ({ ...each, keepsWithNext: index < block.length - 1 }));
}

/**
 * Without seal, one line below the text (7.3.5.2): the date begins two characters to the right of the authority, which
 * leaves two characters free on its right. A date wider than the authority leaves those two itself, and the authority
 * moves left with it. Authorities of a joint issue are spread to one width.
 *
 * Left indents, because some programs widen the date by spaces between digits and Han characters.
 */
function plainBlock(
  authorities: readonly string[],
  date: string,
  profile: Profile,
): readonly OfficialElement[] {
  const text = lineWidth(profile);
  const margin = SIGNATURE_MARGIN * characterAdvance(profile);
  const nameWidth = Math.max(0, ...authorities.map((name) => widthOf(name, profile)));
  const dateWidth = widthOf(date, profile);
  const nameLeft = text - margin - (dateWidth > nameWidth ? dateWidth + margin : nameWidth);
  const fits = nameLeft >= 0;
  const placement: Placement = fits ? { leftIndent: nameLeft } : overlong(margin);
  const dateLeft = fits ? nameLeft + margin : text - margin - dateWidth;
  return [
    ...blankLines(LINES_ABOVE_SIGNATURE),
    ...authorities.map((name) =>
      element(
        "authority",
        fits
          ? spreadName(name, nameWidth, SIZE_3, profile.characterSpacing)
          : evenLines(name, text - margin, profile),
        { placement },
      ),
    ),
    ...dateElement(date, dateLeft, profile),
  ];
}

/**
 * With seals (7.3.5.1): four characters free to the right of the date, the authority centred above it. Authorities of a
 * joint issue stand in rows of as many as have room for a seal each, the last one above the date.
 */
function sealedBlock(
  authorities: readonly string[],
  date: string,
  linesAbove: number,
  profile: Profile,
): readonly OfficialElement[] {
  const text = lineWidth(profile);
  const dateWidth = widthOf(date, profile);
  const middle = text - SEALED_MARGIN * characterAdvance(profile) - dateWidth / 2;
  const [name] = authorities;
  if (authorities.length <= 1) {
    const nameWidth = widthOf(name ?? "", profile);
    const left = Math.max(0, Math.min(middle - nameWidth / 2, text - nameWidth));
    const margin = SIGNATURE_MARGIN * characterAdvance(profile);
    const fits = nameWidth <= text;
    return [
      ...blankLines(linesAbove),
      ...(name === undefined
        ? []
        : [
            element("authority", fits ? name : evenLines(name, text - margin, profile), {
              placement: fits ? { leftIndent: Math.round(left) } : overlong(margin),
            }),
          ]),
      ...dateElement(date, middle - dateWidth / 2, profile),
    ];
  }
  const rows = sealRows(authorities, middle, profile).flatMap((row, index) => [
    ...(index === 0 ? [] : blankLines(LINES_BETWEEN_SEALS)),
    row,
  ]);
  return [...blankLines(linesAbove), ...rows, ...dateElement(date, middle - dateWidth / 2, profile)];
}

/** Of a name that takes several lines: they end where a name of one line would. */
function overlong(margin: number): Placement {
  return { leftIndent: 0, rightIndent: margin, alignment: "right" };
}

/** The name in lines of about one length, broken between words. */
function evenLines(name: string, room: number, profile: Profile): string {
  return titleLines(name, Math.floor(room / characterAdvance(profile))).join("\n");
}

/** Rows of names centred under their seals; the last row ends above the date. */
function sealRows(
  authorities: readonly string[],
  middle: number,
  profile: Profile,
): readonly OfficialElement[] {
  const widest = Math.max(...authorities.map((name) => widthOf(name, profile)));
  const pitch = Math.max(SEAL_PITCH, widest + characterAdvance(profile));
  const perRow = Math.max(1, 1 + Math.floor((middle - Math.max(SEAL_PITCH, widest) / 2) / pitch));
  const count = Math.ceil(authorities.length / perRow);
  return Array.from({ length: count }, (_, index) => {
    const end = authorities.length - (count - 1 - index) * perRow;
    const row = authorities.slice(Math.max(0, end - perRow), end);
    const tabs = row.map((_name, column) => ({
      position: Math.round(middle - (row.length - 1 - column) * pitch),
      alignment: "center" as const,
    }));
    return element("authority", `\t${row.join("\t")}`, { placement: { leftIndent: 0, tabs } });
  });
}

/** A date that ends near the right edge grows to the left where a program widens it, never past the edge. */
function dateElement(date: string, left: number, profile: Profile): readonly OfficialElement[] {
  if (date === "") return [];
  const leftIndent = Math.max(0, Math.round(left));
  const free = Math.round(lineWidth(profile) - leftIndent - widthOf(date, profile));
  const placement: Placement =
    free >= DATE_SLACK
      ? { leftIndent, rightIndent: -DATE_SLACK }
      : {
          leftIndent: Math.max(0, leftIndent - DATE_SLACK),
          rightIndent: Math.max(0, free),
          alignment: "right",
        };
  return [element("date", date, { placement })];
}

function widthOf(text: string, profile: Profile): number {
  return textWidth(text, SIZE_3, profile.characterSpacing);
}
