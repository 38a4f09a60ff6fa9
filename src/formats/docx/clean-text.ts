/** Text as a document may hold it. */

// XML 1.0 has no way to write these; line breaks and tabs are no part of a paragraph's text either.
const UNWRITABLE = /[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF]|\p{Cs}/gu;

/** The text without control characters, line breaks, lone surrogates and the two code points XML excludes. */
export function cleanText(text: string): string {
  return text.replace(UNWRITABLE, "");
}

/** Lines of a text that the drafter broke, cleaned; empty lines are left out. */
export function cleanLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== "");
}

/** Whether nothing of the text would be seen on paper. */
export function isBlank(text: string): boolean {
  return cleanText(text).trim() === "";
}
