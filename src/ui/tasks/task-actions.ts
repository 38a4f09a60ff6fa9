/** Files of the task view: what is exported, what comes back, and what is said about it. */
import type { Failure, ReplyOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import { chooseFile } from "../platform/browser.ts";
import type { Services } from "../services.ts";
import { fileNameOf, withExtension } from "../session/file-names.ts";
import type { PlanSession, TaskExport } from "../session/plan-session.ts";
import type { Returned } from "./task-dialogs.tsx";
import { taskStrings as strings } from "./tasks.strings.ts";

const SHEET_EXTENSION = ".xlsx";
/** Last year's plan, or a document with its units in brackets. */
const LAST_YEAR_EXTENSIONS = [".yaodian", ".docx", ".doc", ".wps", ".pdf", ".txt", ".html", ".htm"];

export interface TaskActions {
  readonly exportTasks: (options: TaskExport) => Promise<void>;
  /** Undefined where nothing was chosen, or it could not be read, which has been said then. */
  readonly readReturned: () => Promise<{ readonly name: string; readonly returned: Returned } | undefined>;
  readonly remember: () => Promise<Pick<ReplyOf<"tasks.remember">, "records"> | undefined>;
  readonly tell: (text: string) => void;
}

export function createTaskActions(
  { bars, platform }: Services,
  session: PlanSession,
  title: () => string,
): TaskActions {
  const tell = (text: string) =>
    bars.show({ topic: "tasks", intent: "success", text, actions: [], closable: true });
  const complain = (text: string) =>
    bars.show({ topic: "tasks", intent: "error", text, actions: [], closable: true });
  const refusal = (failure: Failure, name: string): string => {
    const { failures } = strings;
    if (failure.code === "damaged") return failures.damaged(name);
    if (failure.code === "newer") return failures.newer(name);
    return failure.code === "unsupported-format"
      ? failures.foreign(name)
      : failureText(failure, "read", name);
  };
  return {
    tell,
    exportTasks: async (options) => {
      const stem = fileNameOf(`${title().replaceAll("\n", "")}${strings.grid}`, strings.grid);
      const name = withExtension(stem, SHEET_EXTENSION);
      const target = await platform.chooseExportTarget(name);
      if (!target.ok) return complain(failureText(target.failure, "export", name));
      if (!target.value) return;
      const reply = await session.exportTasks(options, target.value);
      if (!reply.ok) return complain(failureText(reply.failure, "export", name));
      const { files } = reply.value;
      for (const file of files) if (file.bytes) platform.download(file.name, file.bytes);
      const first = files[0];
      const words = first?.bytes ? strings.exportedCopies : strings.exported;
      tell(words(files.length, first?.name ?? name));
    },
    readReturned: async () => {
      const file = await chooseFile([SHEET_EXTENSION]);
      if (!file) return undefined;
      const reply = await session.readReturned(file);
      if (reply.ok) return { name: file.name, returned: reply.value };
      complain(refusal(reply.failure, file.name));
      return undefined;
    },
    remember: async () => {
      const file = await chooseFile(LAST_YEAR_EXTENSIONS);
      if (!file) return undefined;
      const reply = await session.rememberTasks(file);
      if (!reply.ok) {
        complain(failureText(reply.failure, "read", file.name));
        return undefined;
      }
      tell(strings.remembered(reply.value.remembered));
      return reply.value.remembered > 0 ? reply.value : undefined;
    },
  };
}
