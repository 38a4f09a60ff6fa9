/** `OfficialDocument` (公文版面): the elements of a document in order, laid out but not yet written in any format. */
import type { Revision } from "../../core/official/revision.ts";
import type { Profile } from "./profile.ts";

/** What an element is; each has a named style of its own in the written file. */
export type ElementRole =
  /** 份号 */
  | "copy-number"
  /** 密级和保密期限 */
  | "classification"
  /** 紧急程度 */
  | "urgency"
  /** 发文机关标志 */
  | "authority-mark"
  /** 发文机关标志 of a joint issue: a table of names and 文件 */
  | "joint-mark"
  /** A line of 签发人 above that of the document number */
  | "signatories"
  /** 发文字号, with the red rule below it */
  | "document-number"
  /** 发文机关标志 of a letter, with the double rule below it */
  | "letter-mark"
  /** 发文字号 of a letter, and what stands left of it */
  | "letter-number"
  | "title"
  /** 主送机关 */
  | "addressees"
  | "body"
  /** 一、 */
  /** 第一部分, above the levels of the standard */
  | "part-heading"
  | "level-1"
  /** （一） */
  | "level-2"
  /** 1. */
  | "level-3"
  /** 附件说明 */
  | "attachment-note"
  /** 发文机关署名 */
  | "authority"
  /** 成文日期 */
  | "date"
  /** 附注 */
  | "note"
  /** 附件1, at the head of an attachment */
  | "attachment-mark"
  | "table"
  | "table-head"
  | "table-text"
  /** 主送机关 and 抄送机关 in the imprint */
  | "copy-recipients"
  /** 印发机关和印发日期 */
  | "printing"
  | "blank"
  /** A line of no height that carries a page break or ends the document. */
  | "anchor";

/**
 * `own`: as the element's style says. `body`: text behind a run-in heading, in the font of the body. `name`: of a
 * person, 楷体. `label`: a number in front of text, its dot in the font of the body. `strong`: 黑体.
 */
export type RunFace = "own" | "body" | "name" | "label" | "strong";

export interface OfficialRun {
  /** Without control characters, but `\n` is a line break and `\t` a tab inside the paragraph. */
  readonly text: string;
  readonly face: RunFace;
  /** Twips added behind every character in place of the style’s, to spread a name. */
  readonly spacing?: number;
  /** Of text that is in one state of the document only; DOCX files alone tell it apart. */
  readonly revision?: Revision;
}

export interface TabStop {
  /** Twips from the left edge of the text. */
  readonly position: number;
  readonly alignment: "left" | "center" | "right";
}

/** A place of its own on the page, in twips: `top` from the page's upper edge. */
export interface Frame {
  readonly top: number;
  readonly height: number;
  /** In the middle of the page; as wide as the text and where the text is where none is given. */
  readonly width?: number;
}

/** A black rule as wide as the text, in eighths of a point. */
export interface Rules {
  readonly above?: number;
  readonly below?: number;
}

/** What the layout decided for one element beyond its style; lengths in twips, size in half-points. */
export interface Placement {
  readonly leftIndent?: number;
  readonly rightIndent?: number;
  /** By which the first line begins left of the others. */
  readonly hanging?: number;
  readonly alignment?: "left" | "center" | "right";
  readonly tabs?: readonly TabStop[];
  readonly spaceBefore?: number;
  readonly size?: number;
  /** Exact line pitch. */
  readonly line?: number;
  readonly frame?: Frame;
  readonly rules?: Rules;
}

export interface OfficialCell {
  readonly elements: readonly OfficialElement[];
}

export interface OfficialTable {
  /** Widths of the columns in twips. */
  readonly columns: readonly number[];
  /** Twips by which the table is set in. */
  readonly indent: number;
  readonly rows: readonly (readonly OfficialCell[])[];
  /** Rows at the start that are repeated on every page. */
  readonly headRows: number;
  /** For every row whether it stays on one page. */
  readonly keptRows: readonly boolean[];
  readonly bordered: boolean;
  /** For every row whether it was inserted or deleted as a whole; its runs are revised as well. */
  readonly rowRevisions?: readonly (Revision | undefined)[];
}

/** Pages that begin with an element. */
export interface PageSetup {
  /** Whether they lie across (横排). */
  readonly landscape: boolean;
  /** Whether they carry numbers. */
  readonly numbered: boolean;
  /** Whether they are a letter's: mark near the page's upper edge, red rules, no number on the first. */
  readonly letter: boolean;
}

export const USUAL_PAGES: PageSetup = { landscape: false, numbered: true, letter: false };

export interface OfficialElement {
  readonly role: ElementRole;
  /** Block of the plan that the element prints; null for everything that is made from form data. */
  readonly blockId: string | null;
  readonly runs: readonly OfficialRun[];
  readonly startsPage: boolean;
  /** Whether the element stays on the page of the next one. */
  readonly keepsWithNext: boolean;
  /** Level in the navigation, 0 the highest, where it is not that of the role: below 第一部分 every level is one deeper. */
  readonly outlineLevel?: number;
  readonly placement: Placement;
  /** Of an element that is a table; its runs are empty. */
  readonly table?: OfficialTable;
  /** Of an element that begins pages of another kind than those before it. */
  readonly pages?: PageSetup;
  /** Of a paragraph that was inserted or deleted as a whole; its runs are revised as well. */
  readonly revision?: Revision;
}

export interface OfficialDocument {
  readonly profile: Profile;
  /** Title and issuer for the file's properties, in one line each; empty where unknown. */
  readonly title: string;
  readonly issuer: string;
  readonly elements: readonly OfficialElement[];
  /**
   * 版记, in frames at the foot of a page. It belongs on the last page, which must be even: which one that is shows only
   * when the elements are laid out (`placeImprint`).
   */
  readonly imprint: readonly OfficialElement[];
}

/** An element with the usual values for all that is not given. */
export function element(
  role: ElementRole,
  text: string | readonly OfficialRun[],
  given: Partial<Omit<OfficialElement, "role" | "runs">> = {},
): OfficialElement {
  return {
    role,
    blockId: null,
    runs: typeof text === "string" ? (text === "" ? [] : [{ text, face: "own" }]) : text,
    startsPage: false,
    keepsWithNext: false,
    placement: {},
    ...given,
  };
}

/** `count` empty lines of text. */
export function blankLines(count: number, keepsWithNext = false): readonly OfficialElement[] {
  return Array.from({ length: count }, () => element("blank", "", { keepsWithNext }));
}

/** Text of an element in one line; cells of a table are not part of it. */
export function textOf({ runs }: Pick<OfficialElement, "runs">): string {
  return runs.map((run) => run.text).join("");
}
