/** Whether the first page has room for text below what stands above it (GB/T 9704—2012, 7.3.2 and 7.3.3). */
import { PAGE_HEIGHT, RED_RULE_SPACE, RED_RULE_WEIGHT, TITLE_LINE } from "./gbt9704.ts";
import type { OfficialElement } from "./official-document.ts";
import { characterAdvance, lineWidth, type Profile } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

/** Whether a line of text fits on the page below the elements; their lines are counted, not laid out. */
export function leavesRoomForText(elements: readonly OfficialElement[], profile: Profile): boolean {
  const room = PAGE_HEIGHT - profile.topMargin - profile.bottomMargin;
  const used = elements.reduce((sum, element) => sum + heightOf(element, profile), 0);
  return used + profile.line <= room;
}

function heightOf(element: OfficialElement, profile: Profile): number {
  const { role, placement, runs, table } = element;
  if (placement.frame) return placement.frame.top + placement.frame.height - profile.topMargin;
  if (table)
    return Math.max(
      ...table.rows
        .flat()
        .map((cell) => cell.elements.reduce((sum, each) => sum + heightOf(each, profile), 0)),
    );
  const line = placement.line ?? (role === "title" ? TITLE_LINE : profile.line);
  const texts = runs
    .map((run) => run.text)
    .join("")
    .split("\n");
  // Only addressees are longer than a line here; one character less for marks that may not begin a line.
  const capacity = Math.floor(lineWidth(profile) / characterAdvance(profile)) - 1;
  const lines = role === "addressees" ? Math.ceil(characterWidth(texts.join("")) / capacity) : texts.length;
  return (placement.spaceBefore ?? 0) + Math.max(1, lines) * line + ruleHeight(role);
}

/** The red rule and the space it keeps from the text above it. */
export function ruleHeight(role: OfficialElement["role"]): number {
  return role === "document-number" ? 20 * RED_RULE_SPACE + (20 / 8) * RED_RULE_WEIGHT : 0;
}
