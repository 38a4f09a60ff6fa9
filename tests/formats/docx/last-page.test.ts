/** The counted last page against the one that `docx/layout` finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentFormSchema, type WorkPlan } from "../../../src/core/plan/model.ts";
import { composeDocument } from "../../../src/formats/docx/compose-document.ts";
import { lastPageOf } from "../../../src/formats/docx/last-page.ts";
import { element } from "../../../src/formats/docx/official-document.ts";
import { PROFILES, type Profile } from "../../../src/formats/docx/profile.ts";
import { calibrationText } from "../../support/calibration.ts";
import { laidOutPages } from "../../support/docx-layout.ts";
import { NOTICE, samplePlan, taskTable, textAttachment } from "../../support/official-samples.ts";
import { item, plan, section } from "../../support/plan-builder.ts";
import { seedPlans } from "../../support/seed-plans.ts";

function expectSameEnd(document: ReturnType<typeof composeDocument>): void {
  const { pages } = laidOutPages(document);
  const counted = lastPageOf(document);
  expect(counted.number).toBe(pages.length);
  expect(counted.bottom).toBeCloseTo(pages.at(-1)?.bottom ?? 0, 0);
}

describe("lastPageOf", async () => {
  const cases = (await seedPlans()).flatMap(({ name, plan: source }) =>
    documentFormSchema.options.map((form) => ({ name: `${name} ${form}`, source, form })),
  );

  it.each(cases)("ends where the layout ends: $name", ({ source, form }) => {
    const frontMatter = { ...source.frontMatter, ...NOTICE };
    expectSameEnd(composeDocument({ ...source, frontMatter }, { form }));
  });

  it.each(PROFILES)("counts pages of calibration text: $name", (profile: Profile) => {
    const elements = [element("addressees", calibrationText(3))];
    expectSameEnd({ profile, title: "", issuer: "", elements, imprint: [] });
  });

  it("follows kept headings, attachments, Latin words and marks at the ends of lines", () => {
    const words = fc.constantFrom(
      "深入推进",
      "，",
      "。",
      "“十五五”",
      "2027",
      "A",
      " ",
      "Education",
      "（一）",
      "——",
      "《",
      "》",
      "3.5%",
    );
    const text = fc.array(words, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(""));
    const plans: fc.Arbitrary<WorkPlan> = fc
      .array(fc.tuple(text, fc.array(text, { maxLength: 4 })), { minLength: 1, maxLength: 4 })
      .map((sections) =>
        plan(
          "示例市2027年教育工作要点",
          sections.map(([lead, items]) =>
            section(
              lead,
              items.map((each) => item(each)),
            ),
          ),
          { frontMatter: { ...NOTICE, attachments: [textAttachment("清单")] } },
        ),
      );
    fc.assert(
      fc.property(plans, (source) => {
        expectSameEnd(composeDocument(source));
      }),
      { numRuns: 12, seed: 9_704 },
    );
  });

  const tables = [1, 7, 8, 9, 13, 20, 31].flatMap((rows) => [taskTable(rows, false), taskTable(rows, true)]);
  it.each(tables.map((table) => ({ table, name: table.id })))(
    "follows the rows of tables: $name",
    ({ table }) => {
      const long = {
        ...table,
        rows: [...table.rows, ["1", "完善督查考核机制，推动全面过硬。".repeat(60), "", "", ""]],
      };
      for (const attachments of [[table], [table, textAttachment("清单")], [long], [long, table]])
        expectSameEnd(composeDocument(samplePlan(1, { ...NOTICE, attachments })));
    },
  );
});
