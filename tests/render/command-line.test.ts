/** The PDF that the command line has LibreOffice make. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodePlanFile } from "../../electron/services/plans/plan-file.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { placeImprint } from "../../src/formats/docx/place-imprint.ts";
import { runCommand } from "../support/command-line.ts";
import { laidOutLines } from "../support/docx-layout.ts";
import { pdfPages } from "../support/libreoffice.ts";
import { NOTICE, samplePlan } from "../support/official-samples.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("yaodian export --pdf", () => {
  it("gives as many pages as the layout has, with their text", async () => {
    const folder = await temporaryFolder();
    const plan = samplePlan(6, NOTICE);
    const { bytes } = encodePlanFile({ documentId: "plan", revision: 1, previous: null, plan });
    await writeFile(join(folder, "要点.yaodian"), bytes);
    const words = ["export", "要点.yaodian", "--form", "notice", "--pdf", "要点.pdf"];
    expect(await runCommand(folder, words)).toMatchObject({ code: 0, complaint: "" });
    const pages = await pdfPages(join(folder, "要点.pdf"));
    expect(pages.length).toBe(laidOutLines(placeImprint(composeDocument(plan, { form: "notice" }))).length);
    expect(pages[0]?.lines.map(({ text }) => text)).toContain("示例市教育局文件");
  });
});
