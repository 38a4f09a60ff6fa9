/** Elements as paragraphs and tables of the `docx` package. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  FrameAnchorType,
  HeightRule,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { RevisionWriter } from "./docx-revisions.ts";
import {
  IMPRINT_RULE_SPACE,
  LETTER_RULE_SPACE,
  LETTER_RULE_WEIGHT,
  MASTHEAD_RED,
  PAGE_WIDTH,
  RED_RULE_SPACE,
  RED_RULE_WEIGHT,
  TABLE_CELL_MARGIN,
  TABLE_RULE,
} from "./gbt9704.ts";
import type { OfficialElement, OfficialRun, OfficialTable, Placement } from "./official-document.ts";
import { FACE_STYLES, isBoldRole, styleIdOf, styleKeepsWithNext } from "./paragraph-styles.ts";
import { lineWidth, type Profile } from "./profile.ts";

const TWIPS_PER_POINT = 20;

/** Paragraph or table of an element; `bookmark` is the name of the bookmark around its text. */
export function docxBlock(
  element: OfficialElement,
  profile: Profile,
  options: BlockOptions,
): Paragraph | Table {
  return element.table ? table(element.table, profile, options) : paragraph(element, profile, options);
}

export interface BlockOptions {
  readonly revisions: RevisionWriter;
  readonly bookmark?: string | undefined;
  /** Without the double rule of a letter, whose weight no layout program knows; its frame has room for it anyway. */
  readonly forLayout?: boolean;
}

function paragraph(
  element: OfficialElement,
  profile: Profile,
  { revisions, bookmark, forLayout = false }: BlockOptions,
): Paragraph {
  const { role, placement } = element;
  const isBold = isBoldRole(role, profile);
  const runs = element.runs.flatMap((run) => textRuns(run, isBold, placement.size, revisions));
  const children: readonly ParagraphChild[] =
    bookmark === undefined ? runs : [new Bookmark({ id: bookmark, children: runs })];
  return new Paragraph({
    style: styleIdOf(role),
    children,
    ...revisions.ofParagraph(element.revision),
    ...(element.startsPage ? { pageBreakBefore: true } : {}),
    ...(element.outlineLevel === undefined ? {} : { outlineLevel: element.outlineLevel }),
    ...(element.keepsWithNext === styleKeepsWithNext(role) ? {} : { keepNext: element.keepsWithNext }),
    ...(forLayout && role === "letter-mark" ? {} : borderOf(element)),
    ...indentOf(element),
    ...spacingOf(placement),
    ...frameOf(placement, profile),
    ...(placement.alignment === undefined ? {} : { alignment: ALIGNMENTS[placement.alignment] }),
    ...(placement.tabs === undefined
      ? {}
      : {
          tabStops: placement.tabs.map(({ position, alignment }) => ({
            position,
            type: TAB_TYPES[alignment],
          })),
        }),
  });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const TAB_TYPES = { left: TabStopType.LEFT, center: TabStopType.CENTER, right: TabStopType.RIGHT } as const;

const RED_RULE = {
  style: BorderStyle.SINGLE,
  size: RED_RULE_WEIGHT,
  color: MASTHEAD_RED,
  space: RED_RULE_SPACE,
};
const LETTER_RULE = {
  style: BorderStyle.THICK_THIN_SMALL_GAP,
  size: LETTER_RULE_WEIGHT,
  color: MASTHEAD_RED,
  space: LETTER_RULE_SPACE,
};

function borderOf({ role, placement: { rules } }: OfficialElement) {
  if (role === "document-number") return { border: { bottom: RED_RULE } };
  if (role === "letter-mark") return { border: { bottom: LETTER_RULE } };
  if (rules?.above === undefined && rules?.below === undefined) return {};
  return {
    border: {
      ...(rules.above === undefined ? {} : { top: blackRule(rules.above) }),
      ...(rules.below === undefined ? {} : { bottom: blackRule(rules.below) }),
    },
  };
}

function blackRule(size: number) {
  return { style: BorderStyle.SINGLE, size, color: "000000", space: IMPRINT_RULE_SPACE / TWIPS_PER_POINT };
}

function indentOf({ placement }: OfficialElement) {
  const { leftIndent, rightIndent, hanging } = placement;
  if (leftIndent === undefined && rightIndent === undefined) return {};
  return {
    indent: {
      left: leftIndent ?? 0,
      right: rightIndent ?? 0,
      ...(hanging === undefined ? {} : { hanging }),
    },
  };
}

function spacingOf({ spaceBefore, line }: Placement) {
  if (line === undefined) return {};
  return { spacing: { before: spaceBefore ?? 0, after: 0, line, lineRule: LineRuleType.EXACT } };
}

/** One frame for each paragraph: paragraphs that share one lose their place and their rules in LibreOffice. */
function frameOf({ frame }: Placement, profile: Profile) {
  if (frame === undefined) return {};
  return {
    frame: {
      type: "absolute" as const,
      position: {
        x: frame.width === undefined ? profile.leftMargin : Math.round((PAGE_WIDTH - frame.width) / 2),
        y: frame.top,
      },
      width: frame.width ?? lineWidth(profile),
      height: frame.height,
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  };
}

/** Runs for the lines and tabs of a text; a run says itself that it is East Asian, for programs that ask only the run. */
function textRuns(
  run: OfficialRun,
  isBold: boolean,
  size: number | undefined,
  revisions: RevisionWriter,
): readonly ParagraphChild[] {
  return run.text.split(/(?=[\n\t])/).map((text) => {
    const isBreak = text.startsWith("\n");
    const isTab = text.startsWith("\t");
    const content = isBreak || isTab ? text.slice(1) : text;
    return revisions.run(
      {
        children: [...(isTab ? [new Tab()] : []), content],
        font: { hint: "eastAsia" },
        ...(isBreak ? { break: 1 } : {}),
        ...(run.face === "own" ? {} : { style: FACE_STYLES[run.face] }),
        // Bold in a style is switched off by the run alone: two styles that both say so would cancel each other.
        ...(run.face !== "own" && isBold ? { bold: false } : {}),
        ...(run.spacing === undefined ? {} : { characterSpacing: run.spacing }),
        ...(size === undefined ? {} : { size }),
      },
      run.revision,
    );
  });
}

function table(
  { columns, indent, rows, headRows, keptRows, bordered, rowRevisions }: OfficialTable,
  profile: Profile,
  { revisions }: Pick<BlockOptions, "revisions">,
): Table {
  const rule = bordered
    ? { style: BorderStyle.SINGLE, size: TABLE_RULE, color: "000000" }
    : { style: BorderStyle.NONE, size: 0, color: "auto" };
  const margin = bordered ? TABLE_CELL_MARGIN : 0;
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    margins: { left: margin, right: margin, top: 0, bottom: 0 },
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row < headRows,
          cantSplit: row < headRows || (keptRows[row] ?? false),
          ...revisions.ofRow(rowRevisions?.[row]),
          children: cells.map(
            ({ elements }, column) =>
              new TableCell({
                width: { size: columns[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
                children: elements.map((element) => paragraph(element, profile, { revisions })),
              }),
          ),
        }),
    ),
  });
}
