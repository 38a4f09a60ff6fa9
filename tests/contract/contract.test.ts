import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHostServices, type HostServices } from "../../electron/services/host-services.ts";
import { EMPTY_OFFICE } from "../../src/core/office/office.ts";
import { EMPTY_OFFICE_CALENDAR } from "../../src/core/rollover/office-calendar.ts";
import { NO_FILTERS } from "../../src/core/suggest/library-search.ts";
import { createHost, type Host } from "../../src/host/client.ts";
import { contract, type Method } from "../../src/host/contract.ts";
import { createDispatch } from "../../src/host/dispatch.ts";
import { docxPart } from "../support/docx-reader.ts";
import {
  codeOf,
  createBlank,
  DRAFT_OPTIONS,
  JOB_FILE,
  RESOURCES,
  replyOf,
  typing,
} from "../support/host-calls.ts";
import { type OpenTransport, TRANSPORTS } from "../support/transports.ts";

describe.each(Object.entries(TRANSPORTS))("the host contract over %s", (_name, open) => {
  let folder: string;
  let services: HostServices;
  let opened: OpenTransport;
  let host: Host;
  /** Methods that answered a call. */
  const answered = new Set<Method>();
  const reported: unknown[] = [];
  /** What the drafter chooses in the next dialog. */
  let chosen: string | null = null;
  const shown: string[] = [];
  let looks = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yaodian-contract-"));
    await mkdir(join(folder, "office"));
    const dialog = async () => chosen;
    const dialogs = async () => (chosen === null ? [] : [chosen]);
    services = createHostServices({
      dataFolder: join(folder, "data"),
      resourcesFolder: RESOURCES,
      jobFile: JOB_FILE,
      // It goes on with every look, so that the newest version is the newest.
      now: () => new Date(2026, 10, 25, 8, 0, 0, looks++),
      dialogs: {
        openPlan: dialog,
        savePlan: dialog,
        saveExport: dialog,
        exportFolder: dialog,
        showFile: (path) => {
          shown.push(path);
        },
        openSource: dialog,
        openSources: dialogs,
      },
      printer: { toPdf: async () => Buffer.from("%PDF-") },
      report: (error) => reported.push(error),
    });
    opened = await open(createDispatch(services.handlers, (error) => reported.push(error)));
    const bare = createHost(opened.transport);
    host = {
      call: async (method, request) => {
        const envelope = await bare.call(method, request);
        if (envelope.ok) answered.add(method);
        return envelope;
      },
    };
  });

  afterAll(async () => {
    await opened.close();
    await services.close();
    await rm(folder, { recursive: true });
  });

  const seed = async (name: string) => {
    const content = await readFile(join(RESOURCES, "seeds", name));
    return { name, bytes: new Uint8Array(content) };
  };

  it("tells its state and keeps settings", async () => {
    expect(replyOf(await host.call("app.status", {}))).toMatchObject({
      library: { available: true, reason: null, documents: 5 },
      firstRun: true,
      dialogs: true,
      today: "2026-11-25",
    });
    await host.call("settings.set", { values: { theme: "dark", panes: [240, 320] } });
    await host.call("settings.set", { values: { theme: "light" } });
    expect(replyOf(await host.call("settings.get", {})).values).toEqual({
      theme: "light",
      panes: [240, 320],
    });
  });

  it("reads a prior-year document, drafts from it, saves, exports and opens again", async () => {
    const document = await seed("jianyang-2021.txt");
    const { reading, source: read, format } = replyOf(await host.call("source.read", document));
    expect([reading.kind, reading.year, format]).toEqual(["notice-and-plan", 2021, "text"]);
    expect(Buffer.from(document.bytes).toString().split("\n")).toEqual(read.lines.map(({ text }) => text));
    const source = { kind: "plan" as const, plan: reading.plan, name: "jianyang-2021.txt" };
    const draft = replyOf(await host.call("plan.create", { source, options: DRAFT_OPTIONS }));
    const { session } = draft;
    expect(draft).toMatchObject({ revision: 0, savedRevision: null, handle: null, readOnly: false });
    const steps = [typing("新")];
    expect(replyOf(await host.call("plan.apply", { session, baseRevision: 0, steps })).revision).toBe(1);

    chosen = join(folder, "office", "建阳2027.yaodian");
    const { handle } = replyOf(await host.call("dialog.savePlan", { name: "建阳2027.yaodian" }));
    const target = { kind: "file" as const, handle: handle ?? "" };
    const saved = replyOf(await host.call("plan.saveAs", { session, revision: 1, target }));
    expect([saved.name, saved.savedRevision, saved.handle]).toEqual(["建阳2027.yaodian", 1, handle]);
    await host.call("plan.apply", { session, baseRevision: 1, steps });
    replyOf(await host.call("plan.save", { session, revision: 2, overwrite: false }));
    const { bytes } = replyOf(await host.call("plan.bytes", { session }));
    expect(Buffer.from(bytes)).toEqual(await readFile(chosen));

    const inBytes = { session, revision: 2, form: "notice" as const, target: { kind: "bytes" as const } };
    const exported = replyOf(await host.call("export.docx", inBytes));
    expect(
      Buffer.from(exported.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    chosen = join(folder, "office", "建阳2027");
    const word = replyOf(await host.call("dialog.saveExport", { name: "建阳2027.docx" }));
    const inFile = {
      ...inBytes,
      form: "plan" as const,
      target: { kind: "file" as const, handle: word.handle ?? "" },
    };
    expect(replyOf(await host.call("export.docx", inFile))).toEqual({ name: "建阳2027.docx", bytes: null });
    expect(await readdir(join(folder, "office"))).toEqual(["建阳2027.docx", "建阳2027.yaodian"]);

    replyOf(await host.call("plan.close", { session, keep: false }));
    chosen = join(folder, "office", "建阳2027.yaodian");
    const picked = replyOf(await host.call("dialog.openPlan", {}));
    const again = replyOf(await host.call("plan.open", { handle: picked.handle ?? "" }));
    expect(again.plan.title.text).toBe(`新新${draft.plan.title.text}`);
    expect([again.revision, again.savedRevision, again.documentId]).toEqual([0, 0, draft.documentId]);
  });

  it("drafts from nothing, from a template and from the library", async () => {
    const { templates } = replyOf(await host.call("templates.list", {}));
    expect(templates.map(({ id }) => id)).toContain("jianyang-2021");
    const { documents } = replyOf(await host.call("library.documents", {}));
    const sources = [
      { kind: "blank" as const },
      { kind: "template" as const, id: "jianyang-2021" },
      { kind: "library" as const, documentId: documents[0]?.documentId ?? "" },
    ];
    for (const source of sources) {
      const draft = replyOf(await host.call("plan.create", { source, options: DRAFT_OPTIONS }));
      expect(draft.plan.year).toBe(2027);
      replyOf(await host.call("plan.close", { session: draft.session, keep: false }));
    }
    const missing = { kind: "template" as const, id: "none" };
    expect(codeOf(await host.call("plan.create", { source: missing, options: DRAFT_OPTIONS }))).toBe(
      "not-found",
    );
  });

  it("makes a template of a plan, and makes it anew instead of twice", async () => {
    const { reading } = replyOf(await host.call("source.read", await seed("kunming-2017.txt")));
    const request = { plan: reading.plan, issuer: "昆明市教育局" };
    const made = replyOf(await host.call("templates.add", request));
    expect([made.updated, made.template.year]).toEqual([false, 2017]);
    const named = replyOf(await host.call("templates.add", { ...request, name: "历年模板" }));
    expect(named).toMatchObject({ updated: false, template: { name: "历年模板" } });
    expect(replyOf(await host.call("templates.add", request))).toEqual({ ...made, updated: true });
    const { templates } = replyOf(await host.call("templates.list", {}));
    expect(templates.filter(({ id }) => id === made.template.id)).toEqual([made.template]);
    const source = { kind: "template" as const, id: made.template.id };
    const draft = replyOf(await host.call("plan.create", { source, options: DRAFT_OPTIONS }));
    expect(draft.plan.children.length).toBe(reading.plan.children.length);
    replyOf(await host.call("plan.close", { session: draft.session, keep: false }));
  });

  it("lists, forgets and imports plans", async () => {
    const { session } = await createBlank(host);
    const target = { kind: "name" as const, name: "清单" };
    const { handle } = replyOf(await host.call("plan.saveAs", { session, revision: 0, target }));
    const { bytes } = replyOf(await host.call("plan.bytes", { session }));
    expect(replyOf(await host.call("plan.openBytes", { name: "清单.yaodian", bytes })).name).toBe(
      "清单 (2).yaodian",
    );
    const handles = async () => replyOf(await host.call("plan.recent", {})).plans.map((each) => each.handle);
    expect(await handles()).toContain(handle);
    replyOf(await host.call("plan.forget", { handle }));
    expect(await handles()).not.toContain(handle);
  });

  it("offers unsaved plans, brings one back and throws one away", async () => {
    for (const text of ["甲", "乙"]) {
      const { session } = await createBlank(host);
      await host.call("plan.apply", { session, baseRevision: 0, steps: [typing(text)] });
      replyOf(await host.call("plan.close", { session, keep: true }));
    }
    const found = async (text: string) => {
      const { plans } = replyOf(await host.call("plan.recoverable", {}));
      return plans.find(({ title }) => title.startsWith(text));
    };
    const documentId = (await found("甲"))?.documentId ?? "";
    expect(await found("甲")).toMatchObject({ changes: 1 });
    expect(replyOf(await host.call("plan.recover", { documentId })).plan.title.text).toMatch(/^甲/);
    replyOf(await host.call("plan.discardRecovery", { documentId: (await found("乙"))?.documentId ?? "" }));
    expect(await found("乙")).toBeUndefined();
  });

  it("names the version that can stand in for a damaged file, and opens it", async () => {
    const { session } = await createBlank(host);
    const target = { kind: "name" as const, name: "损坏" };
    const saved = replyOf(await host.call("plan.saveAs", { session, revision: 0, target }));
    await host.call("plan.apply", { session, baseRevision: 0, steps: [typing("新")] });
    replyOf(await host.call("plan.save", { session, revision: 1, overwrite: false }));
    const { name, bytes } = replyOf(await host.call("plan.bytes", { session }));
    const { documentId } = saved;
    expect(await host.call("plan.openBytes", { name, bytes: bytes.slice(0, -1) })).toMatchObject({
      ok: false,
      failure: { code: "damaged", name: "损坏.yaodian", previous: documentId },
    });
    const opened = replyOf(await host.call("plan.openPrevious", { documentId, name }));
    expect(opened).toMatchObject({ name, handle: null, savedRevision: null });
    replyOf(await host.call("plan.close", { session: opened.session, keep: false }));
  });

  it("suggests from the library and adds to it", async () => {
    const context = {
      place: "heading" as const,
      typed: "学前教育",
      heading: "",
      sectionHeading: "",
      issuer: "",
      covered: [],
      title: "",
    };
    const { suggestions } = replyOf(await host.call("library.suggest", { ...context, year: 2027, limit: 3 }));
    expect(suggestions[0]?.item.heading).toContain("学前教育");
    const added = replyOf(await host.call("library.add", await seed("jianyang-2021.txt")));
    expect([added.updated, added.document.year]).toEqual([true, 2021]);
  });

  it("searches, marks, corrects, reads again, exchanges and removes what the library has", async () => {
    const { documents } = replyOf(await host.call("library.documents", {}));
    const documentId = documents.find(({ year }) => year === 2021)?.documentId ?? "";
    const search = { text: "学前教育", filters: NO_FILTERS, limit: 20 };
    const found = replyOf(await host.call("library.search", search));
    const itemId = found.rows[0]?.item.id ?? -1;
    const mark = { favourite: true, hidden: false, note: "好" };
    replyOf(await host.call("library.mark", { itemId, mark }));
    expect(replyOf(await host.call("library.entry", { itemId })).mark).toEqual(mark);
    expect(replyOf(await host.call("library.document", { documentId })).reading.year).toBe(2021);
    const text = { heading: "改过的条", body: "改过的话。" };
    const { itemId: other } = replyOf(await host.call("library.correctItem", { itemId, text }));
    const entry = replyOf(await host.call("library.entry", { itemId: other }));
    expect([entry.item.heading, entry.mark, entry.original !== null]).toEqual([text.heading, mark, true]);
    const restored = replyOf(await host.call("library.correctItem", { itemId: other, text: null }));
    expect(replyOf(await host.call("library.entry", restored)).original).toBeNull();
    const correction = { title: "改过的题", issuer: "建阳区教育局", region: "建阳区", year: 2021 };
    const corrected = replyOf(await host.call("library.correct", { documentId, correction }));
    expect(corrected.document.title).toBe("改过的题");
    const again = replyOf(await host.call("library.reread", { documentId }));
    expect([again.document.title, again.document.items]).toEqual(["改过的题", corrected.document.items]);
    expect(replyOf(await host.call("library.rebuild", {})).failed).toEqual([]);
    expect(replyOf(await host.call("library.progress", {}))).toEqual({ progress: null });
    const file = replyOf(await host.call("library.export", { target: { kind: "bytes" } }));
    const bytes = new Uint8Array(file.bytes ?? []);
    const report = replyOf(await host.call("library.import", { name: file.name, bytes }));
    expect(new Set(report.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged"]));
    const topics = replyOf(await host.call("topics.get", {}));
    expect(topics.text).toBe(topics.shipped);
    expect(replyOf(await host.call("topics.set", { text: "一个词" })).problems).toHaveLength(1);
    expect(replyOf(await host.call("topics.set", { text: topics.text })).problems).toEqual([]);
    const { session } = await createBlank(host);
    const { document } = replyOf(await host.call("library.addPlan", { session, revision: 0 }));
    expect(document.year).toBe(2027);
    replyOf(await host.call("library.remove", { documentId: document.documentId }));
  });

  it("matches a regular expression, and stops one that runs away", async () => {
    const asked = { paragraphs: ["新建3所，改扩建12所", "无"], exact: true };
    expect(replyOf(await host.call("text.match", { ...asked, pattern: "(\\d+)所" })).matches).toEqual([
      { paragraph: 0, from: 2, to: 4, groups: ["3"] },
      { paragraph: 0, from: 8, to: 11, groups: ["12"] },
    ]);
    expect(codeOf(await host.call("text.match", { ...asked, pattern: "(" }))).toBe("bad-request");
    const runaway = { paragraphs: ["一".repeat(40)], pattern: "(一+)+二", exact: true };
    expect(codeOf(await host.call("text.match", runaway))).toBe("timed-out");
    expect(replyOf(await host.call("text.match", { ...asked, pattern: "无" })).matches).toHaveLength(1);
  });

  it("keeps snippets, and begins anew where their file is damaged", async () => {
    const snippets = [{ id: "1", name: "口径", text: "以教育部门数据为准。" }];
    expect(replyOf(await host.call("snippets.get", {})).snippets).toEqual([]);
    replyOf(await host.call("snippets.set", { snippets }));
    expect(replyOf(await host.call("snippets.get", {})).snippets).toEqual(snippets);
    await writeFile(join(folder, "data/snippets.json"), "{");
    expect(replyOf(await host.call("snippets.get", {})).snippets).toEqual([]);
    expect(await readFile(join(folder, "data/snippets.json.damaged"), "utf8")).toBe("{");
  });

  it("writes a comparison note and bytes of the page", async () => {
    const note = { title: "对比说明", paragraphs: ["新增一条。"], tables: [] };
    const word = replyOf(
      await host.call("compare.note", { note, format: "docx", target: { kind: "bytes" } }),
    );
    expect([
      word.name,
      Buffer.from(word.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ]).toEqual(["对比说明.docx", "PK"]);
    const table = { title: "指标", columns: ["指标", "今年"], rows: [["入园率", "98%以上"]] };
    const sheet = { note: { ...note, title: "指标对照", tables: [table] }, format: "xlsx" as const };
    const workbook = replyOf(await host.call("compare.note", { ...sheet, target: { kind: "bytes" } }));
    expect([workbook.name, workbook.bytes?.[0]]).toEqual(["指标对照.xlsx", 0x50]);
    const picture = { name: "对比图.png", bytes: new Uint8Array([1, 2]), target: { kind: "bytes" as const } };
    expect(replyOf(await host.call("export.bytes", picture)).name).toBe("对比图.png");
  });

  it("keeps versions, names them, gives them back and writes copies with what changed", async () => {
    const { session, plan } = await createBlank(host);
    const label = { step: "consultation" as const, name: "", remark: "" };
    const asked = { session, author: "张三", label, cause: null };
    const { version } = replyOf(await host.call("version.add", { ...asked, revision: 0 }));
    await host.call("plan.apply", { session, baseRevision: 0, steps: [typing("新")] });
    const renamed = { ...label, name: "发各科室" };
    replyOf(await host.call("version.label", { session, id: version.id, label: renamed }));
    const { versions, damaged } = replyOf(await host.call("version.list", { session }));
    expect([versions, damaged]).toEqual([[{ ...version, label: renamed }], 0]);
    expect(replyOf(await host.call("version.plan", { session, id: version.id })).plan).toEqual(plan);

    const copy = { session, revision: 1, before: version.id, after: null, author: "张三" };
    for (const [markup, ending, written] of [
      ["asFormatting", "（花脸稿）.docx", ["<w:u "]],
      ["asRevisions", "（修订稿）.docx", ["<w:ins ", 'w:author="张三"']],
      ["clean", "（清样）.docx", ["新"]],
    ] as const) {
      const wish = { ...copy, markup, target: { kind: "bytes" as const } };
      const { name, bytes } = replyOf(await host.call("version.copy", wish));
      const text = docxPart(bytes ?? new Uint8Array(), "word/document.xml");
      const marked = ["<w:ins ", "<w:u "].filter((mark) => text.includes(mark)).length;
      expect([name.endsWith(ending), marked]).toEqual([true, markup === "clean" ? 0 : 1]);
      for (const mark of written) expect(text).toContain(mark);
    }
    const kept = replyOf(await host.call("version.list", { session })).versions;
    expect(kept.map(({ cause }) => cause).sort()).toEqual(["export", null]);
    const given = { ...plan, year: 2031 };
    const earlier = await host.call("version.add", { ...asked, revision: 0, plan: given, cause: "replace" });
    const { id } = replyOf(earlier).version;
    expect(replyOf(await host.call("version.plan", { session, id })).plan).toEqual(given);
    const missing = { session, id: "00000000-0000-0000-0000-000000000000" };
    expect(codeOf(await host.call("version.plan", missing))).toBe("not-found");
  });

  it("keeps tracked changes through saving and opening, and writes them into Word with name and time", async () => {
    const { session, plan } = await createBlank(host);
    const copy = { session, before: null, after: null, author: "", target: { kind: "bytes" as const } };
    const nothing = { ...copy, revision: 0, markup: "asRevisions" as const };
    expect(codeOf(await host.call("version.copy", nothing))).toBe("not-found");
    const { title, leadIn, children, closing } = plan;
    const base = { title, leadIn, children, closing };
    const record = { kind: "text", block: "title", from: 0, to: 0, sign: "", author: "张三" } as const;
    const records = [{ ...record, at: "2026-11-25T08:00:00Z" }];
    const attributes = {
      tracking: true,
      revisionBase: JSON.parse(JSON.stringify(base)),
      changeRecords: records,
    };
    const steps = Object.entries(attributes).map(([attr, value]) => ({ stepType: "docAttr", attr, value }));
    replyOf(await host.call("plan.apply", { session, baseRevision: 0, steps: [typing("新"), ...steps] }));
    const target = { kind: "name" as const, name: "修订" };
    const { handle } = replyOf(await host.call("plan.saveAs", { session, revision: 4, target }));
    replyOf(await host.call("plan.close", { session, keep: false }));

    const again = replyOf(await host.call("plan.open", { handle }));
    expect(again.plan.revisions).toEqual({ tracking: true, base, records });
    const asked = { ...copy, session: again.session, revision: again.revision };
    const written = await host.call("version.copy", { ...asked, markup: "asRevisions" });
    const { name, bytes } = replyOf(written);
    expect(name).toMatch(/（修订稿）\.docx$/);
    const xml = docxPart(bytes ?? new Uint8Array(), "word/document.xml");
    expect(xml).toContain('w:author="张三" w:date="2026-11-25T08:00:00Z"');
  });

  it("reads a chosen document, and says null where the drafter cancels", async () => {
    chosen = join(RESOURCES, "seeds", "kunming-2017.txt");
    const { file } = replyOf(await host.call("dialog.openSource", {}));
    expect([file?.name, Buffer.from(file?.bytes ?? [])]).toEqual([
      "kunming-2017.txt",
      await readFile(chosen),
    ]);
    chosen = null;
    expect(replyOf(await host.call("dialog.openSource", {}))).toEqual({ file: null });
    expect(replyOf(await host.call("dialog.openPlan", {}))).toEqual({ handle: null });
  });

  it("names all documents of a chosen folder, and gives their bytes one by one", async () => {
    chosen = join(RESOURCES, "seeds");
    const { files, more } = replyOf(await host.call("dialog.openSources", { what: "folder" }));
    expect([files.map(({ name }) => name), more]).toEqual([(await readdir(chosen)).sort(), 0]);
    const file = files.find(({ name }) => name === "kunming-2017.txt");
    const { name, bytes } = replyOf(await host.call("source.bytes", { handle: file?.handle ?? "" }));
    expect([name, Buffer.from(bytes)]).toEqual([name, await readFile(join(chosen, name))]);
    chosen = null;
    expect(replyOf(await host.call("dialog.openSources", { what: "files" }))).toEqual({ files: [], more: 0 });
    expect(codeOf(await host.call("source.bytes", { handle: "/etc/passwd" }))).toBe("not-found");
  });

  it("says by code what is wrong with a request, a handle, a session and a document", async () => {
    const read = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      codeOf(await host.call("source.read", { name, bytes }));
    const codes = {
      method: await opened.transport("plan.destroy", {}),
      inherited: await opened.transport("toString", {}),
      request: await opened.transport("plan.open", { handle: 7 }),
      extra: await opened.transport("plan.open", { handle: "a", path: "/etc/passwd" }),
    };
    expect(codes).toMatchObject({
      method: { ok: false, failure: { code: "unknown-method" } },
      inherited: { ok: false, failure: { code: "unknown-method" } },
      request: { ok: false, failure: { code: "bad-request" } },
      extra: { ok: false, failure: { code: "bad-request" } },
    });
    expect(codeOf(await host.call("plan.open", { handle: "/etc/passwd" }))).toBe("not-found");
    expect(codeOf(await host.call("plan.close", { session: "none", keep: true }))).toBe("no-session");
    expect(await read("空.txt", new Uint8Array())).toBe("empty-file");
    expect(await read("图.txt", crypto.getRandomValues(new Uint8Array(4096)))).toBe("binary-file");
    expect(await read("大.txt", new Uint8Array(33 * 1024 * 1024).fill(0x61))).toBe("too-large");
    await writeFile(join(folder, "office", "坏.yaodian"), "{");
    chosen = join(folder, "office", "坏.yaodian");
    const { handle } = replyOf(await host.call("dialog.openPlan", {}));
    expect(await host.call("plan.open", { handle: handle ?? "" })).toMatchObject({
      ok: false,
      failure: { code: "damaged", name: "坏.yaodian" },
    });
  });

  it("lays out, writes every format into a folder and as bytes, and gives texts for the clipboard", async () => {
    const { session } = await createBlank(host);
    const document = { session, revision: 0, form: "plan" as const, profile: null };
    const { document: printed } = replyOf(await host.call("layout.pages", document));
    expect(printed.complete).toBe(true);
    expect(replyOf(await host.call("layout.count", document))).toEqual({ pages: printed.pages.length });

    await mkdir(join(folder, "印发"));
    chosen = join(folder, "印发");
    const { handle, name } = replyOf(await host.call("dialog.exportFolder", {}));
    expect(name).toBe("印发");
    const formats = ["docx", "pdf", "xlsx", "txt", "html"] as const;
    const tasks = { tails: true, table: "landscape" as const };
    const wish = { ...document, formats, tasks, packs: true, name: "定稿", itemBookmarks: false };
    const into = (existing: "refuse" | "number") =>
      host.call("export.files", { ...wish, target: { kind: "folder", handle: handle ?? "", existing } });
    const names = ["定稿.docx", "定稿.pdf", "定稿.xlsx", "定稿.txt", "定稿.html"];
    expect(replyOf(await into("refuse")).files.map((file) => file.name)).toEqual(names);
    expect(await into("refuse")).toMatchObject({ failure: { code: "conflict", name: "定稿.docx" } });
    expect(replyOf(await into("number")).files[0]?.name).toBe("定稿 (2).docx");
    expect((await readdir(chosen)).length).toBe(10);
    shown.length = 0;
    const show = (name: string) => host.call("dialog.showFile", { handle: handle ?? "", name });
    replyOf(await show("定稿.docx"));
    expect(shown).toEqual([join(chosen, "定稿.docx")]);
    expect(await show("没有.docx")).toMatchObject({ failure: { code: "not-found", name: "没有.docx" } });
    const { files } = replyOf(
      await host.call("export.files", { ...wish, formats: ["txt"], target: { kind: "bytes" } }),
    );
    const { text, html } = replyOf(await host.call("export.texts", document));
    expect(new TextDecoder().decode(files[0]?.bytes ?? undefined)).toBe(text);
    expect(html).toMatch(/^<article>/);
  });

  it("keeps profiles, hands them on and takes them back", async () => {
    const { profiles, chosen: first } = replyOf(await host.call("profile.list", {}));
    expect([profiles.map(({ profile }) => profile.name), first]).toEqual([["P37", "P33476", "28pt"], "P37"]);
    const [usual] = profiles;
    if (!usual) throw new Error("no profile");
    const office = { ...usual.profile, name: "本单位", boldLevels: [] };
    replyOf(await host.call("profile.save", { profile: office }));
    replyOf(await host.call("profile.choose", { name: "本单位" }));
    const sample = replyOf(await host.call("layout.sample", { profile: office }));
    expect(sample.document.pages.length).toBeGreaterThan(0);
    const target = { kind: "bytes" as const };
    const file = replyOf(await host.call("profile.export", { name: "本单位", target }));
    const { profile } = replyOf(
      await host.call("profile.import", { name: file.name, bytes: file.bytes ?? new Uint8Array() }),
    );
    expect(profile).toEqual({ ...office, name: "本单位 (2)" });
    const foreign = { name: "a.json", bytes: new Uint8Array([0x7b, 0x7d]) };
    expect(codeOf(await host.call("profile.import", foreign))).toBe("unsupported-format");
    replyOf(await host.call("profile.remove", { name: "本单位" }));
    expect(replyOf(await host.call("profile.list", {})).chosen).toBe("P37");
  });

  it("keeps 本单位信息, carries it in a file and refuses a file that is none", async () => {
    expect(replyOf(await host.call("office.get", {})).office.units).toEqual([]);
    const units = [{ name: "基础教育科", shortName: "基教科", leader: "" }];
    const office = { ...EMPTY_OFFICE, name: "示例市教育局", units };
    replyOf(await host.call("office.set", { office }));
    expect(replyOf(await host.call("office.get", {})).office).toEqual(office);
    const file = replyOf(await host.call("office.export", { target: { kind: "bytes" } }));
    const bytes = new Uint8Array(file.bytes ?? []);
    expect(replyOf(await host.call("office.read", { name: file.name, bytes })).office).toEqual(office);
    const cut = await host.call("office.read", { name: file.name, bytes: bytes.slice(0, -20) });
    expect(codeOf(cut)).toBe("damaged");
    chosen = join(folder, "office", "单位");
    const { handle } = replyOf(await host.call("dialog.saveExport", { name: file.name }));
    const target = { kind: "file" as const, handle: handle ?? "" };
    const written = replyOf(await host.call("office.export", { target }));
    expect(await readFile(join(folder, "office", written.name))).toEqual(Buffer.from(bytes));
  });

  it("keeps the office's calendar rows, refuses wrong ones with the reason, and drafts with them", async () => {
    expect(replyOf(await host.call("calendar.get", {})).office).toEqual(EMPTY_OFFICE_CALENDAR);
    const row = {
      kind: "programme" as const,
      name: "区级大练兵行动",
      from: "2024",
      to: "2026",
      next: "",
      source: "区教〔2024〕5号",
    };
    const office = { rows: [row], meetingsUntil: "2026-10-31" };
    const wrong = { rows: [{ ...row, to: "2023" }], meetingsUntil: "2026-02-30" };
    expect(replyOf(await host.call("calendar.set", { office })).problems).toEqual([]);
    expect(replyOf(await host.call("calendar.set", { office: wrong })).problems).toEqual([
      { row: null, code: "bad-day" },
      { row: 0, code: "out-of-order" },
    ]);
    expect(replyOf(await host.call("calendar.get", {})).office).toEqual(office);
    const text = "某区2026年教育工作要点\n一、党建\n1.深入开展区级大练兵行动。\n";
    const read = await host.call("source.read", { name: "要点.txt", bytes: new TextEncoder().encode(text) });
    const { plan } = replyOf(read).reading;
    const draft = { kind: "plan" as const, plan, name: "要点.txt" };
    const created = await host.call("plan.create", {
      source: draft,
      options: { ...DRAFT_OPTIONS, year: 2027 },
    });
    const { session, plan: drafted } = replyOf(created);
    expect(JSON.stringify(drafted)).toContain('"reason":"programme-ended"');
    const summary = await host.call("summary.export", { session, revision: 0, target: { kind: "bytes" } });
    expect(replyOf(summary).name).toBe("某区2027年教育工作总结.docx");
    expect(replyOf(summary).bytes?.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    replyOf(await host.call("plan.close", { session, keep: false }));
    replyOf(await host.call("calendar.set", { office: EMPTY_OFFICE_CALENDAR }));
  });

  it("keeps decisions beside other plans through a new name", async () => {
    const { session } = await createBlank(host);
    const corrections = { forced: [{ last: "a", next: "b" }], forbidden: [] };
    const value = [{ other: "2026 要点", corrections, coverage: { p: "partly" } }];
    const steps = [{ stepType: "docAttr", attr: "comparisonRecords", value }];
    replyOf(await host.call("plan.apply", { session, baseRevision: 0, steps }));
    for (const name of ["一稿", "二稿"]) {
      const saved = await host.call("plan.saveAs", { session, revision: 1, target: { kind: "name", name } });
      const { handle } = replyOf(saved);
      if (name === "一稿") continue;
      replyOf(await host.call("plan.close", { session, keep: false }));
      const again = replyOf(await host.call("plan.open", { handle }));
      expect(again.plan.comparisonRecords).toEqual(value);
      replyOf(await host.call("plan.close", { session: again.session, keep: false }));
    }
  });

  it("exports tasks, takes units from last year's document, and says what a returned table changes", async () => {
    const { reading } = replyOf(await host.call("source.read", await seed("jianyang-2021.txt")));
    const source = { kind: "plan" as const, plan: reading.plan, name: "" };
    const { session } = replyOf(await host.call("plan.create", { source, options: DRAFT_OPTIONS }));
    const at = { session, revision: 0 };
    const bytes = { kind: "bytes" as const };
    const options = { ...at, packs: true, quoteFormulas: false };
    const { files } = replyOf(await host.call("tasks.export", { ...options, target: bytes }));
    expect(files.map(({ name }) => name)).toEqual(["建阳区2027年教育工作要点责任分解表.xlsx"]);
    const sheet = { name: "返回.xlsx", bytes: new Uint8Array(files[0]?.bytes ?? []) };
    const returned = replyOf(await host.call("tasks.readReturned", { ...at, ...sheet }));
    expect([returned.changes, returned.unchanged, returned.unknown]).toEqual([[], 116, []]);
    const last = await seed("jianyang-2021.txt");
    const { remembered } = replyOf(await host.call("tasks.remember", { ...at, ...last }));
    expect(remembered).toBe(0);
    chosen = join(folder, "office", "责任分解");
    const { handle } = replyOf(await host.call("dialog.saveExport", { name: "责任分解.xlsx" }));
    const target = { kind: "file" as const, handle: handle ?? "" };
    expect(replyOf(await host.call("tasks.export", { ...options, target })).files).toEqual([
      { name: "责任分解.xlsx", bytes: null },
    ]);
    replyOf(await host.call("plan.close", { session, keep: false }));
  });

  it("never lets an export replace a plan", async () => {
    const { session } = await createBlank(host);
    const saved = replyOf(
      await host.call("plan.saveAs", { session, revision: 0, target: { kind: "name", name: "勿覆盖" } }),
    );
    const target = { kind: "file" as const, handle: saved.handle };
    expect(codeOf(await host.call("export.docx", { session, revision: 0, form: "plan", target }))).toBe(
      "bad-name",
    );
  });

  it("has answered every method, without a bug", () => {
    expect([...answered].sort()).toEqual(Object.keys(contract).sort());
    expect(reported).toEqual([]);
  });
});
