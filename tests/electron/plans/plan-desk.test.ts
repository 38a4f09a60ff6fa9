import { copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type FileSystem,
  nodeFileSystem,
  type OpenFile,
} from "../../../electron/services/files/file-system.ts";
import type { Host } from "../../../src/host/client.ts";
import type { ReplyOf } from "../../../src/host/contract.ts";
import { errorOf, FAULT_KINDS, faultyFileSystem } from "../../support/faulty-file-system.ts";
import { startHost } from "../../support/host.ts";
import { codeOf, createBlank, replyOf, typing } from "../../support/host-calls.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const NAME = "要点.yaodian";

type Opened = ReplyOf<"plan.open">;

/** A plan saved as 要点.yaodian with the title as created, and its path. */
async function savedPlan(host: Host, folder: string) {
  const { session, plan } = await createBlank(host);
  const target = { kind: "name" as const, name: "要点" };
  const { handle, documentId } = replyOf(await host.call("plan.saveAs", { session, revision: 0, target }));
  return { session, handle, documentId, title: plan.title.text, path: join(folder, "documents", NAME) };
}

/** A data folder whose journals have their room already, as an empty file: hundreds of hosts would write gigabytes. */
async function folderWithReserve(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "journal"));
  await writeFile(join(folder, "journal", "reserve"), "");
  await truncate(join(folder, "journal", "reserve"), 4 * 1024 * 1024);
  return folder;
}

async function type(host: Host, session: string, baseRevision: number, text: string): Promise<number> {
  const steps = [typing(text)];
  return replyOf(await host.call("plan.apply", { session, baseRevision, steps })).revision;
}

async function titleIn(path: string): Promise<string> {
  return JSON.parse(await readFile(path, "utf8")).plan.title.text;
}

const titleOf = (opened: Opened) => opened.plan.title.text;
const recoverableIn = async (host: Host) => replyOf(await host.call("plan.recoverable", {})).plans;
const journalsIn = async (folder: string) =>
  (await readdir(join(folder, "journal"))).filter((name) => name.endsWith(".journal"));

