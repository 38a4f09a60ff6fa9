import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isEncryptedDoc } from "../../../electron/services/reading/encrypted-doc.ts";
import { readSource } from "../../../electron/services/reading/read-source.ts";
import { sourceProblemOf } from "../../../src/host/source-problem.ts";
import { RESOURCES } from "../../support/host-calls.ts";

const SMALL = new Uint8Array(readFileSync(join(RESOURCES, "tests/samples/small.doc")));
/** Offset of the file information block in the sample, and of the byte with fEncrypted in it. */
const FLAG = SMALL.findIndex((byte, at) => at % 512 === 0 && byte === 0xec && SMALL[at + 1] === 0xa5) + 11;

describe("isEncryptedDoc", () => {
  it("sees the flag of encryption, and its absence", () => {
    const locked = SMALL.slice();
    locked[FLAG] = (locked[FLAG] ?? 0) | 1;
    expect([isEncryptedDoc(SMALL), isEncryptedDoc(locked), isEncryptedDoc(SMALL.slice(0, 600))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("readSource", () => {
  it("says that an old Word file has a password instead of reading noise", async () => {
    const locked = SMALL.slice();
    locked[FLAG] = (locked[FLAG] ?? 0) | 1;
    const result = await readSource(locked);
    expect(result).toMatchObject({ ok: false, code: "damaged" });
    expect(result.ok ? undefined : sourceProblemOf({ ...result, name: "密.doc" })).toBe("encrypted");
  });
});
