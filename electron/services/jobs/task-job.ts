/** The worker side of single tasks: whatever takes long, or reads what strangers have written. */
import type { MessagePort } from "node:worker_threads";
import { matchPattern } from "../../../src/core/find/find-pattern.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { readDocument } from "../reading/read-document.ts";
import { readReturned, rememberFrom, taskSheets } from "../tasks/task-sheets.ts";
import { countPages, layOutDocument, writeDocument, writeMarkedCopy } from "./output-tasks.ts";
import type { TaskMessage, TaskReply, Tasks } from "./task-messages.ts";

/** Answers one task after the other; whoever sends waits for the reply before sending the next. */
export function runTaskJob(port: MessagePort): void {
  port.on("message", async (message: TaskMessage) => port.postMessage(await answer(message)));
}

async function answer(message: TaskMessage): Promise<TaskReply> {
  try {
    return { ok: true, value: await run(message) };
  } catch (error) {
    if (error instanceof HostError) {
      return { ok: false, code: error.code, detail: error.message, name: error.subject };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: "internal", detail, name: null };
  }
}

function run(message: TaskMessage): Promise<Tasks[TaskMessage["task"]]["reply"]> {
  switch (message.task) {
    case "read":
      return readDocument(message.request);
    case "export":
      return writeDocument(message.request);
    case "count":
      return countPages(message.request);
    case "layout":
      return layOutDocument(message.request);
    case "sheets":
      return taskSheets(message.request);
    case "returned":
      return readReturned(message.request);
    case "remember":
      return rememberFrom(message.request);
    case "marked":
      return writeMarkedCopy(message.request);
    case "note":
      return exportNote(message.request);
    case "match":
      return match(message.request);
    case "library-file":
      return readLibraryFile(message.request);
  }
}

async function exportNote({ note, format }: Tasks["note"]["request"]): Promise<Tasks["note"]["reply"]> {
  if (format === "xlsx") {
    const { writeNoteSheet } = await import("../../../src/formats/xlsx/write-note-sheet.ts");
    return writeNoteSheet(note);
  }
  const { composeNote } = await import("../../../src/formats/docx/compose-note.ts");
  const { writeDocx } = await import("../../../src/formats/docx/write-docx.ts");
  return new Uint8Array(await writeDocx(composeNote(note), { itemBookmarks: false }));
}

async function match({
  paragraphs,
  pattern,
  exact,
}: Tasks["match"]["request"]): Promise<Tasks["match"]["reply"]> {
  return matchPattern(paragraphs, pattern, exact);
}

async function readLibraryFile({
  name,
  bytes,
}: Tasks["library-file"]["request"]): Promise<Tasks["library-file"]["reply"]> {
  const { readExchange } = await import("../library/exchange-file.ts");
  return readExchange(bytes, name);
}
