/** The rows of the contract that lay documents out and write them. */
import { basename } from "node:path";
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { summarySkeleton } from "../../../src/core/targets/summary-skeleton.ts";
import { NO_TASKS, withTaskOutput } from "../../../src/core/tasks/task-output.ts";
import type { ReplyOf, RequestOf } from "../../../src/host/contract.ts";
import type { Handlers } from "../../../src/host/dispatch.ts";
import { HostError } from "../../../src/host/host-error.ts";
import type { FileSystem } from "../files/file-system.ts";
import { chosenFileName, safeFileName } from "../files/safe-name.ts";
import { writeAtomically } from "../files/write-atomically.ts";
import type { LayoutLane } from "../jobs/layout-lane.ts";
import type { DocumentRequest, TaskSheetFile } from "../jobs/task-messages.ts";
import type { TaskPool } from "../jobs/task-pool.ts";
import { type Deliver, profileHandlers } from "./profile-handlers.ts";
import type { Profiles } from "./profiles.ts";
import { SAMPLE_PLAN } from "./sample-plan.ts";
import { type NamedFile, writeFiles } from "./write-files.ts";

/** Prints what the calling window shows for print, as a PDF. */
export interface PagePrinter {
  readonly toPdf: () => Promise<Uint8Array<ArrayBuffer>>;
}

export interface OutputOptions {
  readonly files: FileSystem;
  readonly profiles: Profiles;
  readonly pool: TaskPool;
  readonly layouts: LayoutLane;
  readonly planAt: (session: string, revision: number) => WorkPlan;
  /** Keeps the plan of a document that is handed on, as it is now; never fails. */
  readonly keepHandedOn: (session: string) => Promise<void>;
  /** Path of a handle that a dialog gave. */
  readonly pathOf: (handle: string) => Promise<string>;
  /** The same for a file to be written, which no plan's handle may name. */
  readonly exportPath: (handle: string) => Promise<string>;
  /** Undefined where the page prints itself. */
  readonly printer: PagePrinter | undefined;
}

type OutputMethod =
  | Extract<keyof Handlers, `layout.${string}` | `profile.${string}`>
  | "export.docx"
  | "summary.export"
  | "export.files"
  | "export.texts";
type Document = Pick<RequestOf<"layout.pages">, "session" | "revision" | "form"> & {
  readonly profile?: string | null | undefined;
  readonly tasks?: RequestOf<"layout.pages">["tasks"];
};
type ExportFormat = RequestOf<"export.files">["formats"][number];
type FilesRequest = RequestOf<"export.files">;

