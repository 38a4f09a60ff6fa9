/** What the elements of a page mean for reading its text. */

/** Why text of a page is not part of the document; `null`: it is. */
export type Unread = "invisible" | "hidden-text" | "tracked-deletion" | "navigation";

/** Elements whose text nobody sees. */
const INVISIBLE: ReadonlySet<string> = new Set(
  "script style head noscript template select datalist iframe object svg canvas audio video textarea button xml".split(
    " ",
  ),
);
/** Elements that frame a page. */
const FRAME: ReadonlySet<string> = new Set(["nav", "footer", "menu"]);
/** Elements of tracked changes and struck text. */
const DELETED: ReadonlySet<string> = new Set(["del", "s", "strike"]);
const BOLD: ReadonlySet<string> = new Set(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]);
/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);

export type ElementAttributes = Readonly<Record<string, string>>;

export function unreadReason(name: string, attributes: ElementAttributes): Unread | null {
  if (INVISIBLE.has(name)) return "invisible";
  if (FRAME.has(name) || attributes["role"] === "navigation") return "navigation";
  if (DELETED.has(name)) return "tracked-deletion";
  const style = attributes["style"] ?? "";
  const hidden = "hidden" in attributes || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
  return hidden ? "hidden-text" : null;
}

export function isBold(name: string, attributes: ElementAttributes): boolean {
  return BOLD.has(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes["style"] ?? "");
}

/** Outline level of `h1`–`h6`, 0 for the highest; null for other elements. */
export function outlineLevelOf(name: string): number | null {
  const digit = /^h([1-6])$/.exec(name)?.[1];
  return digit === undefined ? null : Number(digit) - 1;
}
