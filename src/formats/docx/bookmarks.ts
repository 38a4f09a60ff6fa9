/**
 * Hidden bookmarks that tell which item of the plan a paragraph is, so that a copy that comes back from Word can be
 * matched to the plan.
 */
import type { OfficialElement } from "./official-document.ts";

/** Word hides bookmarks whose names begin with a low line, and cuts names at 40 characters. */
const PREFIX = "_yd_";
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Name of the bookmark around the block of that id: letters, digits and low lines, 36 characters at most. */
export function bookmarkName(blockId: string): string {
  return UUID.test(blockId) ? PREFIX + blockId.replaceAll("-", "") : PREFIX + hashOf(blockId);
}

/** Names for all elements that print a block, each name once: Word drops a bookmark whose name it has already. */
export function bookmarkNames(elements: readonly OfficialElement[]): ReadonlyMap<OfficialElement, string> {
  const used = new Set<string>();
  const names = new Map<OfficialElement, string>();
  for (const element of elements) {
    if (element.blockId === null || element.revision?.kind === "deleted") continue;
    const name = bookmarkName(element.blockId);
    if (used.has(name)) continue;
    used.add(name);
    names.set(element, name);
  }
  return names;
}

/** Two FNV-1a sums of 32 bits, the second of the reversed text, in hex. */
function hashOf(text: string): string {
  const sum = (characters: readonly string[]) => {
    let hash = 0x811c9dc5;
    for (const character of characters)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, "0");
  };
  const characters = [...text];
  return sum(characters) + sum(characters.toReversed());
}

export interface ItemBookmark {
  readonly name: string;
  /** Text between its start and its end, paragraphs divided by `\n`. */
  readonly text: string;
}

const TOKEN =
  /<w:bookmarkStart\b[^>]*>|<w:bookmarkEnd\b[^>]*>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|cr|tab)\b[^>]*\/>|<\/w:p>|<w:(?:del|moveFrom)\s[^>]*>|<\/w:(?:del|moveFrom)>/g;

const DELETION_START = /^<w:(?:del|moveFrom)\s/;
const DELETION_END = /^<\/w:(?:del|moveFrom)>/;

/**
 * Item bookmarks of `word/document.xml` in the order of their starts. What change tracking has deleted is no part of a
 * text; a bookmark without end reaches to the end of its paragraph.
 */
export function readItemBookmarks(documentXml: string): readonly ItemBookmark[] {
  const found: { name: string; text: string }[] = [];
  const open = new Map<string, { name: string; text: string }>();
  let deleted = 0;
  for (const [token, text, special] of documentXml.matchAll(TOKEN)) {
    if (token.startsWith("<w:bookmarkStart")) {
      const name = attribute(token, "name");
      if (!name.startsWith(PREFIX)) continue;
      const bookmark = { name, text: "" };
      found.push(bookmark);
      open.set(attribute(token, "id"), bookmark);
    } else if (token.startsWith("<w:bookmarkEnd")) open.delete(attribute(token, "id"));
    else if (DELETION_START.test(token)) deleted += 1;
    else if (DELETION_END.test(token)) deleted -= 1;
    else if (deleted === 0)
      for (const bookmark of open.values()) bookmark.text += pieceOf(token, text, special);
  }
  return found.map(({ name, text }) => ({ name, text: text.replace(/\n+$/, "") }));
}

/** Texts of the paragraphs of `word/document.xml` in order, without what change tracking has deleted. */
export function documentParagraphs(documentXml: string): readonly string[] {
  const paragraphs: string[] = [];
  let open = "";
  let deleted = 0;
  for (const [token, text, special] of documentXml.matchAll(TOKEN)) {
    if (token.startsWith("<w:bookmark")) continue;
    if (DELETION_START.test(token)) deleted += 1;
    else if (DELETION_END.test(token)) deleted -= 1;
    else if (token === "</w:p>") {
      paragraphs.push(open);
      open = "";
    } else if (deleted === 0) open += pieceOf(token, text, special);
  }
  return paragraphs;
}

function pieceOf(token: string, text: string | undefined, special: string | undefined): string {
  if (token === "</w:p>") return "\n";
  if (special !== undefined) return special === "tab" ? "\t" : "\n";
  return decoded(text ?? "");
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\bw:${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function decoded(text: string): string {
  return text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#x([\da-fA-F]{1,6})|#(\d{1,7}));/g,
    (all, name, hex, decimal) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
