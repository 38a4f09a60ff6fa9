/** Answers the calls that come through a port with a library store, one after the other. */
import type { MessagePort } from "node:worker_threads";
import { HostError } from "../../../src/host/host-error.ts";
import { LibraryUnavailable } from "./library-file.ts";
import type { LibraryStore } from "./library-store.ts";
import type { CallMessage, ProgressMessage, ReplyMessage } from "./messages.ts";

/** Rest after the last call before the file is checked and copied: never while somebody is typing. */
const IDLE_MILLISECONDS = 10_000;

/** Serves until `close` is called. Calls that come before the store is open wait for it. */
export function serveLibrary(port: MessagePort, opening: Promise<LibraryStore>): void {
  const maintenance = whenIdle(async () => (await opening).maintain());
  let last: Promise<void> = Promise.resolve();
  port.on("message", (message: CallMessage) => {
    last = last.then(async () => {
      maintenance.postpone();
      port.postMessage(await replyTo(await opening, message, (progress) => port.postMessage({ progress })));
      if (message.call !== "close") return;
      maintenance.cancel();
      port.close();
    });
  });
}

type Tell = (progress: ProgressMessage["progress"]) => void;

async function replyTo(store: LibraryStore, message: CallMessage, tell: Tell): Promise<ReplyMessage> {
  try {
    return { id: message.id, ok: true, value: await answerTo(store, message, tell) };
  } catch (error) {
    return { id: message.id, ok: false, ...failureOf(error) };
  }
}

function answerTo(store: LibraryStore, message: CallMessage, tell: Tell): unknown {
  switch (message.call) {
    case "status":
      return store.status();
    case "suggest":
      return store.suggest(message.request);
    case "documents":
      return store.documents();
    case "reading":
      return store.reading(message.request);
    case "addDocument":
      return store.addDocument(message.request);
    case "search":
      return store.search(message.request);
    case "entry":
      return store.entry(message.request);
    case "mark":
      return store.mark(message.request.itemId, message.request.mark);
    case "remove":
      return store.remove(message.request);
    case "source":
      return store.source(message.request);
    case "replaceReading":
      return store.replaceReading(message.request.documentId, message.request.reading);
    case "correct":
      return store.correct(message.request.documentId, message.request.correction);
    case "correctItem":
      return store.correctItem(message.request.itemId, message.request.text);
    case "harvestAgain":
      return store.harvestAgain(message.request);
    case "buildAgain":
      return store.buildAgain(tell);
    case "topics":
      return store.topics();
    case "setTopics":
      return store.setTopics(message.request, tell);
    case "exportFile":
      return store.exportFile();
    case "merge":
      return store.merge(message.request);
    case "close":
      store.close();
      return null;
  }
}

/** Errors lose their class between threads, so the code is taken out here. */
function failureOf(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LibraryUnavailable)
    return { code: "library-unavailable", reason: error.reason, message, subject: null };
  const code = error instanceof Error && "code" in error ? String(error.code) : "internal";
  if (code === "internal") console.error(error);
  const subject = error instanceof HostError ? error.subject : null;
  return { code, reason: null, message, subject };
}

function whenIdle(work: () => Promise<void>) {
  let done = false;
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => clearTimeout(timer);
  const postpone = () => {
    cancel();
    if (done) return;
    timer = setTimeout(() => {
      done = true;
      void work();
    }, IDLE_MILLISECONDS).unref();
  };
  postpone();
  return { postpone, cancel };
}
