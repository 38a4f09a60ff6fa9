/** Which encoding a Chinese text is in: byte-order mark, then strict UTF-8, then the patterns of UTF-16, GB18030, Big5. */

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Whether a byte-order mark says so. */
  readonly mark: boolean;
  /** Whether another encoding would have been implausible. */
  readonly certain: boolean;
}

/** Bytes looked at; plausible from their beginning is plausible. */
const SAMPLE_BYTES = 256 * 1024;
/** Characters that any Chinese official text is full of, simplified and traditional. */
const COMMON = new Set(
  "的一是在了和有大中人国以要会工作年发学教育生加推进全市区县实建设展理强民政农业村健康服务管治安经济社深化落、。，：" +
    "國會學實設強農業務經濟發進與動報導點體關係辦區縣員處",
);
/** Share of common characters in running Chinese text is about a third; damage lowers it. */
const PLAUSIBLE = 0.08;
/** The winner must be this much better for the answer to be certain. */
const CLEARLY = 1.5;

/** Encoding of the text; `undefined` where none fits, which is to say the file is no text. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
  const mark = byteOrderMark(bytes);
  if (mark) return { encoding: mark, mark: true, certain: true };
  const nulls = nullBytes(bytes);
  // Stray NULs do not make UTF-16 of it; Latin text in UTF-16 is half NULs.
  if (nulls * 50 <= Math.min(bytes.length, SAMPLE_BYTES) && isUtf8(bytes))
    return { encoding: "utf-8", mark: false, certain: true };
  return bestGuess(bytes, nulls);
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

function nullBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes.subarray(0, SAMPLE_BYTES)) if (byte === 0) count += 1;
  return count;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function bestGuess(bytes: Uint8Array, nulls: number): DetectedEncoding | undefined {
  // An even cut keeps the pairs of UTF-16; the last character may be half, which one error more does not decide.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const candidates: readonly TextEncoding[] =
    nulls * 50 > sample.length
      ? ["utf-16le", "utf-16be"]
      : ["gb18030", "big5", "utf-16le", "utf-16be", "utf-8"];
  const scored = candidates
    .map((encoding) => ({ encoding, score: plausibility(new TextDecoder(encoding).decode(sample)) }))
    .sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (!best || best.score < PLAUSIBLE) return undefined;
  return {
    encoding: best.encoding,
    mark: false,
    certain: best.score > CLEARLY * Math.max(0, second?.score ?? 0),
  };
}

/** Share of common characters among those that are not ASCII, less three times that of undecodable ones. */
function plausibility(text: string): number {
  let common = 0;
  let damaged = 0;
  let others = 0;
  let nulls = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0) nulls += 1;
    if (code < 0x80) continue;
    others += 1;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) damaged += 1;
    else if (COMMON.has(character)) common += 1;
  }
  if (nulls * 20 > text.length) return 0;
  if (others === 0) return asciiPlausibility(text);
  return (common - 3 * damaged) / others;
}

/** Latin text in UTF-16 has no Chinese to count. */
function asciiPlausibility(text: string): number {
  return /^[\t\n\r\x20-\x7e]*$/.test(text) ? 1 : 0;
}
