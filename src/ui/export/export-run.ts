/** Writes the files of an export: asks for a place, prints the PDF, says what came of it. */
import type { DocumentForm } from "../../core/plan/model.ts";
import type { Failure, RequestOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import type { Services } from "../services.ts";
import { withExtension } from "../session/file-names.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { exportRunStrings as strings } from "./export-run.strings.ts";

export type ExportFormat = RequestOf<"export.files">["formats"][number];

export interface ExportChoice {
  readonly form: DocumentForm;
  readonly profile: string;
  readonly formats: readonly ExportFormat[];
  /** File name without ending. */
  readonly name: string;
  readonly itemBookmarks: boolean;
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
  readonly withPages: (form: DocumentForm, work: () => Promise<unknown>) => Promise<boolean>;
}

type Target = RequestOf<"export.files">["target"];
type Run = (choice: ExportChoice) => Promise<ExportResult>;

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
  const succeed = (text: string): ExportResult => {
    bars.show({ topic: "export", intent: "success", text, actions: [], closable: true });
    return { kind: "done" };
  };

  /** One Word file, under the name that the drafter gives it in the system's dialog. */
  const exportOne = async (choice: ExportChoice): Promise<ExportResult> => {
    const name = withExtension(choice.name, DOCX_EXTENSION);
    const retry = () => void run(choice);
    const target = await platform.chooseExportTarget(name);
    if (!target.ok) return complain(target.failure, name, retry);
    if (!target.value) return { kind: "cancelled" };
    const reply = await session.exportDocx(choice.form, choice.profile, target.value);
    return reply.ok ? succeed(strings.exported(reply.value.name)) : complain(reply.failure, name, retry);
  };

  const write = async (choice: ExportChoice, target: Target, folder: string): Promise<ExportResult> => {
    const retry = () => void run(choice);
    let reply: Awaited<ReturnType<PlanSession["exportFiles"]>> | undefined;
    const work = async () => {
      reply = await session.exportFiles({ ...choice, target });
    };
    if (choice.formats.includes("pdf")) await withPages(choice.form, work);
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
    return succeed(
      target.kind === "folder"
        ? strings.exportedTo(files.length, folder)
        : strings.downloaded(files.map((file) => file.name).join("、")),
    );
  };

  /** A browser prints its pages itself, and downloads the others. */
  const exportInBrowser = async (choice: ExportChoice): Promise<ExportResult> => {
    const others = choice.formats.filter((format) => format !== "pdf");
    const written: ExportResult =
      others.length === 0
        ? { kind: "done" }
        : await write({ ...choice, formats: others }, { kind: "bytes" }, "");
    if (written.kind !== "done" || others.length === choice.formats.length) return written;
    const printed = await withPages(choice.form, async () => window.print());
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
