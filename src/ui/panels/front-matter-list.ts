/** Lists of names as text, one a line. */

export function textOfNames(names: readonly string[]): string {
  return names.join("\n");
}

/** Names of the typed lines; empty lines are left out, and what is beyond the limits of the plan. */
export function namesOfText(text: string, most: number, longest: number): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().slice(0, longest))
    .filter((line) => line !== "")
    .slice(0, most);
}

/** `2027年1月5日` of an ISO date. */
export function writtenDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** `教〔2027〕1号`: other brackets around the year become those of official documents (GB/T 9704—2012, 7.2.5). */
export function withOfficialBrackets(number: string): string {
  return number.replace(/[[(（【［{]\s*(\d{4})\s*[\])）】］}]/, "〔$1〕");
}
