/**
 * `word/styles.xml`, written whole: `docx` has no paragraph properties for the line grid and for East Asian line
 * breaking, writes some others in an order the schema does not allow, and adds blue heading styles of its own.
 */
import { SIZE_3 } from "./gbt9704.ts";
import { FACE_STYLES, type ParagraphStyle, paragraphStyles } from "./paragraph-styles.ts";
import type { Profile } from "./profile.ts";
import { escapeXml, WORD_NAMESPACE, XML_DECLARATION } from "./xml.ts";

/** Styles of a profile as an XML part. */
export function stylesPart(profile: Profile): string {
  const styles = paragraphStyles(profile).map((style) => paragraphStyle(style, profile));
  return [
    XML_DECLARATION,
    `<w:styles xmlns:w="${WORD_NAMESPACE}">`,
    defaults(profile),
    normalStyle(profile),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    TABLE_STYLE,
    ...styles,
    ...faceStyles(profile),
    "</w:styles>",
  ].join("");
}

const NO_CELL_MARGINS = ["top", "left", "bottom", "right"]
  .map((side) => `<w:${side} w:w="0" w:type="dxa"/>`)
  .join("");
const TABLE_STYLE = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${NO_CELL_MARGINS}</w:tblCellMar></w:tblPr></w:style>`;

function defaults(profile: Profile): string {
  const fonts = fontsOf(profile.fonts.body, profile.fonts.latin);
  // Without a Chinese East Asian language Word forbids no character at the start or end of a line.
  return `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:kern w:val="0"/>${sizeOf(SIZE_3)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

/**
 * Widow control would leave pages of 21 lines; the line grid would stretch a title to two of its rows;
 * `overflowPunct` is the default, but LibreOffice loses hanging punctuation unless it is written.
 */
function normalStyle(profile: Profile): string {
  return `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>${exactLine(profile.line)}<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="${profile.characterSpacing}"/></w:rPr></w:style>`;
}

function paragraphStyle(style: ParagraphStyle, profile: Profile): string {
  const paragraph = [
    style.keepsWithNext ? "<w:keepNext/>" : "",
    style.line === undefined ? "" : exactLine(style.line),
    style.firstLineCharacters === undefined ? "" : firstLineIndent(style.firstLineCharacters, profile),
    style.alignment === undefined ? "" : `<w:jc w:val="${style.alignment}"/>`,
    style.outlineLevel === undefined ? "" : `<w:outlineLvl w:val="${style.outlineLevel}"/>`,
  ].join("");
  const next = style.next === undefined ? "" : `<w:next w:val="${style.next}"/>`;
  const run = [
    style.font === undefined ? "" : fontsOf(style.font, style.latinFont ?? profile.fonts.latin),
    style.bold ? "<w:b/><w:bCs/>" : "",
    style.color === undefined ? "" : `<w:color w:val="${style.color}"/>`,
    style.characterSpacing === undefined ? "" : `<w:spacing w:val="${style.characterSpacing}"/>`,
    style.size === undefined ? "" : sizeOf(style.size),
  ].join("");
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="${style.basedOn}"/>${next}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function faceStyles({ fonts }: Profile): readonly string[] {
  const style = (id: string, name: string, eastAsian: string, latin: string) =>
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${fontsOf(eastAsian, latin)}</w:rPr></w:style>`;
  return [
    style(FACE_STYLES.body, "公文正文文字", fonts.body, fonts.latin),
    style(FACE_STYLES.name, "公文人名", fonts.level2, fonts.latin),
    style(FACE_STYLES.label, "公文序号", fonts.body, fonts.body),
    style(FACE_STYLES.strong, "公文黑体文字", fonts.level1, fonts.latin),
  ];
}

/** The hint gives quotation marks, dashes and dots, which Latin fonts also have, the Chinese font. */
function fontsOf(eastAsian: string, latin: string): string {
  const western = escapeXml(latin);
  return `<w:rFonts w:hint="eastAsia" w:ascii="${western}" w:hAnsi="${western}" w:eastAsia="${escapeXml(eastAsian)}" w:cs="${western}"/>`;
}

function sizeOf(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function exactLine(line: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;
}

/** The indent in characters is what Word uses; the twips are for programs that know no characters. */
function firstLineIndent(characters: number, profile: Profile): string {
  const width = characters * (SIZE_3 * 10 + profile.characterSpacing);
  return `<w:ind w:firstLineChars="${characters * 100}" w:firstLine="${width}"/>`;
}
