import { dialog } from "electron";
import { describe, expect, it, vi } from "vitest";
import { fileDialogs } from "../../../electron/shell/dialogs.ts";

vi.mock("electron", async () => (await import("./fake-electron.ts")).fakeElectron());

describe("fileDialogs", () => {
  it("answers the chosen path", async () => {
    vi.mocked(dialog.showOpenDialog).mockResolvedValue({ canceled: false, filePaths: ["/a/b.yaodian"] });
    vi.mocked(dialog.showSaveDialog).mockResolvedValue({ canceled: false, filePath: "/a/c.docx" });
    expect(await fileDialogs.openPlan()).toBe("/a/b.yaodian");
    expect(await fileDialogs.openSource()).toBe("/a/b.yaodian");
    expect(await fileDialogs.openSources("files")).toEqual(["/a/b.yaodian"]);
    expect(await fileDialogs.openSources("folder")).toEqual(["/a/b.yaodian"]);
    expect(await fileDialogs.savePlan("c")).toBe("/a/c.docx");
    expect(await fileDialogs.saveExport("c")).toBe("/a/c.docx");
  });

  it("answers null when the drafter cancels", async () => {
    vi.mocked(dialog.showOpenDialog).mockResolvedValue({ canceled: true, filePaths: [] });
    vi.mocked(dialog.showSaveDialog).mockResolvedValue({ canceled: true, filePath: "" });
    expect(await fileDialogs.openPlan()).toBeNull();
    expect(await fileDialogs.saveExport("c")).toBeNull();
    expect(await fileDialogs.openSources("files")).toEqual([]);
  });
});
