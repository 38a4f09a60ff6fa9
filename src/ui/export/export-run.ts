/** Writes the files of an export: asks for a place, prints the PDF, says what came of it. */
import type { DocumentForm } from "../../core/plan/model.ts";
import type { TaskOutput } from "../../core/tasks/task-output.ts";
import type { Failure, RequestOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import type { Services } from "../services.ts";
import { withExtension } from "../session/file-names.ts";
import type { DocumentWish, PlanSession } from "../session/plan-session.ts";
import { exportRunStrings as strings } from "./export-run.strings.ts";

export type ExportFormat = RequestOf<"export.files">["formats"][number];

export interface ExportChoice {
  readonly form: DocumentForm;
  /** Null: the one in use. */
  readonly profile: string | null;
  readonly formats: readonly ExportFormat[];
  /** File name without ending. */
  readonly name: string;
  readonly itemBookmarks: boolean;
  readonly tasks: TaskOutput;
  /** Whether every unit gets a table of its own. */
  readonly packs: boolean;
}

/** `existing`: a file of that name is there, the drafter must decide. */
export type ExportResult =
  | { readonly kind: "done" | "cancelled" | "failed" }
  | {
      readonly kind: "existing";
      readonly name: string;
      readonly again: (existing: "replace" | "number") => Promise<ExportResult>;
    };

export interface ExportRunOptions {
  readonly services: Services;
  readonly session: PlanSession;
  /** Puts the pages ready for print while `work` goes on; false where they could not be laid out. */
  readonly withPages: (wish: DocumentWish, work: () => Promise<unknown>) => Promise<boolean>;
}

type Target = RequestOf<"export.files">["target"];
type Run = (choice: ExportChoice) => Promise<ExportResult>;

/** A written file: by its own handle, or by its name in a folder. */
interface WrittenPlace {
  readonly handle: string;
  readonly name: string | null;
}

const DOCX_EXTENSION = ".docx";

export function createExportRun({ services, session, withPages }: ExportRunOptions): Run {
  const { bars, platform } = services;

  const complain = (failure: Failure, name: string, retry: () => void): ExportResult => {
    bars.show({
      topic: "export",
      intent: "error",
      text: failureText(failure, "export", name),
      actions: [{ label: strings.retry, run: retry }],
      closable: true,
    });
    return { kind: "failed" };
  };
  const show = async ({ handle, name }: WrittenPlace) => {
    const reply = await platform.showFile?.(handle, name);
    if (!reply || reply.ok) return;
    const text = failureText(reply.failure, "open");
    bars.show({ topic: "export", intent: "warning", text, actions: [], closable: true });
  };
  /** Where the files are, to be shown on a click; undefined in a browser, which keeps its downloads to itself. */
  const succeed = (text: string, place?: WrittenPlace): ExportResult => {
    const actions =
      place && platform.showFile ? [{ label: strings.showFile, run: () => void show(place) }] : [];
    bars.show({ topic: "export", intent: "success", text, actions, closable: true });
    return { kind: "done" };
  };

  /** One Word file, under the name that the drafter gives it in the system's dialog. */
  const exportOne = async (choice: ExportChoice): Promise<ExportResult> => {
    const name = withExtension(choice.name, DOCX_EXTENSION);
    const retry = () => void run(choice);
    const target = await platform.chooseExportTarget(name);
    if (!target.ok) return complain(target.failure, name, retry);
    if (!target.value) return { kind: "cancelled" };
    const { form, profile, tasks, itemBookmarks } = choice;
    const reply = await session.exportDocx({ form, profile, tasks, itemBookmarks }, target.value);
    if (!reply.ok) return complain(reply.failure, name, retry);
    const place = target.value.kind === "file" ? { handle: target.value.handle, name: null } : undefined;
    return succeed(strings.exported(reply.value.name), place);
  };

  const write = async (choice: ExportChoice, target: Target, folder: string): Promise<ExportResult> => {
    const retry = () => void run(choice);
    let reply: Awaited<ReturnType<PlanSession["exportFiles"]>> | undefined;
    const work = async () => {
      reply = await session.exportFiles({ ...choice, target });
    };
    if (choice.formats.includes("pdf")) await withPages(documentOf(choice), work);
    else await work();
    if (!reply) {
      return complain({ code: "internal", detail: "no pages", name: null }, choice.name, retry);
    }
    if (!reply.ok) {
      const { failure } = reply;
      if (failure.code !== "conflict" || target.kind !== "folder")
        return complain(failure, choice.name, retry);
      return {
        kind: "existing",
        name: failure.name ?? choice.name,
        again: (existing) => write(choice, { ...target, existing }, folder),
      };
    }
    const { files } = reply.value;
    for (const file of files) if (file.bytes) platform.download(file.name, file.bytes);
    if (target.kind === "bytes") return succeed(strings.downloaded(files.map(({ name }) => name).join("、")));
    const name = files[0]?.name ?? null;
    return succeed(strings.exportedTo(files.length, folder), { handle: target.handle, name });
  };

  /** A browser prints its pages itself, and downloads the others. */
  const exportInBrowser = async (choice: ExportChoice): Promise<ExportResult> => {
    const others = choice.formats.filter((format) => format !== "pdf");
    const written: ExportResult =
      others.length === 0
        ? { kind: "done" }
        : await write({ ...choice, formats: others }, { kind: "bytes" }, "");
    if (written.kind !== "done" || others.length === choice.formats.length) return written;
    const printed = await withPages(documentOf(choice), async () => window.print());
    return printed
      ? written
      : complain({ code: "internal", detail: "no pages", name: null }, choice.name, () => void run(choice));
  };

  const run: Run = async (choice) => {
    if (platform.kind === "browser") return exportInBrowser(choice);
    if (choice.formats.length === 1 && choice.formats[0] === "docx") return exportOne(choice);
    const chosen = await platform.chooseExportFolder();
    if (!chosen.ok) return complain(chosen.failure, choice.name, () => void run(choice));
    if (!chosen.value) return { kind: "cancelled" };
    const { handle, name } = chosen.value;
    return write(choice, { kind: "folder", handle, existing: "refuse" }, name);
  };
  return run;
}

/** What of the choice decides how the pages look. */
function documentOf({ form, profile, tasks }: ExportChoice): DocumentWish {
  return { form, profile, tasks };
}
