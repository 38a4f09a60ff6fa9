import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seedManifestSchema } from "../../../src/core/reading/seed-manifest.ts";
import { readOutline, seeds } from "../../support/reading.ts";

describe("seedManifestSchema", () => {
  it("describes every document of the seeds folder", () => {
    const files = readdirSync(new URL("../../../seeds/", import.meta.url)).filter((name) =>
      name.endsWith(".txt"),
    );
    expect(
      seeds()
        .map((seed) => seed.file)
        .sort(),
    ).toEqual(files.sort());
  });

  it("agrees with what reading finds", () => {
    for (const seed of seeds()) {
      const { title, issuer, year, kind } = readOutline(seed.text);
      expect({ title, issuer, year, kind }).toEqual({
        title: seed.title,
        issuer: seed.issuer,
        year: seed.year,
        kind: seed.kind,
      });
    }
  });

  it("refuses a file name with a path", () => {
    const [seed] = seeds();
    const { text: _, ...entry } = seed ?? { text: "" };
    expect(seedManifestSchema.safeParse([{ ...entry, file: "../a.txt" }]).success).toBe(false);
    expect(seedManifestSchema.safeParse([entry]).success).toBe(true);
  });
});
