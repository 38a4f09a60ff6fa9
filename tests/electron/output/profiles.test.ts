import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { openProfiles } from "../../../electron/services/output/profiles.ts";
import { DEFAULT_PROFILE } from "../../../src/formats/docx/profile.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const OFFICE = { ...DEFAULT_PROFILE, name: "示例市教育局", line: 560 };

async function open() {
  const path = join(await temporaryFolder(), "profiles.json");
  return { path, profiles: openProfiles(nodeFileSystem, path) };
}

describe("openProfiles", () => {
  it("keeps an office's profile and which one is in use", async () => {
    const { path, profiles } = await open();
    expect((await profiles.get(null)).name).toBe("P37");
    await profiles.save(OFFICE);
    await profiles.choose(OFFICE.name);
    expect(await openProfiles(nodeFileSystem, path).get(null)).toEqual(OFFICE);
    await profiles.remove(OFFICE.name);
    expect((await profiles.get(null)).name).toBe("P37");
    await expect(profiles.get(OFFICE.name)).rejects.toMatchObject({ code: "not-found" });
  });

  it("never changes a profile of the program", async () => {
    const { profiles } = await open();
    await expect(profiles.save({ ...OFFICE, name: "P37" })).rejects.toMatchObject({ code: "bad-name" });
  });

  it("hands a profile on as a file, and takes it under a free name", async () => {
    const { profiles } = await open();
    await profiles.save(OFFICE);
    const bytes = await profiles.file(OFFICE.name);
    expect(await profiles.add("版式.json", bytes)).toEqual({ ...OFFICE, name: "示例市教育局 (2)" });
  });

  it.each([
    ["foreign", "{}", "unsupported-format"],
    ["no JSON", "PK\u0003\u0004", "unsupported-format"],
    ["damaged", '{"yaodianProfile":1,"profile":{"name":"x"}}', "damaged"],
    ["newer", '{"yaodianProfile":2,"profile":{}}', "newer"],
  ])("refuses a file that is %s and changes nothing", async (_name, text, code) => {
    const { path, profiles } = await open();
    await profiles.save(OFFICE);
    const before = await readFile(path, "utf8");
    await expect(profiles.add("版式.json", Buffer.from(text))).rejects.toMatchObject({
      code,
      subject: "版式.json",
    });
    expect(await readFile(path, "utf8")).toBe(before);
  });
});
