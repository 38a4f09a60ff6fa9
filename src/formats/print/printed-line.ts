/** Lines of paragraphs as pieces of text at their places. */
import type { PrintedText } from "../../core/official/printed-page.ts";
import type { OfficialElement, TabStop } from "../docx/official-document.ts";
import { widthOf } from "./character-width.ts";
import { type PrintedCharacter, type ResolvedStyle, runsOf } from "./characters.ts";

/** Share of its height that a Chinese character has above the baseline. */
const ASCENT = 0.86;
/** Twips in a half-point, in which sizes are given. */
const HALF_POINT = 10;

/** The room of a line; lengths in twips. */
export interface LineRoom {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Width of the text where the layout knows it. */
  readonly textWidth?: number;
  /** Whether the line is spread to the whole width where the paragraph is justified: every line but the last. */
  readonly spread: boolean;
  /** From where tab stops count. */
  readonly tabOrigin: number;
}

/** Size of an element's characters in twips. */
export function sizeOf({ placement }: OfficialElement, style: ResolvedStyle): number {
  return (placement.size ?? style.size) * HALF_POINT;
}

/** Baseline of characters in the middle of an exact line. */
export function baselineOf(top: number, height: number, size: number): number {
  return Math.round(top + (height - size) / 2 + ASCENT * size);
}

/** The pieces of one line: one where it has no tab, none where it has no text. */
export function printedLine(
  element: OfficialElement,
  style: ResolvedStyle,
  characters: readonly PrintedCharacter[],
  room: LineRoom,
): readonly PrintedText[] {
  const size = sizeOf(element, style);
  const piece = (text: readonly PrintedCharacter[], x: number, width: number): PrintedText => ({
    x: Math.round(x),
    baseline: baselineOf(room.top, room.height, size),
    width: Math.round(width),
    size,
    red: style.red,
    turned: 0,
    block: element.blockId,
    runs: runsOf(text),
  });
  const shown = trimmed(characters);
  if (shown.length === 0) return [];
  if (shown.some(({ text }) => text === "\t"))
    return tabbed(shown, element.placement.tabs ?? [], room, (text, x) =>
      piece(text, x, widthOf(text, size)),
    );
  const natural = room.textWidth ?? widthOf(shown, size);
  const alignment = element.placement.alignment ?? style.alignment;
  if (alignment === "both" && room.spread) return [piece(shown, room.left, room.width)];
  const free = alignment === "center" ? 1 / 2 : alignment === "right" ? 1 : 0;
  return [piece(shown, room.left + (room.width - natural) * free, natural)];
}

function tabbed(
  characters: readonly PrintedCharacter[],
  tabs: readonly TabStop[],
  { left, tabOrigin }: LineRoom,
  piece: (text: readonly PrintedCharacter[], x: number) => PrintedText,
): readonly PrintedText[] {
  const groups: PrintedCharacter[][] = [[]];
  for (const character of characters) {
    if (character.text === "\t") groups.push([]);
    else groups.at(-1)?.push(character);
  }
  return groups.flatMap((group, index) => {
    if (group.length === 0) return [];
    const stop = tabs[index - 1];
    const placed = piece(group, stop ? tabOrigin + stop.position : left);
    const back = stop?.alignment === "right" ? 1 : stop?.alignment === "center" ? 1 / 2 : 0;
    return [{ ...placed, x: Math.round(placed.x - placed.width * back) }];
  });
}

function trimmed(characters: readonly PrintedCharacter[]): readonly PrintedCharacter[] {
  const last = characters.findLastIndex(({ text }) => text !== " ");
  return characters.slice(0, last + 1);
}
