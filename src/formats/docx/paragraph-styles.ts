/** Named styles of an official document: one for every role of an element, and those of running text. */
import {
  AUTHORITY_MARK_LARGEST,
  IMPRINT_LINE,
  MASTHEAD_RED,
  PAGE_NUMBER_LINE,
  PARAGRAPH_INDENT,
  SIZE_2,
  SIZE_3,
  SIZE_4,
  TABLE_LINE,
  TABLE_SIZE,
  TITLE_LINE,
} from "./gbt9704.ts";
import type { ElementRole, RunFace } from "./official-document.ts";
import type { HeadingLevel, Profile } from "./profile.ts";

/** A paragraph style; what is not given comes from the style it is based on. Lengths in twips, sizes in half-points. */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  readonly basedOn: "Normal" | typeof BODY_STYLE;
  /** Style of the paragraph that Enter makes behind one of this style, where it is another. */
  readonly next?: typeof BODY_STYLE;
  readonly font?: string;
  /** Font of digits and Latin letters, where it is not the profile's. */
  readonly latinFont?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly characterSpacing?: number;
  /** Exact line pitch. */
  readonly line?: number;
  readonly alignment?: "left" | "center" | "right" | "both";
  readonly firstLineCharacters?: number;
  readonly outlineLevel?: 0 | 1 | 2;
  readonly keepsWithNext?: boolean;
}

export const BODY_STYLE = "OfficialBody";
export const PAGE_NUMBER_STYLE = "OfficialPageNumber";
/** Character style of every face that a run may have beside its paragraph's. */
export const FACE_STYLES: Readonly<Record<Exclude<RunFace, "own">, string>> = {
  body: "OfficialBodyText",
  name: "OfficialPersonName",
  label: "OfficialNumberText",
  strong: "OfficialStrongText",
};

const STYLE_IDS: Readonly<Record<Exclude<ElementRole, "joint-mark" | "table">, string>> = {
  "copy-number": "OfficialCopyNumber",
  classification: "OfficialClassification",
  urgency: "OfficialUrgency",
  "authority-mark": "OfficialAuthorityMark",
  signatories: "OfficialSignatories",
  "document-number": "OfficialDocumentNumber",
  "letter-mark": "OfficialLetterMark",
  "letter-number": "OfficialLetterNumber",
  title: "OfficialTitle",
  addressees: "OfficialAddressees",
  body: BODY_STYLE,
  "part-heading": "OfficialPart",
  "level-1": "OfficialLevel1",
  "level-2": "OfficialLevel2",
  "level-3": "OfficialLevel3",
  "attachment-note": "OfficialAttachmentNote",
  authority: "OfficialAuthority",
  date: "OfficialDate",
  note: "OfficialNote",
  "attachment-mark": "OfficialAttachmentMark",
  "table-head": "OfficialTableHead",
  "table-text": "OfficialTableText",
  "copy-recipients": "OfficialCopyRecipients",
  printing: "OfficialPrinting",
  blank: "OfficialBlank",
  anchor: "OfficialAnchor",
};

/** Id of the style that elements of this role have; a table has none itself. */
export function styleIdOf(role: ElementRole): string {
  return role === "table" || role === "joint-mark" ? STYLE_IDS.blank : STYLE_IDS[role];
}

/** Whether elements of this role stay with the next one by their style. */
export function styleKeepsWithNext(role: ElementRole): boolean {
  return role === "part-heading" || role === "level-1" || role === "level-2";
}

/** Whether headings of this role are bold in the profile. */
export function isBoldRole(role: ElementRole, profile: Profile): boolean {
  return profile.boldLevels.some((level) => role === `level-${level}`);
}

const LEFT = { basedOn: "Normal", alignment: "left" } as const;
/** Line of a paragraph that only carries a break or ends the document. */
export const ANCHOR_LINE = 20;

