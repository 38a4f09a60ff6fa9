/** `OfficialDocument` (公文版面): the elements of a document in order, laid out but not yet written in any format. */
import type { Profile } from "./profile.ts";

/** What an element is; each has a named style of its own in the written file. */
export type ElementRole =
  /** 发文机关标志 */
  | "authority-mark"
  /** 发文字号, with the red rule below it */
  | "document-number"
  | "title"
  /** 主送机关 */
  | "addressees"
  | "body"
  /** 一、 */
  | "level-1"
  /** （一） */
  | "level-2"
  /** 1. */
  | "level-3"
  /** 发文机关署名 */
  | "authority"
  /** 成文日期 */
  | "date"
  | "blank";

/** `own`: as the element's style says. `body`: text behind a run-in heading, in the font of the body. */
export type RunFace = "own" | "body";

export interface OfficialRun {
  /** Without control characters; `\n` is a line break inside the paragraph. */
  readonly text: string;
  readonly face: RunFace;
}

/** What the layout decided for one element beyond its style; lengths in twips, size in half-points. */
export interface Placement {
  readonly leftIndent?: number;
  readonly rightIndent?: number;
  readonly spaceBefore?: number;
  readonly size?: number;
  /** Exact line pitch. */
  readonly line?: number;
}

export interface OfficialElement {
  readonly role: ElementRole;
  /** Block of the plan that the element prints; null for everything that is made from form data. */
  readonly blockId: string | null;
  readonly runs: readonly OfficialRun[];
  readonly startsPage: boolean;
  /** Whether the element stays on the page of the next one. */
  readonly keepsWithNext: boolean;
  readonly placement: Placement;
}

export interface OfficialDocument {
  readonly profile: Profile;
  /** Title and issuer for the file's properties, in one line each; empty where unknown. */
  readonly title: string;
  readonly issuer: string;
  readonly elements: readonly OfficialElement[];
}

/** An element with the usual values for all that is not given. */
export function element(
  role: ElementRole,
  text: string,
  given: Partial<Omit<OfficialElement, "role" | "runs">> = {},
): OfficialElement {
  return {
    role,
    blockId: null,
    runs: text === "" ? [] : [{ text, face: "own" }],
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
