/**
 * The heading of a section or item inside its lead.
 *
 * A heading ends at the first 。 of the lead; what follows is body in the same paragraph (run-in form). A lead
 * without 。 is all heading (a heading alone on its line). GB/T 9704—2012 prints the former with 。, the latter
 * without end punctuation.
 */
export const HEADING_END = "。";

export interface LeadParts {
  /** Without the closing 。 */
  readonly heading: string;
  /** Text after the 。; empty where the heading stands alone. */
  readonly body: string;
  /** Whether the lead has the 。, i.e. is in run-in form. */
  readonly runIn: boolean;
}

/** Splits a lead; a `plain` lead is body from its first character. */
export function splitLead(text: string, plain = false): LeadParts {
  if (plain) return { heading: "", body: text, runIn: true };
  const end = text.indexOf(HEADING_END);
  if (end < 0) return { heading: text, body: "", runIn: false };
  return { heading: text.slice(0, end), body: text.slice(end + 1), runIn: true };
}

/** Length of the part of a lead that is printed as heading, the closing 。 included. */
export function headingLength(text: string, plain = false): number {
  if (plain) return 0;
  const end = text.indexOf(HEADING_END);
  return end < 0 ? text.length : end + 1;
}