describe("plan.save", () => {
  it("writes the replica, keeps the version before and begins the journal anew", async () => {
    const folder = await temporaryFolder();
    const { host, reported } = startHost(folder);
    const { session, path, title } = await savedPlan(host, folder);
    await type(host, session, 0, "新");
    expect(await journalsIn(folder)).toHaveLength(1);
    const saved = replyOf(await host.call("plan.save", { session, revision: 1, overwrite: false }));
    expect(saved).toMatchObject({ name: NAME, savedRevision: 1 });
    expect(await titleIn(path)).toBe(`新${title}`);
    const [previous] = await readdir(join(folder, "previous"));
    expect(await titleIn(join(folder, "previous", previous ?? ""))).toBe(title);
    expect(await recoverableIn(host)).toEqual([]);
    const { yaodian } = JSON.parse(await readFile(path, "utf8"));
    expect([yaodian.revision, yaodian.previous]).toEqual([
      2,
      JSON.parse(await readFile(join(folder, "previous", previous ?? ""), "utf8")).yaodian.sha256,
    ]);
    expect(reported).toEqual([]);
  });

  it("R7: never overwrites what another program wrote, until the drafter says so", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, path, title } = await savedPlan(host, folder);
    await type(host, session, 0, "新");
    await writeFile(path, "外来内容");
    const save = (overwrite: boolean) => host.call("plan.save", { session, revision: 1, overwrite });
    expect(codeOf(await save(false))).toBe("conflict");
    expect(await readFile(path, "utf8")).toBe("外来内容");
    expect(await recoverableIn(host)).toHaveLength(1);
    expect(codeOf(await save(true))).toBe("ok");
    expect(await titleIn(path)).toBe(`新${title}`);
    const [previous] = await readdir(join(folder, "previous"));
    expect(await readFile(join(folder, "previous", previous ?? ""), "utf8")).toBe("外来内容");
  });

  it("R7: writes a deleted file again, and refuses a folder in its place", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, path } = await savedPlan(host, folder);
    const save = () => host.call("plan.save", { session, revision: 0, overwrite: false });
    await rm(path);
    expect(codeOf(await save())).toBe("ok");
    await rm(path);
    await mkdir(path);
    expect(codeOf(await save())).toBe("is-folder");
  });

  it("has saved also where the list of recent plans cannot be written", async () => {
    const folder = await temporaryFolder();
    const files: FileSystem = {
      ...nodeFileSystem,
      rename: async (from, to) => {
        if (to.endsWith("recent.json")) throw errorOf("ENOSPC");
        await nodeFileSystem.rename(from, to);
      },
    };
    const { host, reported } = startHost(folder, { files });
    const { path, title } = await savedPlan(host, folder);
    expect(await titleIn(path)).toBe(title);
    expect(reported).toMatchObject([{ code: "no-space", subject: "recent.json" }]);
  });

  it("refuses a revision the replica is not at, and a plan that has no file", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session } = await createBlank(host);
    expect(codeOf(await host.call("plan.save", { session, revision: 0, overwrite: false }))).toBe(
      "bad-request",
    );
    const target = { kind: "name" as const, name: "a" };
    expect(codeOf(await host.call("plan.saveAs", { session, revision: 3, target }))).toBe("stale-revision");
  });

  it("R5: opens a file it may not write as read-only, and refuses to save it", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle } = await savedPlan(first.host, folder);
    await first.host.call("plan.close", { session, keep: false });
    await first.close();
    const files = { ...nodeFileSystem, isWritable: async () => false };
    const { host } = startHost(folder, { files });
    const opened = replyOf(await host.call("plan.open", { handle }));
    expect(opened.readOnly).toBe(true);
    const save = { session: opened.session, revision: 0, overwrite: true };
    expect(codeOf(await host.call("plan.save", save))).toBe("read-only");
  });

  it("R2: whichever call fails, the file is old or new, nothing typed is lost, and the next save works", {
    timeout: 180_000,
  }, async () => {
    const sample = await folderWithReserve();
    const counting = faultyFileSystem();
    const counted = startHost(sample, { files: counting.files });
    const { session: counter } = await savedPlan(counted.host, sample);
    const before = counting.calls();
    await type(counted.host, counter, 0, "新");
    await counted.host.call("plan.save", { session: counter, revision: 1, overwrite: false });
    const last = counting.calls();
    expect(last - before).toBeGreaterThan(30);
    await counted.close();

    const wrong: string[] = [];
    for (const kind of FAULT_KINDS) {
      for (let at = before + 1; at <= last; at += 1) {
        const folder = await folderWithReserve();
        const faulty = faultyFileSystem({ kind, at, stays: false });
        const { host, close } = startHost(folder, { files: faulty.files });
        const { session, path, title } = await savedPlan(host, folder);
        const apply = () => host.call("plan.apply", { session, baseRevision: 0, steps: [typing("新")] });
        const applied = await apply();
        if (!applied.ok && codeOf(await apply()) !== "ok")
          wrong.push(`${kind} at ${at}: typing stays refused`);
        const save = () => host.call("plan.save", { session, revision: 1, overwrite: false });
        const saved = await save();
        const content = await titleIn(path);
        if (content !== title && content !== `新${title}`) wrong.push(`${kind} at ${at}: torn`);
        if (!saved.ok && codeOf(await save()) !== "ok") wrong.push(`${kind} at ${at}: saving stays refused`);
        if ((await titleIn(path)) !== `新${title}`) wrong.push(`${kind} at ${at}: not saved`);
        await close();
        const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith("-tmp"));
        if (left.length > 0) wrong.push(`${kind} at ${at}: ${left}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("plan.saveAs", () => {
  it("makes a document of its own, and leaves the first file as it was saved", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, path, title } = await savedPlan(host, folder);
    await type(host, session, 0, "新");
    const target = { kind: "name" as const, name: "要点" };
    expect(replyOf(await host.call("plan.saveAs", { session, revision: 1, target })).name).toBe(NAME);
    await type(host, session, 1, "又");
    const other = { kind: "name" as const, name: "副本" };
    const saved = replyOf(await host.call("plan.saveAs", { session, revision: 2, target: other }));
    const copy = join(folder, "documents", "副本.yaodian");
    expect([saved.name, await titleIn(path), await titleIn(copy)]).toEqual([
      "副本.yaodian",
      `新${title}`,
      `又新${title}`,
    ]);
    const ids = await Promise.all(
      [path, copy].map(async (each) => JSON.parse(await readFile(each, "utf8")).yaodian.documentId),
    );
    expect(ids[0]).not.toBe(ids[1]);
    expect(saved.documentId).toBe(ids[1]);
    expect(await journalsIn(folder)).toEqual([`${ids[1]}.journal`]);
  });

  it("takes a free name rather than overwrite another plan, and refuses unusable ones", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    await savedPlan(host, folder);
    const { session } = await createBlank(host);
    const saveAs = (name: string) =>
      host.call("plan.saveAs", { session, revision: 0, target: { kind: "name", name } });
    expect(codeOf(await saveAs("..."))).toBe("bad-name");
    expect(codeOf(await saveAs("字".repeat(90)))).toBe("name-too-long");
    expect(replyOf(await saveAs(NAME)).name).toBe("要点 (2).yaodian");
    expect(replyOf(await saveAs("../../外面")).name).toBe("_.._外面.yaodian");
    expect((await readdir(join(folder, "documents"))).sort()).toEqual(
      ["_.._外面.yaodian", "要点 (2).yaodian", NAME].sort(),
    );
  });
});

describe("plan.apply", () => {
  it("acknowledges the same batch again, and refuses another one on an old revision", async () => {
    const { host } = startHost(await temporaryFolder());
    const { session } = await createBlank(host);
    const apply = (baseRevision: number, text: string) =>
      host.call("plan.apply", { session, baseRevision, steps: [typing(text)] });
    expect(replyOf(await apply(0, "一")).revision).toBe(1);
    expect(replyOf(await apply(0, "一")).revision).toBe(1);
    expect(codeOf(await apply(0, "二"))).toBe("stale-revision");
    expect(codeOf(await apply(7, "二"))).toBe("stale-revision");
    expect(replyOf(await apply(1, "一")).revision).toBe(2);
  });

  it("refuses a bad step, after which editing goes on where it was", async () => {
    const { host } = startHost(await temporaryFolder());
    const { session } = await createBlank(host);
    const bad = [typing("好"), { stepType: "docAttr", attr: "year", value: "明年" }];
    expect(codeOf(await host.call("plan.apply", { session, baseRevision: 0, steps: bad }))).toBe(
      "bad-request",
    );
    expect(await type(host, session, 0, "新")).toBe(1);
  });

  it("R4: goes on taking steps on a full disk, out of the room set aside, and says when that is used up", async () => {
    const folder = await temporaryFolder();
    let isFull = false;
    const files: FileSystem = {
      ...nodeFileSystem,
      open: async (...given) => {
        const file = await nodeFileSystem.open(...given);
        const write: OpenFile["write"] = (...part) =>
          isFull ? Promise.reject(errorOf("ENOSPC")) : file.write(...part);
        return { ...file, write };
      },
      remove: async (path) => {
        await nodeFileSystem.remove(path);
        if (path.endsWith("reserve")) isFull = false;
      },
    };
    const { host } = startHost(folder, { files });
    const { session } = await createBlank(host);
    const apply = (baseRevision: number) =>
      host.call("plan.apply", { session, baseRevision, steps: [typing("新")] });
    isFull = true;
    expect(replyOf(await apply(0)).revision).toBe(1);
    isFull = true;
    expect(codeOf(await apply(1))).toBe("no-space");
    isFull = false;
    expect(replyOf(await apply(1)).revision).toBe(2);
    expect(await recoverableIn(host)).toMatchObject([{ changes: 2 }]);
  });

  it("puts batches sent at once in the order they were sent", async () => {
    const { host } = startHost(await temporaryFolder());
    const { session } = await createBlank(host);
    const sent = [0, 1, 2, 3].map((baseRevision) => type(host, session, baseRevision, String(baseRevision)));
    expect(await Promise.all(sent)).toEqual([1, 2, 3, 4]);
  });
});

describe("plan.open", () => {
  it("goes on with a plan that is open, and ends the session that had it", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, handle, title } = await savedPlan(host, folder);
    await type(host, session, 0, "新");
    const again = replyOf(await host.call("plan.open", { handle }));
    expect([titleOf(again), again.revision, again.savedRevision]).toEqual([`新${title}`, 1, 0]);
    const late = { session, baseRevision: 1, steps: [typing("迟")] };
    expect(codeOf(await host.call("plan.apply", late))).toBe("busy");
    expect(codeOf(await host.call("plan.close", { session, keep: false }))).toBe("ok");
    expect(await type(host, again.session, 1, "又")).toBe(2);
  });

  it("brings back unsaved edits that a crash left, on the file they belong to", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle, title } = await savedPlan(first.host, folder);
    await type(first.host, session, 0, "新");
    await first.close();
    const { host } = startHost(folder);
    const opened = replyOf(await host.call("plan.open", { handle }));
    expect([titleOf(opened), opened.revision, opened.savedRevision]).toEqual([`新${title}`, 1, 0]);
    const save = { session: opened.session, revision: 1, overwrite: false };
    expect(codeOf(await host.call("plan.save", save))).toBe("ok");
    expect(await recoverableIn(host)).toEqual([]);
  });

  it("R7: puts unsaved edits aside where the file has been changed since, and offers them", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle, path, title } = await savedPlan(first.host, folder);
    const older = await readFile(path);
    await type(first.host, session, 0, "一");
    await first.host.call("plan.save", { session, revision: 1, overwrite: false });
    await type(first.host, session, 1, "二");
    await first.close();
    await writeFile(path, older);
    const { host } = startHost(folder);
    const opened = replyOf(await host.call("plan.open", { handle }));
    expect(titleOf(opened)).toBe(title);
    const [left] = await recoverableIn(host);
    expect(left).toMatchObject({ title: `二一${title}`, changes: 1 });
    const recovered = replyOf(await host.call("plan.recover", { documentId: left?.documentId ?? "" }));
    expect([titleOf(recovered), recovered.handle, recovered.savedRevision]).toEqual([
      `二一${title}`,
      null,
      null,
    ]);
    await type(host, opened.session, 0, "三");
    expect((await recoverableIn(host)).map((each) => each.title).sort()).toEqual(
      [`三${title}`, `二一${title}`].sort(),
    );
  });

  it("leaves the unsaved edits of an original alone when a copy with the same text is opened", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, path, title } = await savedPlan(first.host, folder);
    const before = await readFile(path);
    await type(first.host, session, 0, "新");
    await first.host.call("plan.save", { session, revision: 1, overwrite: false });
    await copyFile(path, join(folder, "documents", "副本.yaodian"));
    await first.host.call("plan.close", { session, keep: false });
    await writeFile(path, before);
    const second = startHost(folder);
    await first.close();
    const plans = async (host: Host) => replyOf(await host.call("plan.recent", {})).plans;
    const handleOf = async (host: Host, name: string) =>
      (await plans(host)).find((each) => each.name === name)?.handle ?? "";
    const opened = replyOf(
      await second.host.call("plan.open", { handle: await handleOf(second.host, NAME) }),
    );
    await type(second.host, opened.session, 0, "新");
    await second.close();
    const { host } = startHost(folder);
    replyOf(await host.call("plan.open", { handle: await handleOf(host, "副本.yaodian") }));
    expect(await recoverableIn(host)).toMatchObject([{ name: NAME, title: `新${title}`, changes: 1 }]);
  });

  it("gives a copied file an identity of its own while its original is open", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, path, title } = await savedPlan(host, folder);
    await type(host, session, 0, "原");
    await copyFile(path, join(folder, "documents", "副本.yaodian"));
    const { plans } = replyOf(await host.call("plan.recent", {}));
    const copy = plans.find(({ name }) => name === "副本.yaodian");
    const opened = replyOf(await host.call("plan.open", { handle: copy?.handle ?? "" }));
    await type(host, opened.session, 0, "副");
    expect((await recoverableIn(host)).map((each) => each.title).sort()).toEqual(
      [`副${title}`, `原${title}`].sort(),
    );
  });

  it("R9: refuses a damaged, a newer and a missing file, and leaves them as they are", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, handle, path } = await savedPlan(host, folder);
    await host.call("plan.close", { session, keep: false });
    const good = await readFile(path, "utf8");
    const codes: string[] = [];
    for (const content of [good.slice(0, 500), good.replace("2027", "2028"), '{"yaodian":{"format":99}}']) {
      await writeFile(path, content);
      codes.push(codeOf(await host.call("plan.open", { handle })));
      expect(await readFile(path, "utf8")).toBe(content);
    }
    await rm(path);
    codes.push(codeOf(await host.call("plan.open", { handle })));
    expect(codes).toEqual(["damaged", "damaged", "newer", "not-found"]);
    expect(replyOf(await host.call("plan.recent", {})).plans).toMatchObject([{ name: NAME, missing: true }]);
  });
});

describe("R8: a second process on a data folder", () => {
  it("opens and recovers no plan until the first one has ended", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { handle } = await savedPlan(first.host, folder);
    const { host } = startHost(folder);
    const codes = async () => [
      codeOf(await host.call("plan.open", { handle })),
      codeOf(await host.call("plan.recoverable", {})),
      codeOf(await host.call("plan.recover", { documentId: "none" })),
    ];
    expect(await codes()).toEqual(["busy", "busy", "busy"]);
    await first.close();
    expect(await codes()).toEqual(["ok", "ok", "not-found"]);
  });
});

describe("plan.recover", () => {
  it("brings back a plan that was never saved, also one without an edit", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { plan } = await createBlank(first.host);
    await first.close();
    const { host } = startHost(folder);
    const [left] = await recoverableIn(host);
    expect(left).toMatchObject({ title: plan.title.text, changes: 0 });
    const recovered = replyOf(await host.call("plan.recover", { documentId: left?.documentId ?? "" }));
    expect([recovered.plan, recovered.handle, recovered.savedRevision]).toEqual([plan, null, null]);
  });

  it("brings unsaved edits back without the file they belonged to", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, path, title } = await savedPlan(first.host, folder);
    await type(first.host, session, 0, "新");
    await first.close();
    await rename(path, join(folder, "elsewhere"));
    const { host } = startHost(folder);
    const [left] = await recoverableIn(host);
    const recovered = replyOf(await host.call("plan.recover", { documentId: left?.documentId ?? "" }));
    expect([titleOf(recovered), recovered.savedRevision]).toEqual([`新${title}`, null]);
    const save = { session: recovered.session, revision: 1, overwrite: false };
    expect(codeOf(await host.call("plan.save", save))).toBe("ok");
    expect(await titleIn(path)).toBe(`新${title}`);
  });

  it("R7: finds the conflict at the next save where the file has changed meanwhile", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, documentId, path, title } = await savedPlan(first.host, folder);
    await type(first.host, session, 0, "新");
    await first.close();
    await writeFile(path, "外来内容");
    const { host } = startHost(folder);
    const recovered = replyOf(await host.call("plan.recover", { documentId }));
    expect([titleOf(recovered), recovered.savedRevision]).toEqual([`新${title}`, null]);
    const save = { session: recovered.session, revision: 1, overwrite: false };
    expect(codeOf(await host.call("plan.save", save))).toBe("conflict");
    expect(await readFile(path, "utf8")).toBe("外来内容");
  });

  it("R15: lets a window go on at its revision after the host has ended, whatever had been saved", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle, documentId, title } = await savedPlan(first.host, folder);
    await type(first.host, session, 0, "一");
    await first.host.call("plan.save", { session, revision: 1, overwrite: false });
    await first.close();
    const second = startHost(folder);
    const again = replyOf(await second.host.call("plan.recover", { documentId }));
    expect([again.revision, again.savedRevision, titleOf(again)]).toEqual([1, 1, `一${title}`]);
    await type(second.host, again.session, 1, "二");
    await second.close();
    const third = startHost(folder);
    const last = replyOf(await third.host.call("plan.recover", { documentId }));
    expect([last.revision, last.savedRevision, last.handle, titleOf(last)]).toEqual([
      2,
      1,
      handle,
      `二一${title}`,
    ]);
  });

  it("R15: lets a window go on that had only opened its plan", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle, documentId } = await savedPlan(first.host, folder);
    await first.host.call("plan.close", { session, keep: false });
    await first.host.call("plan.open", { handle });
    await first.close();
    const { host } = startHost(folder);
    expect(await recoverableIn(host)).toEqual([]);
    const again = replyOf(await host.call("plan.recover", { documentId }));
    expect([again.revision, again.savedRevision]).toEqual([0, 0]);
    expect(await type(host, again.session, 0, "新")).toBe(1);
  });

  it("offers nothing that a save already holds", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { session, handle } = await savedPlan(first.host, folder);
    await type(first.host, session, 0, "新");
    const [name] = await journalsIn(folder);
    const journal = await readFile(join(folder, "journal", name ?? ""));
    await first.host.call("plan.save", { session, revision: 1, overwrite: false });
    await first.close();
    await writeFile(join(folder, "journal", name ?? ""), journal);
    const { host } = startHost(folder);
    const opened = replyOf(await host.call("plan.open", { handle }));
    expect([opened.revision, opened.savedRevision, await recoverableIn(host)]).toEqual([0, 0, []]);
  });

  it("knows no journal by a name that leads elsewhere", async () => {
    const { host } = startHost(await temporaryFolder());
    for (const documentId of ["../recent", "none"]) {
      expect(codeOf(await host.call("plan.recover", { documentId }))).toBe("not-found");
    }
  });
});

describe("plan.discardRecovery", () => {
  it("throws left edits away, but not those of a plan that is open", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    const { documentId } = await createBlank(first.host);
    expect(codeOf(await first.host.call("plan.discardRecovery", { documentId }))).toBe("busy");
    await first.close();
    const { host } = startHost(folder);
    expect(codeOf(await host.call("plan.discardRecovery", { documentId }))).toBe("ok");
    expect(await recoverableIn(host)).toEqual([]);
  });
});

describe("plan.close", () => {
  it.each([
    [true, 1],
    [false, 0],
  ])("with keep %s leaves %i plan to recover", async (keep, left) => {
    const { host } = startHost(await temporaryFolder());
    const { session } = await createBlank(host);
    await type(host, session, 0, "新");
    expect(codeOf(await host.call("plan.close", { session, keep }))).toBe("ok");
    expect(await recoverableIn(host)).toHaveLength(left);
  });
});

describe("plan.openPrevious", () => {
  it("offers the version before the last save of a damaged file, and leaves the file as it is", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, handle, documentId, path, title } = await savedPlan(host, folder);
    await type(host, session, 0, "新");
    await host.call("plan.save", { session, revision: 1, overwrite: false });
    await host.call("plan.close", { session, keep: false });
    const damaged = (await readFile(path)).subarray(0, 500);
    await writeFile(path, damaged);
    const offered = { ok: false, failure: { code: "damaged", name: NAME, previous: documentId } };
    expect(await host.call("plan.open", { handle })).toMatchObject(offered);
    expect(await host.call("plan.openBytes", { name: NAME, bytes: damaged })).toMatchObject(offered);
    const opened = replyOf(await host.call("plan.openPrevious", { documentId, name: NAME }));
    expect(opened).toMatchObject({ name: NAME, handle: null, savedRevision: null });
    expect([titleOf(opened), opened.documentId === documentId]).toEqual([title, false]);
    const { session: draft, revision } = opened;
    expect(codeOf(await host.call("plan.save", { session: draft, revision, overwrite: true }))).toBe(
      "bad-request",
    );
    expect(await readFile(path)).toEqual(damaged);
    expect(await recoverableIn(host)).toMatchObject([{ title }]);
  });

  it.each([
    ["there is no earlier version", async () => {}],
    [
      "the earlier version is damaged too",
      async (folder: string, documentId: string) => {
        await mkdir(join(folder, "previous"));
        await writeFile(join(folder, "previous", `${documentId}.yaodian`), "{}");
      },
    ],
  ])("offers nothing where %s", async (_, prepare) => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, handle, documentId, path } = await savedPlan(host, folder);
    await host.call("plan.close", { session, keep: false });
    await writeFile(path, (await readFile(path)).subarray(0, 500));
    await prepare(folder, documentId);
    const reply = await host.call("plan.open", { handle });
    expect(reply).toEqual({
      ok: false,
      failure: { code: "damaged", detail: expect.any(String), name: NAME },
    });
    expect(codeOf(await host.call("plan.openPrevious", { documentId, name: NAME }))).toMatch(
      /^(not-found|damaged)$/,
    );
  });
});

describe("plan.openBytes", () => {
  it("copies the plan into the folder of documents under a free name, and refuses a damaged one", async () => {
    const folder = await temporaryFolder();
    const { host } = startHost(folder);
    const { session, path, title } = await savedPlan(host, folder);
    const { bytes } = replyOf(await host.call("plan.bytes", { session }));
    const opened = replyOf(await host.call("plan.openBytes", { name: NAME, bytes }));
    expect([titleOf(opened), opened.name]).toEqual([title, "要点 (2).yaodian"]);
    expect(Buffer.from(bytes)).toEqual(await readFile(path));
    const damaged = { name: NAME, bytes: bytes.slice(0, -1) };
    expect(codeOf(await host.call("plan.openBytes", damaged))).toBe("damaged");
    expect(await readdir(join(folder, "documents"))).toHaveLength(2);
  });
});

describe("plan.recent", () => {
  it("lists plans newest first across starts, until one is forgotten", async () => {
    const folder = await temporaryFolder();
    let minute = 0;
    const now = () => {
      minute += 1;
      return new Date(Date.UTC(2026, 10, 25, 8, minute));
    };
    const first = startHost(folder, { now });
    for (const name of ["一", "二"]) {
      const { session } = await createBlank(first.host);
      await first.host.call("plan.saveAs", { session, revision: 0, target: { kind: "name", name } });
    }
    await first.close();
    const { host } = startHost(folder, { now });
    const names = async () => replyOf(await host.call("plan.recent", {})).plans.map(({ name }) => name);
    expect(await names()).toEqual(["二.yaodian", "一.yaodian"]);
    const [newest] = replyOf(await host.call("plan.recent", {})).plans;
    await host.call("plan.forget", { handle: newest?.handle ?? "" });
    expect(await names()).toEqual(["一.yaodian"]);
  });

  it("survives a damaged list: plans in the folder of documents are found again", async () => {
    const folder = await temporaryFolder();
    const first = startHost(folder);
    await savedPlan(first.host, folder);
    await first.close();
    await writeFile(join(folder, "recent.json"), '{"recent":[');
    await writeFile(join(folder, "documents", "坏.yaodian"), "{");
    const { host } = startHost(folder);
    expect(replyOf(await host.call("plan.recent", {})).plans.map(({ name }) => name)).toEqual([NAME]);
    expect(await readFile(join(folder, "recent.json.damaged"), "utf8")).toBe('{"recent":[');
  });
});