/** All paragraph styles of a profile but Normal, which is the profile's 3号仿宋 itself. */
export function paragraphStyles(profile: Profile): readonly ParagraphStyle[] {
  const { fonts } = profile;
  const level = (number: HeadingLevel, name: string, font: string): ParagraphStyle => ({
    id: STYLE_IDS[`level-${number}`],
    name,
    basedOn: BODY_STYLE,
    next: BODY_STYLE,
    font,
    bold: isBoldRole(`level-${number}`, profile),
    outlineLevel: number === 1 ? 0 : number === 2 ? 1 : 2,
    keepsWithNext: styleKeepsWithNext(`level-${number}`),
  });
  const mark = {
    basedOn: "Normal",
    font: fonts.title,
    latinFont: fonts.title,
    size: AUTHORITY_MARK_LARGEST,
    color: MASTHEAD_RED,
    characterSpacing: 0,
    alignment: "center",
  } as const;
  const imprint = { ...LEFT, size: SIZE_4, characterSpacing: 0, line: IMPRINT_LINE } as const;
  return [
    { id: BODY_STYLE, name: "公文正文", basedOn: "Normal", firstLineCharacters: PARAGRAPH_INDENT },
    {
      id: STYLE_IDS["part-heading"],
      name: "公文部分标题",
      basedOn: "Normal",
      next: BODY_STYLE,
      font: fonts.level1,
      alignment: "center",
      outlineLevel: 0,
      keepsWithNext: true,
    },
    level(1, "公文一级标题", fonts.level1),
    level(2, "公文二级标题", fonts.level2),
    level(3, "公文三级标题", fonts.level3),
    {
      id: STYLE_IDS.title,
      name: "公文标题",
      basedOn: "Normal",
      font: fonts.title,
      latinFont: fonts.title,
      size: SIZE_2,
      characterSpacing: 0,
      line: TITLE_LINE,
      alignment: "center",
    },
    { id: STYLE_IDS["copy-number"], name: "份号", basedOn: "Normal", alignment: "left" },
    { id: STYLE_IDS.classification, name: "密级和保密期限", font: fonts.level1, ...LEFT },
    { id: STYLE_IDS.urgency, name: "紧急程度", font: fonts.level1, ...LEFT },
    { id: STYLE_IDS.signatories, name: "签发人", ...LEFT },
    { id: STYLE_IDS.addressees, name: "主送机关", basedOn: "Normal", next: BODY_STYLE },
    { id: STYLE_IDS["attachment-note"], name: "附件说明", basedOn: "Normal" },
    { id: STYLE_IDS.authority, name: "发文机关署名", ...LEFT },
    { id: STYLE_IDS.date, name: "成文日期", ...LEFT },
    { id: STYLE_IDS.note, name: "附注", basedOn: "Normal", firstLineCharacters: PARAGRAPH_INDENT },
    { id: STYLE_IDS["attachment-mark"], name: "附件标记", font: fonts.level1, ...LEFT },
    { id: STYLE_IDS.blank, name: "公文空行", basedOn: "Normal" },
    { id: STYLE_IDS.anchor, name: "公文定位", basedOn: "Normal", size: 2, line: ANCHOR_LINE },
    { id: STYLE_IDS["authority-mark"], name: "发文机关标志", ...mark },
    { id: STYLE_IDS["letter-mark"], name: "信函发文机关标志", ...mark },
    { id: STYLE_IDS["letter-number"], name: "信函发文字号", ...LEFT },
    {
      id: STYLE_IDS["table-head"],
      name: "表格标题行",
      font: fonts.level1,
      size: TABLE_SIZE,
      ...LEFT,
      line: TABLE_LINE,
    },
    { id: STYLE_IDS["table-text"], name: "表格文字", size: TABLE_SIZE, ...LEFT, line: TABLE_LINE },
    { id: STYLE_IDS["copy-recipients"], name: "抄送机关", ...imprint },
    { id: STYLE_IDS.printing, name: "印发机关和印发日期", ...imprint },
    {
      id: STYLE_IDS["document-number"],
      name: "发文字号",
      basedOn: "Normal",
      size: SIZE_3,
      alignment: "center",
    },
    {
      id: PAGE_NUMBER_STYLE,
      name: "公文页码",
      basedOn: "Normal",
      font: fonts.pageNumber,
      latinFont: fonts.pageNumber,
      size: SIZE_4,
      characterSpacing: 0,
      line: PAGE_NUMBER_LINE,
    },
  ];
}
