/**
 * MinHash of an item's grams: 64 one-byte values whose share of equal bytes estimates how much two texts have
 * in common (Jaccard), without keeping the texts.
 */
import { eachGram } from "./grams.ts";

/** Bytes of one signature. */
export const SIGNATURE_LENGTH = 64;
/** Two different texts agree in a byte by chance once in 256. */
const CHANCE = 1 / 256;

const MULTIPLIERS = multipliers();

/** Writes the signature of folded texts, taken together, into `target` from `offset` on. */
export function writeSignature(folded: readonly string[], target: Uint8Array, offset: number): void {
  const smallest = new Uint32Array(SIGNATURE_LENGTH).fill(0xffff_ffff);
  for (const text of folded) eachGram(text, (key) => lower(smallest, key));
  for (let at = 0; at < SIGNATURE_LENGTH; at += 1) target[offset + at] = mix(smallest[at] ?? 0) & 0xff;
}

/** Estimated share of common grams, 0–1, of the signatures at two places of `signatures`. */
export function signatureOverlap(signatures: Uint8Array, left: number, right: number): number {
  const first = left * SIGNATURE_LENGTH;
  const second = right * SIGNATURE_LENGTH;
  let equal = 0;
  for (let at = 0; at < SIGNATURE_LENGTH; at += 1)
    if (signatures[first + at] === signatures[second + at]) equal += 1;
  return Math.max(0, (equal / SIGNATURE_LENGTH - CHANCE) / (1 - CHANCE));
}

function lower(smallest: Uint32Array, key: number): void {
  const mixed = mix(key);
  for (let at = 0; at < SIGNATURE_LENGTH; at += 1) {
    const hash = Math.imul(mixed, MULTIPLIERS[at] ?? 1) >>> 0;
    if (hash < (smallest[at] ?? 0)) smallest[at] = hash;
  }
}

/** Odd numbers: multiplying by one is a bijection of the 32-bit numbers. */
function multipliers(): Uint32Array {
  const result = new Uint32Array(SIGNATURE_LENGTH);
  for (let at = 0; at < SIGNATURE_LENGTH; at += 1) result[at] = (mix(at + 1) | 1) >>> 0;
  return result;
}

/** Finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
