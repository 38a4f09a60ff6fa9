/** File names that every system takes: an office's files end up on Windows. */
import { HostError } from "../../../src/host/host-error.ts";

/** Most UTF-8 bytes of a name without its ending: 80 Chinese characters; with an ending it stays below 255. */
export const MAX_STEM_BYTES = 240;

const RESERVED = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
const encoder = new TextEncoder();

/**
 * A name that can be used, made of any text: forbidden characters become `_`, what is too long is cut at a character.
 * `undefined` where nothing is left. `ending` is added unless the text has it, e.g. `.yaodian`.
 */
export function safeFileName(text: string, ending: string): string | undefined {
  const stem = cleanStem(withoutEnding(text, ending));
  if (stem === "") return undefined;
  return `${trimEnd(cut(stem))}${ending}`;
}

/** The same for a name the drafter typed: fails with `name-too-long` rather than cutting it, `bad-name` where nothing is left. */
export function chosenFileName(text: string, ending: string): string {
  const stem = cleanStem(withoutEnding(text, ending));
  if (stem === "") throw new HostError("bad-name", "no usable character in the name", text);
  if (encoder.encode(stem).byteLength > MAX_STEM_BYTES) {
    throw new HostError("name-too-long", "name is too long", text);
  }
  return `${stem}${ending}`;
}

function withoutEnding(text: string, ending: string): string {
  return text.toLowerCase().endsWith(ending) ? text.slice(0, text.length - ending.length) : text;
}

function cleanStem(text: string): string {
  const clean = trimEnd(
    text
      .normalize("NFC")
      .toWellFormed()
      .trim()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
      .replace(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "_")
      .replace(/^[. ]+/, ""),
  );
  return RESERVED.test(clean) ? `_${clean}` : clean;
}

function trimEnd(text: string): string {
  return text.replace(/[. \u3000]+$/, "");
}

function cut(stem: string): string {
  let kept = "";
  let bytes = 0;
  for (const character of stem) {
    bytes += encoder.encode(character).byteLength;
    if (bytes > MAX_STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

/** The name with a number before its ending where `isTaken` says so: `要点.yaodian`, `要点 (2).yaodian` … */
export async function freeName(
  name: string,
  ending: string,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  const stem = withoutEnding(name, ending);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
