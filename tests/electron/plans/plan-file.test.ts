import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/services/files/checksum.ts";
import { decodePlanFile, encodePlanFile, isPlanFile } from "../../../electron/services/plans/plan-file.ts";
import { PLAN_FORMAT, sealedText } from "../../../src/core/plan/file.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { arbitraryPlan } from "../../support/arbitrary-plan.ts";

const [plan] = fc.sample(arbitraryPlan, { numRuns: 1, seed: 7 });
if (!plan) throw new Error("no plan");
const file = { documentId: "7d9f", revision: 3, previous: sha256("before"), plan };
const whole = encodePlanFile(file);

/** Code of the failure, or `read` with the content where the bytes are taken for a plan. */
function outcome(bytes: Uint8Array): string {
  try {
    return `read ${JSON.stringify(decodePlanFile(bytes, "a.yaodian"))}`;
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
}

describe("encodePlanFile", () => {
  it("writes what decodePlanFile reads", () => {
    fc.assert(
      fc.property(arbitraryPlan, (each) => {
        const { bytes, seal } = encodePlanFile({ ...file, plan: each });
        expect(decodePlanFile(bytes, "a")).toEqual({ ...file, plan: each, seal });
        expect(isPlanFile(bytes)).toBe(true);
      }),
    );
  });
});

describe("decodePlanFile", () => {
  it("R9: refuses a file that is cut at any 64th, or at any of its last bytes", () => {
    const size = whole.bytes.byteLength;
    const cuts = [
      ...Array.from({ length: 64 }, (_, part) => Math.floor((part * size) / 64)),
      ...Array.from({ length: 64 }, (_, rest) => size - 1 - rest),
    ];
    expect(cuts.map((cut) => outcome(whole.bytes.subarray(0, cut)))).toEqual(cuts.map(() => "damaged"));
  });

  it("R9: takes no file with a flipped bit for another plan", () => {
    const original = outcome(whole.bytes);
    const wrong: number[] = [];
    const refused = new Map<string, number>();
    for (let round = 0; round < 1000; round += 1) {
      const bit = (round * 7919) % (whole.bytes.byteLength * 8);
      const flipped = Uint8Array.from(whole.bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = outcome(flipped);
      if (found.startsWith("read")) {
        if (found !== original) wrong.push(bit);
      } else refused.set(found, (refused.get(found) ?? 0) + 1);
    }
    expect(wrong).toEqual([]);
    expect(refused.get("damaged")).toBeGreaterThan(950);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["zeros", new Uint8Array(4096)],
    ["zeros at the end", Buffer.concat([whole.bytes.subarray(0, 600), Buffer.alloc(600)])],
    ["text", Buffer.from("2027年工作要点")],
    ["another program's JSON", Buffer.from('{"name":"a","version":1}')],
    ["JSON without a plan", Buffer.from('{"yaodian":{"format":1}}')],
    [
      "JSON nested too deeply",
      Buffer.from(`{"yaodian":{"format":1},"plan":${"[".repeat(200_000)}${"]".repeat(200_000)}}`),
    ],
    ["bytes of another encoding", Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
  ])("R9: refuses %s as damaged", (_, bytes) => {
    expect(outcome(bytes)).toBe("damaged");
  });

  it("R9: refuses changes of document, revision or previous save like those of the text", () => {
    const value = JSON.parse(Buffer.from(whole.bytes).toString());
    const changed = [{ documentId: "7d9e" }, { revision: 4 }, { previous: null }].map((change) =>
      Buffer.from(JSON.stringify({ ...value, yaodian: { ...value.yaodian, ...change } })),
    );
    expect(changed.map(outcome)).toEqual(["damaged", "damaged", "damaged"]);
  });

  it("R9: tells a newer format from damage, whatever else has changed in it", () => {
    const newer = { yaodian: { format: PLAN_FORMAT + 1, signature: "?" }, sections: [] };
    expect(outcome(Buffer.from(JSON.stringify(newer)))).toBe("newer");
  });

  it("refuses a well-sealed plan that breaks the model", () => {
    const head = { format: PLAN_FORMAT, documentId: "a", revision: 1, previous: null };
    const bad = { ...plan, year: 20221 };
    const bytes = Buffer.from(
      JSON.stringify({ yaodian: { ...head, sha256: sha256(sealedText(head, bad)) }, plan: bad }),
    );
    expect(outcome(bytes)).toBe("damaged");
  });
});
