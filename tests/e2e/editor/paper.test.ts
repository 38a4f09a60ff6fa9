import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedPlans } from "../../support/seed-plans.ts";
import { type EditorPage, openEditorPage } from "./editor-page.ts";

const OUT = join(import.meta.dirname, "../../../out");

describe("the paper", () => {
  let editor: EditorPage;
  beforeAll(async () => {
    await mkdir(OUT, { recursive: true });
    editor = await openEditorPage();
    const seed = (await seedPlans()).find(({ name }) => name === "jianyang-2021");
    if (seed) await editor.open(seed.plan);
  });
  afterAll(() => editor.close());

  it("shows", async () => {
    await editor.page.screenshot({ path: join(OUT, "editor-top.png") });
    await editor.caret("深入推进", 6);
    await editor.page.screenshot({ path: join(OUT, "editor-item.png") });
    expect(editor.errors).toEqual([]);
  });
});
