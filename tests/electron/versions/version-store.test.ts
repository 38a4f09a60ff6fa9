import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { SAMPLE_PLAN } from "../../../electron/services/output/sample-plan.ts";
import {
  MAX_AUTOMATIC,
  openVersions,
  SAVE_INTERVAL_MS,
} from "../../../electron/services/versions/version-store.ts";
import { NO_LABEL, type VersionLabel } from "../../../src/core/plan/version.ts";
import { startHost } from "../../support/host.ts";
import { createBlank, replyOf } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const DRAFT: VersionLabel = { step: "draft", name: "", remark: "" };
const NAMED = { plan: SAMPLE_PLAN, author: "张三", label: DRAFT, cause: null };
const AUTOMATIC = { ...NAMED, author: "", label: NO_LABEL, cause: "restore" as const };

/** A store whose clock goes on by a second with every look. */
async function store() {
  const folder = await temporaryFolder();
  let time = Date.UTC(2026, 10, 25);
  const later = (by: number) => {
    time += by;
  };
  const now = () => {
    later(1000);
    return new Date(time);
  };
  return { folder, later, versions: openVersions(nodeFileSystem, folder, now) };
}

describe("openVersions", () => {
  it("lists the newest first and gives every plan back as it was", async () => {
    const { versions } = await store();
    expect(await versions.list("a")).toEqual({ versions: [], damaged: 0 });
    const first = await versions.add("a", NAMED);
    const plan = { ...SAMPLE_PLAN, year: 2031 };
    const second = await versions.add("a", { ...NAMED, plan });
    expect((await versions.list("a")).versions).toEqual([second, first]);
    expect((await versions.read("a", second.id)).plan).toEqual(plan);
    expect((await versions.list("b")).versions).toEqual([]);
    expect(first.characters).toBeGreaterThan(0);
  });

  it("throws the oldest automatic versions away, and never a named one", async () => {
    const { versions } = await store();
    const named = await versions.add("a", NAMED);
    const rescued = await versions.add("a", AUTOMATIC);
    await versions.label("a", rescued.id, DRAFT);
    for (let count = 0; count < MAX_AUTOMATIC + 2; count += 1) await versions.add("a", AUTOMATIC);
    const { versions: kept } = await versions.list("a");
    expect(kept).toHaveLength(MAX_AUTOMATIC + 2);
    expect(kept.slice(-2).map(({ id }) => id)).toEqual([rescued.id, named.id]);
  });

  it("keeps one version of the saves of some minutes", async () => {
    const { versions, later } = await store();
    await versions.addAfterSave("a", SAMPLE_PLAN);
    await versions.addAfterSave("a", SAMPLE_PLAN);
    expect((await versions.list("a")).versions).toHaveLength(1);
    later(SAVE_INTERVAL_MS);
    await versions.addAfterSave("a", SAMPLE_PLAN);
    expect((await versions.list("a")).versions.map(({ cause }) => cause)).toEqual(["save", "save"]);
  });

  it("counts a damaged version and gives the others", async () => {
    const { versions, folder } = await store();
    const bad = await versions.add("a", NAMED);
    const good = await versions.add("a", NAMED);
    const path = join(folder, "a", `${bad.id}.version`);
    await writeFile(path, (await readFile(path, "utf8")).replace("张三", "李四"));
    await writeFile(join(folder, "a", "nothing.version"), "");
    expect(await versions.list("a")).toEqual({ versions: [good], damaged: 2 });
    await expect(versions.read("a", bad.id)).rejects.toMatchObject({ code: "damaged" });
    await expect(versions.read("a", "../../recent")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a damaged version store", () => {
  it("keeps no plan from being saved and opened", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "versions"), "not a folder");
    const reported: unknown[] = [];
    const { host } = await startHost(folder, { report: (error) => reported.push(error) });
    const { session } = await createBlank(host);
    const target = { kind: "name" as const, name: "要点" };
    const { handle } = replyOf(await host.call("plan.saveAs", { session, revision: 0, target }));
    expect(reported).toHaveLength(1);
    expect(replyOf(await host.call("plan.open", { handle })).readOnly).toBe(false);
    expect(await readdir(join(folder, "documents"))).toEqual(["要点.yaodian"]);
  });
});
