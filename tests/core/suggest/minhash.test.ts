import { describe, expect, it } from "vitest";
import { foldText, gramOverlap, gramSet } from "../../../src/core/suggest/grams.ts";
import { SIGNATURE_LENGTH, signatureOverlap, writeSignature } from "../../../src/core/suggest/minhash.ts";
import { seedItems } from "../../support/suggestion-quality.ts";

function signatures(texts: readonly string[]): Uint8Array {
  const result = new Uint8Array(texts.length * SIGNATURE_LENGTH);
  for (const [at, text] of texts.entries()) writeSignature([foldText(text)], result, at * SIGNATURE_LENGTH);
  return result;
}

describe("signatureOverlap", () => {
  it("is 1 for the same text and near 0 for unrelated ones", () => {
    const pair = signatures([
      "加强师德师风建设，开展专题教育",
      "加强师德师风建设，开展专题教育",
      "新建幼儿园三所",
    ]);
    expect(signatureOverlap(pair, 0, 1)).toBe(1);
    expect(signatureOverlap(pair, 0, 2)).toBeLessThan(0.1);
  });

  it("estimates the share of common pairs, on average within a tenth", () => {
    const texts = seedItems.flatMap((item) => {
      const cut = Math.floor(item.body.length * 0.7);
      return [item.body, item.body.slice(0, cut)];
    });
    const written = signatures(texts);
    let error = 0;
    for (let at = 0; at + 1 < texts.length; at += 2) {
      const real = gramOverlap(gramSet(foldText(texts[at] ?? "")), gramSet(foldText(texts[at + 1] ?? "")));
      error += Math.abs(signatureOverlap(written, at, at + 1) - real);
    }
    expect(error / (texts.length / 2)).toBeLessThan(0.1);
  });
});
