import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../electron/services/files/file-system.ts";
import { SAMPLE_PLAN } from "../../../electron/services/output/sample-plan.ts";
import {
  MOST_AUTOMATIC,
  openVersions,
  SAVE_INTERVAL_MS,
} from "../../../electron/services/versions/version-store.ts";
import { NO_LABEL, type VersionCause, type VersionLabel } from "../../../src/core/plan/version.ts";
import { startHost } from "../../support/host.ts";
import { codeOf, createBlank, replyOf, typing } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const DRAFT: VersionLabel = { step: "draft", name: "", remark: "" };
const NAMED = { plan: SAMPLE_PLAN, author: "张三", label: DRAFT, cause: null };
const AUTOMATIC = { ...NAMED, author: "", label: NO_LABEL, cause: "restore" as const };
/** Another automatic version for every number. */
const automatic = (year: number, cause: VersionCause = "restore") => ({
  ...AUTOMATIC,
  plan: { ...SAMPLE_PLAN, year },
  cause,
});

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
    const rescued = await versions.add("a", automatic(1999));
    await versions.label("a", rescued.id, DRAFT);
    const exported = await versions.add("a", automatic(2000, "export"));
    for (let count = 0; count < MOST_AUTOMATIC.restore + 2; count += 1) {
      await versions.add("a", automatic(2001 + count));
    }
    const { versions: kept } = await versions.list("a");
    expect(kept).toHaveLength(MOST_AUTOMATIC.restore + 3);
    expect(kept.slice(-3).map(({ id }) => id)).toEqual([exported.id, rescued.id, named.id]);
  });

  it("keeps by itself no second version of the same text, but one for whoever asks for it", async () => {
    const { versions } = await store();
    const first = await versions.add("a", AUTOMATIC);
    expect(await versions.add("a", { ...AUTOMATIC, cause: "export" })).toEqual(first);
    const named = await versions.add("a", NAMED);
    expect(await versions.add("a", AUTOMATIC)).toEqual(named);
    expect((await versions.list("a")).versions).toEqual([named, first]);
  });

  it("keeps one version of the saves of some minutes", async () => {
    const { versions, later } = await store();
    await versions.addAfterSave("a", SAMPLE_PLAN);
    await versions.addAfterSave("a", SAMPLE_PLAN);
    expect((await versions.list("a")).versions).toHaveLength(1);
    later(SAVE_INTERVAL_MS);
    await versions.addAfterSave("a", { ...SAMPLE_PLAN, year: 2031 });
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

describe("an export", () => {
  it("keeps what is handed on as Word or PDF, and nothing for a table or a text", async () => {
    const { host } = await startHost(await temporaryFolder());
    const { session } = await createBlank(host);
    const asked = { session, form: "plan" as const, profile: null, target: { kind: "bytes" as const } };
    const files = { ...asked, name: "要点", itemBookmarks: false };
    const causes = async () =>
      replyOf(await host.call("version.list", { session })).versions.map(({ cause }) => cause);
    replyOf(await host.call("export.files", { ...files, revision: 0, formats: ["xlsx", "txt"] }));
    expect(await causes()).toEqual([]);
    replyOf(await host.call("export.files", { ...files, revision: 0, formats: ["docx", "txt"] }));
    replyOf(await host.call("export.docx", { ...asked, revision: 0 }));
    expect(await causes()).toEqual(["export"]);
    replyOf(await host.call("plan.apply", { session, baseRevision: 0, steps: [typing("新")] }));
    replyOf(await host.call("export.docx", { ...asked, revision: 1 }));
    expect(await causes()).toEqual(["export", "export"]);
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
    const { length: savedAnyway } = reported;
    expect(savedAnyway).toBe(1);
    const opened = replyOf(await host.call("plan.open", { handle }));
    expect(opened.readOnly).toBe(false);
    const exported = await host.call("export.docx", {
      session: opened.session,
      revision: opened.revision,
      form: "plan",
      profile: null,
      target: { kind: "bytes" },
    });
    expect(codeOf(exported)).toBe("ok");
    expect(codeOf(await host.call("version.list", { session: opened.session }))).not.toBe("ok");
    expect(await readdir(join(folder, "documents"))).toEqual(["要点.yaodian"]);
  });
});
