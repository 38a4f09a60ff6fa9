/** 版头: copy number, classification, urgency, authority mark, document number and red rule (GB/T 9704—2012, 7.2). */
import type { FrontMatter } from "../../core/plan/model.ts";
import { classificationText, cleanLine, issuersOf } from "./front-matter-texts.ts";
import {
  AUTHORITY_MARK_DROP,
  AUTHORITY_MARK_LARGEST,
  AUTHORITY_MARK_SMALLEST,
  LINES_ABOVE_DOCUMENT_NUMBER,
  LINES_ABOVE_TITLE,
  MARK_LEADING,
  MARK_LINE,
} from "./gbt9704.ts";
import { blankLines, element, type OfficialElement } from "./official-document.ts";
import { lineWidth, type Profile, typeAreaTop } from "./profile.ts";
import { numberWithSignatories } from "./signatories.ts";
import { characterWidth, spreadName } from "./text-width.ts";

/** What stands behind the issuer's name in its mark (7.2.4). */
const MARK_END = "文件";
/** Characters of free space in front of 文件 in the mark of a joint issue, and behind it. */
const JOINT_GAP = 0.4;

/**
 * The masthead. Authority mark, number and red rule only where both are known: a number stands below the mark or not at
 * all (7.2.5). What restricts who may read the document is printed in any case. `jointHeight` is the height in twips that
 * the marks of a joint issue share.
 */
export function mastheadElements(
  frontMatter: FrontMatter,
  jointHeight: number,
  profile: Profile,
): readonly OfficialElement[] {
  const security = securityElements(frontMatter);
  const number = cleanLine(frontMatter.documentNumber);
  const own = cleanLine(frontMatter.authorityMark);
  const issuers = issuersOf(frontMatter);
  if (number === "" || (own === "" && issuers.length === 0)) return security;
  const drop =
    typeAreaTop(profile) - profile.topMargin + AUTHORITY_MARK_DROP - security.length * profile.line;
  const mark =
    own === "" && issuers.length > 1
      ? jointMark(issuers, drop, jointHeight, profile)
      : [singleMark(own || `${issuers[0] ?? ""}${MARK_END}`, drop, profile)];
  return [
    ...security,
    ...mark,
    ...blankLines(LINES_ABOVE_DOCUMENT_NUMBER),
    ...numberWithSignatories(number, frontMatter.signatories.map(cleanLine), profile),
    ...blankLines(LINES_ABOVE_TITLE),
  ];
}

/** 份号, 密级和保密期限, 紧急程度 in the lines from the top of the type area (7.2.1 to 7.2.3). */
export function securityElements(frontMatter: FrontMatter): readonly OfficialElement[] {
  const lines = [
    ["copy-number", cleanLine(frontMatter.copyNumber)],
    ["classification", classificationText(frontMatter)],
    ["urgency", cleanLine(frontMatter.urgency)],
  ] as const;
  return lines.filter(([, text]) => text !== "").map(([role, text]) => element(role, text));
}

/** Space above a mark whose characters are to begin `drop` twips below what is above it; never less than nothing. */
function spaceAbove(drop: number, size: number): number {
  return Math.max(0, Math.round(drop - size * 10 * MARK_LEADING));
}

function singleMark(mark: string, drop: number, profile: Profile): OfficialElement {
  const size = profile.authorityMarkSize ?? markSize(characterWidth(mark), lineWidth(profile));
  const placement = { size, line: markLine(size), spaceBefore: spaceAbove(drop, size) };
  return element("authority-mark", mark, { placement });
}

/** Names below each other, spread to one width, and 文件 in the middle of their right (7.2.4). */
function jointMark(
  issuers: readonly string[],
  drop: number,
  height: number,
  profile: Profile,
): readonly OfficialElement[] {
  const widest = Math.max(...issuers.map(characterWidth));
  const fitting = markSize(widest + 2 + 2 * JOINT_GAP, lineWidth(profile));
  const lowest = Math.floor(height / (10 * MARK_LINE * issuers.length));
  const size =
    profile.authorityMarkSize ?? Math.max(AUTHORITY_MARK_SMALLEST, Math.min(fitting, even(lowest)));
  const placement = { size, line: markLine(size) };
  const character = size * 10;
  const columns = [widest + JOINT_GAP, 2 + JOINT_GAP].map((width) => Math.round(width * character));
  const total = columns.reduce((sum, width) => sum + width, 0);
  const names = issuers.map((name) =>
    element("authority-mark", spreadName(name, widest * character, size, 0), {
      placement: { ...placement, alignment: "left" },
    }),
  );
  const table = {
    columns,
    indent: Math.max(0, Math.round((lineWidth(profile) - total) / 2)),
    rows: [[{ elements: names }, { elements: [element("authority-mark", MARK_END, { placement })] }]],
    headRows: 0,
    keptRows: [true],
    bordered: false,
  };
  return [
    element("blank", "", { placement: { line: Math.max(20, spaceAbove(drop, size)) } }),
    element("joint-mark", "", { table }),
  ];
}

/** The largest size, in half-points, at which so many characters stay on one line. */
export function markSize(characters: number, width: number): number {
  const fitting = even(Math.floor(width / 10 / characters));
  return Math.max(AUTHORITY_MARK_SMALLEST, Math.min(AUTHORITY_MARK_LARGEST, fitting));
}

/** Exact line of a mark of `size` half-points, in twips. */
export function markLine(size: number): number {
  return Math.round(size * MARK_LINE) * 10;
}

function even(size: number): number {
  return size - (size % 2);
}
