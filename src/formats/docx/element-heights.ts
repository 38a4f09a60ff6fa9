/** Heights of elements on paper, from the number of their lines and their exact pitch; all in twips. */
import { ruleHeight } from "./first-page.ts";
import {
  PARAGRAPH_INDENT,
  SIZE_2,
  SIZE_3,
  TABLE_CELL_MARGIN,
  TABLE_LINE,
  TABLE_RULE,
  TITLE_LINE,
} from "./gbt9704.ts";
import { type LineMeasure, lineCount } from "./line-breaks.ts";
import { type OfficialElement, type OfficialTable, textOf } from "./official-document.ts";
import {
  ANCHOR_LINE,
  BODY_STYLE,
  type ParagraphStyle,
  paragraphStyles,
  styleIdOf,
} from "./paragraph-styles.ts";
import { characterAdvance, lineWidth, type Profile } from "./profile.ts";

/** A paragraph, or rows of a table that stay together. */
export interface Height {
  readonly before: number;
  readonly lines: number;
  readonly line: number;
  readonly after: number;
}

/** Height of a table's rule: what every row adds to its lines, and the table below its last row. */
export const TABLE_RULE_HEIGHT = (20 / 8) * TABLE_RULE;

export type ElementRuler = ReturnType<typeof elementRuler>;

/** Measures elements of one profile. */
export function elementRuler(profile: Profile) {
  const styles = new Map(paragraphStyles(profile).map((style) => [style.id, style]));
  const styleOf = ({ role }: OfficialElement) => styles.get(styleIdOf(role));
  return {
    /** Height of a paragraph, or of a table without rules, which is one piece. */
    heightOf(element: OfficialElement): Height {
      const { role, placement, table } = element;
      if (table) return { before: 0, lines: 1, line: stackedHeight(table, profile), after: 0 };
      const line =
        placement.line ?? (role === "title" ? TITLE_LINE : role === "anchor" ? ANCHOR_LINE : profile.line);
      const lines = textOf(element)
        .split("\n")
        .reduce((sum, text, index) => {
          const measure = measureOf(element, styleOf(element), profile, index === 0);
          return sum + lineCount(text, measure);
        }, 0);
      return { before: placement.spaceBefore ?? 0, lines, line, after: ruleHeight(role) };
    },
    /** Lines of every row of a table with rules: those of its highest cell. */
    rowLines({ rows, columns }: OfficialTable): readonly number[] {
      return rows.map((cells) =>
        Math.max(
          ...cells.map(({ elements }, column) => {
            const width = (columns[column] ?? 0) - 2 * TABLE_CELL_MARGIN;
            return elements.reduce((sum, each) => sum + cellLines(each, styleOf(each), width, profile), 0);
          }),
        ),
      );
    },
  };
}

/** Height of names below each other, of the highest cell. */
function stackedHeight({ rows }: OfficialTable, profile: Profile): number {
  const cells = rows
    .flat()
    .map(({ elements }) => elements.reduce((sum, each) => sum + (each.placement.line ?? profile.line), 0));
  return Math.max(...cells);
}

function cellLines(
  element: OfficialElement,
  style: ParagraphStyle | undefined,
  width: number,
  profile: Profile,
): number {
  const measure = {
    firstLine: width,
    otherLines: width,
    character: 10 * (style?.size ?? SIZE_3),
    spacing: style?.characterSpacing ?? profile.characterSpacing,
  };
  return textOf(element)
    .split("\n")
    .reduce((sum, text) => sum + lineCount(text, measure), 0);
}

/** Height of a row of so many lines. */
export function rowHeight(lines: number): number {
  return lines * TABLE_LINE + TABLE_RULE_HEIGHT;
}

function measureOf(
  { role, placement }: OfficialElement,
  style: ParagraphStyle | undefined,
  profile: Profile,
  isFirst: boolean,
): LineMeasure {
  const otherLines = lineWidth(profile) - (placement.leftIndent ?? 0) - (placement.rightIndent ?? 0);
  const indented = style?.basedOn === BODY_STYLE || style?.firstLineCharacters !== undefined;
  const indent = (indented ? PARAGRAPH_INDENT * characterAdvance(profile) : 0) - (placement.hanging ?? 0);
  return {
    firstLine: otherLines - (isFirst ? indent : 0),
    otherLines,
    character: 10 * (placement.size ?? style?.size ?? (role === "title" ? SIZE_2 : SIZE_3)),
    spacing: style?.characterSpacing ?? profile.characterSpacing,
  };
}
