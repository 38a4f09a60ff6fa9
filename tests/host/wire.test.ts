import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage, encodeMessage } from "../../src/host/wire.ts";

const leaf = fc.oneof(
  fc.uint8Array({ maxLength: 20 }),
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.constant(null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
}));

/** A message with a head of our own making. */
function message(head: string, ...rest: readonly number[]): Uint8Array {
  const bytes = Buffer.from(head);
  return Buffer.concat([Buffer.of(0, 0, bytes.length >> 8, bytes.length & 255), bytes, Buffer.from(rest)]);
}

describe("encodeMessage", () => {
  it("carries JSON and bytes in any place unchanged", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(decodeMessage(encodeMessage(given))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it("carries bytes raw: a megabyte costs no more than itself and some", () => {
    const bytes = new Uint8Array(1_000_000).fill(7);
    expect(encodeMessage({ name: "a", bytes }).byteLength).toBeLessThan(1_000_200);
  });

  it("takes a part of a larger buffer as what it is", () => {
    const part = Buffer.from("abcdef").subarray(2, 4);
    expect(decodeMessage(encodeMessage({ part }))).toEqual({ part: Uint8Array.of(0x63, 0x64) });
  });
});

describe("decodeMessage", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["less than a length", Uint8Array.of(0, 0, 1)],
    ["a length beyond the end", Uint8Array.of(255, 255, 255, 255, 1)],
    ["a head that is no JSON", message("{")],
    ["a head of another shape", message('{"value":1}')],
    ["bytes that are not there", message('{"value":{"a":null},"bytes":[{"path":["a"],"length":3}]}', 1, 2)],
    ["bytes that nobody asked for", message('{"value":1,"bytes":[]}', 1)],
    ["bytes without a place", message('{"value":{},"bytes":[{"path":["a"],"length":1}]}', 1)],
    ["bytes in place of a value", message('{"value":{"a":1},"bytes":[{"path":["a"],"length":1}]}', 1)],
    ["bytes in a prototype", message('{"value":{},"bytes":[{"path":["__proto__","a"],"length":1}]}', 1)],
    ["a negative length", message('{"value":null,"bytes":[{"path":[],"length":-1}]}')],
  ])("refuses %s", (_, bytes) => {
    expect(() => decodeMessage(bytes)).toThrow(RangeError);
  });
});