interface WrittenFile extends NamedFile {
  readonly format: ExportFormat;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Name of an export of a plan without title. */
const UNTITLED = "工作要点";
/** Characters of a unit in the name of its file; system limits are in bytes of the whole name. */
const LONGEST_UNIT = 20;
/** Formats in which the document itself goes to others. */
const HANDED_ON: ReadonlySet<ExportFormat> = new Set(["docx", "pdf"]);
/** Layouts that are kept: of the forms a drafter goes back and forth between. */
const KEPT_LAYOUTS = 4;

/** Handlers of every method that lays out or writes a document, or keeps profiles. */
export function outputHandlers(options: OutputOptions): Pick<Handlers, OutputMethod> {
  const { files, profiles, pool, layouts, planAt, keepHandedOn, pathOf, exportPath } = options;
  const kept = new Map<string, ReplyOf<"layout.pages">["document"]>();

  const requestOf = async (asked: Document): Promise<DocumentRequest> => {
    // What is printed is the text as it stands; the one before its changes would only be copied to the worker.
    const { revisions: _revisions, ...plan } = planAt(asked.session, asked.revision);
    return {
      plan: withTaskOutput(plan, asked.tasks ?? NO_TASKS),
      form: asked.form,
      profile: await profiles.get(asked.profile ?? null),
    };
  };
  const deliver: Deliver = async (target, name, write) => {
    if (target.kind === "bytes") return { name, bytes: new Uint8Array(await write()) };
    const path = await exportPath(target.handle);
    await writeAtomically(files, { path, bytes: await write() });
    return { name: basename(path), bytes: null };
  };
  const written = async (asked: FilesRequest, stem: string): Promise<readonly WrittenFile[]> => {
    const { formats, itemBookmarks, session, revision, packs = false } = asked;
    const request = await requestOf(asked);
    const texts = formats.filter((format) => format !== "pdf" && format !== "xlsx");
    const results = new Map<ExportFormat, readonly WrittenFile[]>();
    if (formats.includes("pdf")) {
      results.set("pdf", [{ format: "pdf", stem, ending: ENDINGS.pdf, bytes: await printedPdf(options) }]);
    }
    if (texts.length > 0) {
      for (const { format, bytes } of await pool.run("export", {
        ...request,
        formats: texts,
        itemBookmarks,
      })) {
        const found = texts.find((each) => each === format);
        if (found) results.set(found, [{ format: found, stem, ending: ENDINGS[found], bytes }]);
      }
    }
    if (formats.includes("xlsx")) {
      const plan = planAt(session, revision);
      const sheets = await pool.run("sheets", { plan, packs, quoteFormulas: false });
      results.set("xlsx", sheetFiles(sheets, stem));
    }
    return formats.flatMap((format) => {
      const found = results.get(format);
      if (!found) throw new Error(`nothing was written as ${format}`);
      return found;
    });
  };
  const writtenDocx = async (request: DocumentRequest, itemBookmarks: boolean): Promise<Uint8Array> => {
    const [file] = await pool.run("export", { ...request, formats: ["docx"], itemBookmarks });
    if (!file) throw new Error("nothing was written");
    return file.bytes;
  };

  return {
    "layout.count": async (document) => ({ pages: await pool.run("count", await requestOf(document)) }),
    "layout.pages": async (asked) => {
      const request = await requestOf(asked);
      const key = JSON.stringify([
        asked.session,
        asked.revision,
        asked.form,
        request.profile,
        asked.tasks ?? NO_TASKS,
      ]);
      const document = kept.get(key) ?? (await layouts.run(request));
      kept.delete(key);
      kept.set(key, document);
      for (const oldest of [...kept.keys()].slice(0, -KEPT_LAYOUTS)) kept.delete(oldest);
      return { document };
    },
    "layout.sample": async ({ profile }) => ({
      document: await layouts.run({ plan: SAMPLE_PLAN, form: SAMPLE_PLAN.frontMatter.form, profile }),
    }),
    "export.docx": async (asked) => {
      const request = await requestOf(asked);
      const title = request.plan.title.text.replaceAll("\n", "");
      const name = safeFileName(title, ENDINGS.docx) ?? `${UNTITLED}${ENDINGS.docx}`;
      const kept = keepHandedOn(asked.session);
      const delivered = await deliver(asked.target, name, () =>
        writtenDocx(request, asked.itemBookmarks ?? true),
      );
      await kept;
      return delivered;
    },
    "summary.export": async ({ session, revision, target }) => {
      const { plan } = summarySkeleton(planAt(session, revision));
      const name = safeFileName(plan.title.text.replaceAll("\n", ""), ENDINGS.docx);
      const request = { plan, form: "plan" as const, profile: await profiles.get(null) };
      return deliver(target, name ?? `${UNTITLED}${ENDINGS.docx}`, () => writtenDocx(request, false));
    },
    "export.files": async (asked) => {
      const { target } = asked;
      const stem = chosenFileName(asked.name, "");
      const formats = asked.formats.filter((format, index) => asked.formats.indexOf(format) === index);
      const folder = target.kind === "folder" ? await pathOf(target.handle) : undefined;
      const [results] = await Promise.all([
        written({ ...asked, formats }, stem),
        formats.some((format) => HANDED_ON.has(format)) ? keepHandedOn(asked.session) : undefined,
      ]);
      if (folder === undefined || target.kind === "bytes") {
        return {
          files: results.map(({ format, ending, bytes }) => ({ format, name: `${stem}${ending}`, bytes })),
        };
      }
      const names = await writeFiles(files, folder, results, target.existing);
      return {
        files: results.map(({ format }, index) => ({ format, name: names[index] ?? "", bytes: null })),
      };
    },
    "export.texts": async (asked) => {
      const texts = await pool.run("export", {
        ...(await requestOf(asked)),
        formats: ["txt", "fragment"],
        itemBookmarks: false,
      });
      const textOf = (format: string) =>
        new TextDecoder().decode(texts.find((each) => each.format === format)?.bytes);
      return { text: textOf("txt"), html: textOf("fragment") };
    },
    ...profileHandlers(profiles, deliver),
  };
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  docx: ".docx",
  pdf: ".pdf",
  xlsx: ".xlsx",
  txt: ".txt",
  html: ".html",
};

/** Task tables of all and of single units, each with an ending of its own. */
function sheetFiles(sheets: readonly TaskSheetFile[], stem: string): readonly WrittenFile[] {
  const used = new Set<string>();
  return sheets.map(({ unit, bytes }, index) => {
    const short = unit === null ? "" : `（${[...unit].slice(0, LONGEST_UNIT).join("")}）`;
    const clean = short === "" ? "" : (safeFileName(short, "") ?? "");
    const mark = used.has(clean) ? `${clean}${index}` : clean;
    used.add(mark);
    return { format: "xlsx", stem, ending: `${mark}${ENDINGS.xlsx}`, bytes };
  });
}

async function printedPdf({ printer }: OutputOptions): Promise<Uint8Array<ArrayBuffer>> {
  if (!printer) throw new HostError("unsupported", "the page prints itself here");
  return printer.toPdf();
}
