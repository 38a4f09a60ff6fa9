/** A plan that is written, saved by LibreOffice in each format and read again is the same plan. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource } from "../../electron/services/reading/read-source.ts";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { type Outline, outlineOf } from "../../src/core/reading/outline.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import { type Renderer, startRenderer } from "../support/libreoffice.ts";
import { headingsOf } from "../support/reading.ts";
import { seedPlans } from "../support/seed-plans.ts";

let renderer: Renderer;
const written = new Map<string, Uint8Array>();
const plans = new Map<string, WorkPlan>();
beforeAll(async () => {
  renderer = await startRenderer();
  for (const { name, plan } of await seedPlans()) {
    plans.set(name, plan);
    written.set(name, new Uint8Array(await writeDocx(composeDocument(plan, { form: "plan" }))));
  }
});
afterAll(() => renderer.close());

/** What is the same in every format: title, headings, and all words; a page break may take a space away. */
function sameIn(outline: Outline) {
  const text = JSON.stringify([outline.leadIn, outline.sections, outline.items, outline.closing]);
  return {
    title: outline.title?.replace(/\s/g, ""),
    // Numbers are those that were printed, so a lost first section is numbered now.
    headings: headingsOf(outline).map((line) => line.trim().replace(/^\S+ /, "").replace(/\s/g, "")),
    words: text.replace(/"ordinal":(?:null|"[^"]*"),/g, "").replace(/\s/g, ""),
  };
}

describe.each(["docx", "doc", "pdf", "html"] as const)("readSource and parsePlan of .%s", (format) => {
  it("read the seed plans as they were written", async () => {
    const files = await renderer.converted(written, format);
    for (const [name, bytes] of files) {
      const again = await readSource(bytes);
      if (!again.ok) throw new Error(`${name}: ${again.code} ${again.detail}`);
      const direct = await readSource(written.get(name) ?? new Uint8Array());
      if (!direct.ok) throw new Error(`${name}: ${direct.code}`);
      expect(sameIn(outlineOf(parsePlan(again.source))), name).toEqual(
        sameIn(outlineOf(parsePlan(direct.source))),
      );
    }
  });
});

describe("readSource and parsePlan of a written plan", () => {
  it("give the plan that was written", async () => {
    for (const [name, bytes] of written) {
      const again = await readSource(bytes);
      if (!again.ok) throw new Error(`${name}: ${again.code}`);
      const plan = parsePlan(again.source).plan;
      const wanted = plans.get(name);
      const headings = (given: WorkPlan) =>
        headingsOf(outlineOf({ ...parsePlan(again.source), plan: given })).map((line) =>
          line.trim().replace(/^\S+ /, ""),
        );
      expect(wanted && headings(plan), name).toEqual(wanted && headings(wanted));
      expect(plan.title.text.replace(/\n/g, "")).toBe(wanted?.title.text.replace(/\n/g, ""));
    }
  });
});
