import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { automaticNumbers } from "../../../src/formats/word-binary/automatic-numbers.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");

describe("automaticNumbers", () => {
  it("gives the labels of lists and of styles with lists, and none where there are no lists", () => {
    const labels = automaticNumbers(readFileSync(join(SAMPLES, "numbered.doc"))).map(({ label }) => label);
    expect(labels).toEqual([
      "",
      "",
      "一、",
      "（一）",
      "1.",
      "2.",
      "（二）",
      "1.",
      "二、",
      "",
      "",
      "①",
      "②",
      "三、",
      "",
    ]);
    expect(automaticNumbers(readFileSync(join(SAMPLES, "small.doc")))).toEqual([]);
  });

  it("gives up on damage with a RangeError and nothing else", () => {
    const whole = readFileSync(join(SAMPLES, "numbered.doc"));
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state;
    };
    for (let round = 0; round < 1_500; round += 1) {
      const bytes = Uint8Array.from(whole.subarray(0, round % 3 === 0 ? next() % whole.length : undefined));
      for (let change = next() % 12; change >= 0; change -= 1) bytes[next() % bytes.length] = next() & 0xff;
      try {
        automaticNumbers(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });
});
