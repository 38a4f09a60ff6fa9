/** 发文字号, and 签发人 on its right in a document to a superior (GB/T 9704—2012, 7.2.5 and 7.2.6). */
import { element, type OfficialElement, type OfficialRun, type TabStop } from "./official-document.ts";
import { characterAdvance, lineWidth, type Profile } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

const LABEL = "签发人：";
/** Twips by which a tab stop must lie behind the text in front of it, or a program goes on to the next one. */
const TAB_SLACK = 30;
/** Names in a line (7.2.6). */
const NAMES_PER_LINE = 2;

/**
 * The line of the document number, which the red rule closes. With signatories it begins one character from the left,
 * and the last names stand on its right, one character from the edge; names before them stand above, aligned.
 */
export function numberWithSignatories(
  number: string,
  signatories: readonly string[],
  profile: Profile,
): readonly OfficialElement[] {
  const names = signatories.filter((name) => name !== "");
  if (names.length === 0) return [element("document-number", number)];
  const lines = inLines(names);
  const tabs = tabStops(names, profile);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const label: OfficialRun = {
      text: `\t${isLast ? number : ""}\t${index === 0 ? LABEL : ""}\t`,
      face: "own",
    };
    const named: OfficialRun = { text: line.join("\t"), face: "name" };
    return element(isLast ? "document-number" : "signatories", [label, named], {
      placement: { alignment: "left", tabs },
    });
  });
}

function inLines(names: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / NAMES_PER_LINE);
  return Array.from({ length: count }, (_, index) =>
    names.slice(index * NAMES_PER_LINE, (index + 1) * NAMES_PER_LINE),
  );
}

/** Where the number, the label and the two names begin: the number by a tab, for an indent would shorten the red rule. */
function tabStops(names: readonly string[], profile: Profile): readonly TabStop[] {
  const character = characterAdvance(profile);
  const widest = Math.max(...names.map(characterWidth)) * character;
  const perLine = Math.min(names.length, NAMES_PER_LINE);
  const first = lineWidth(profile) - character - perLine * widest - (perLine - 1) * character;
  const label = first - characterWidth(LABEL) * character - TAB_SLACK;
  return [character, label, first, first + widest + character]
    .slice(0, perLine + 2)
    .map((position) => ({ position: Math.max(0, Math.round(position)), alignment: "left" }));
}
