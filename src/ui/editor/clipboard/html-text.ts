/** The text of pasted HTML, read as characters: no element is ever made of it, so nothing in it can load or run. */

/*
 * Every pattern also ends at the end of the text, so that what is never closed is read once and not again and again:
 * reading stays linear for any input.
 */
/** Elements whose content is no text of the page. */
const DROPPED =
  /<(script|style|head|title|template|noscript|iframe|object|svg|math|textarea|select)\b[^>]*(?:>|$)[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?!][^>]*(?:>|$)/g;
const BREAKS =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer|blockquote|pre|dd|dt|hr)\b[^>]*(?:>|$)/gi;
const CELLS = /<\/(?:td|th)\s*>/gi;
const TAGS = /<\/?[a-z][^>]*(?:>|$)/gi;
const ENTITIES = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
};

/** Text with a line break between paragraphs; white space counts as in HTML. */
export function textOfHtml(html: string): string {
  return html
    .replace(COMMENTS, "")
    .replace(DROPPED, "")
    .replace(/\s+/g, " ")
    .replace(BREAKS, "\n")
    .replace(CELLS, "\t")
    .replace(TAGS, "")
    .replace(ENTITIES, decodeEntity);
}

function decodeEntity(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
