/** What stands around the body of a plan, as found in its lines: front (title, notice, addressees) and end. */
import type { IssueDate } from "../text/dates.ts";
import type { Paragraph } from "./clean-lines.ts";
import type { DroppedLine } from "./plan-reading.ts";

export interface FoundDate {
  readonly line: number;
  readonly text: string;
  readonly date: IssueDate;
}

export interface FoundNotice {
  /** The line, or joined lines, of its title. */
  readonly title: Paragraph | null;
  readonly body: readonly Paragraph[];
}

export interface DocumentParts {
  readonly title: string | null;
  readonly titleLine: number | null;
  /** Every line of the title. */
  readonly titleLines: readonly number[];
  /** Other prints of the title. */
  readonly titleTwins: readonly string[];
  readonly notice: FoundNotice | null;
  readonly documentNumber: string | null;
  readonly addressees: readonly string[];
  /** Organs named alone on a line or before a date, the likeliest issuer first. */
  readonly organs: readonly string[];
  readonly signature: string | null;
  readonly date: FoundDate | null;
  readonly attachments: readonly string[];
  readonly body: readonly Paragraph[];
  /** Text after the end of the plan (text of attachments): kept, never read as structure. */
  readonly appendix: readonly Paragraph[];
  readonly dropped: readonly DroppedLine[];
}

/** Every source line that is in the paragraph. */
export function linesOf(paragraph: Paragraph): readonly number[] {
  return [paragraph.line, ...paragraph.joints.map((joint) => joint.line)];
}

/** The line as it was, for the list of dropped lines. */
export function droppedLines(paragraph: Paragraph, reason: string): readonly DroppedLine[] {
  const texts = paragraph.raw.split("\n");
  return linesOf(paragraph).map((line, index) => ({ line, text: texts[index] ?? "", reason }));
}
