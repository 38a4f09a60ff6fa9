/** The documents of the library: add, correct, read again, remove; exchange the whole library; build it anew. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import type { MergeReport } from "../../core/suggest/library-exchange.ts";
import type { Envelope, ReplyOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { outcomeText, libraryStrings as strings } from "./library.strings.ts";

type Document = ReplyOf<"library.documents">["documents"][number];

/** How often a long work is asked how far it is, in milliseconds. */
const PROGRESS_INTERVAL = 250;
const EXPORT_NAME = "事项库.yaodianku";

export function DocumentsTab(): ReactNode {
  const { host, platform } = useServices();
  const { answer, reload } = useLoad("library.documents", NOTHING);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [correcting, setCorrecting] = useState<string>();
  const progress = useProgress(busy);

  /** Runs a call, says what came of it, and shows the documents as they are then. */
  const run = async <T,>(call: () => Promise<Envelope<T>>, say: (value: T) => readonly string[]) => {
    setBusy(true);
    setMessages([]);
    const reply = await call();
    setBusy(false);
    setMessages(reply.ok ? say(reply.value) : [failureText(reply.failure, "read")]);
    reload();
  };
  const chosen = async (
    choose: typeof platform.chooseSource,
    call: (file: { name: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<void>,
  ) => {
    const file = await choose();
    if (!file.ok) setMessages([failureText(file.failure, "read")]);
    else if (file.value) await call({ name: file.value.name, bytes: file.value.bytes });
  };
  const add = () =>
    chosen(platform.chooseSource, (file) =>
      run(
        () => host.call("library.add", file),
        ({ document, updated }) => [(updated ? strings.updated : strings.added)(document.title || file.name)],
      ),
    );
  const importFile = () =>
    chosen(platform.chooseLibraryFile, (file) => run(() => host.call("library.import", file), reportLines));
  const exportFile = async () => {
    const target = await platform.chooseExportTarget(EXPORT_NAME);
    if (!target.ok) return setMessages([failureText(target.failure, "export")]);
    const { value } = target;
    if (!value) return;
    await run(
      () => host.call("library.export", { target: value }),
      ({ name, bytes }) => {
        if (bytes) platform.download(name, bytes);
        return [strings.exported(name)];
      },
    );
  };
  const rebuild = () =>
    run(
      () => host.call("library.rebuild", {}),
      ({ documents, failed }) => [
        strings.rebuilt(documents),
        ...(failed.length > 0 ? [strings.rebuildFailed(failed)] : []),
      ],
    );
  const changed = ({ document, waitingMarks }: ReplyOf<"library.reread">) => [
    strings.reread_done(document.title, document.items),
    ...(waitingMarks > 0 ? [strings.waiting(waitingMarks)] : []),
  ];

  if (answer && !answer.ok) return <p>{failureText(answer.failure, "other")}</p>;
  const documents = answer?.ok ? answer.value.documents : [];
  return (
    <div className="library-documents">
      <div className="library-actions">
        <Button appearance="primary" disabled={busy} onClick={() => void add()}>
          {strings.add}
        </Button>
        <Button disabled={busy} onClick={() => void importFile()}>
          {strings.importFile}
        </Button>
        <Button disabled={busy} onClick={() => void exportFile()}>
          {strings.exportFile}
        </Button>
        <Button disabled={busy} onClick={() => void rebuild()}>
          {strings.rebuild}
        </Button>
      </div>
      <ul className="library-messages" aria-live="polite">
        {busy && <li>{progress ? strings.rebuilding(progress.done, progress.total) : strings.working}</li>}
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <table className="library-table">
        <thead>
          <tr>
            <th>{strings.columns.title}</th>
            <th>{strings.columns.issuer}</th>
            <th>{strings.columns.year}</th>
            <th>{strings.columns.items}</th>
            <th>{strings.columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow
              key={document.documentId}
              document={document}
              busy={busy}
              correcting={correcting === document.documentId}
              onCorrecting={(open) => setCorrecting(open ? document.documentId : undefined)}
              onCorrect={(correction) => {
                setCorrecting(undefined);
                const { documentId } = document;
                void run(() => host.call("library.correct", { documentId, correction }), changed);
              }}
              onReread={() =>
                void run(() => host.call("library.reread", { documentId: document.documentId }), changed)
              }
              onRemove={() =>
                void run(
                  () => host.call("library.remove", { documentId: document.documentId }),
                  () => [strings.removed(document.title)],
                )
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How far the work is that the host is at, asked while `busy`. */
function useProgress(busy: boolean): ReplyOf<"library.progress">["progress"] {
  const { host } = useServices();
  const [progress, setProgress] = useState<ReplyOf<"library.progress">["progress"]>(null);
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => {
      void host
        .call("library.progress", {})
        .then((reply) => setProgress(reply.ok ? reply.value.progress : null));
    }, PROGRESS_INTERVAL);
    return () => {
      clearInterval(timer);
      setProgress(null);
    };
  }, [busy, host]);
  return progress;
}

interface DocumentRowProps {
  readonly document: Document;
  readonly busy: boolean;
  readonly correcting: boolean;
  readonly onCorrecting: (open: boolean) => void;
  readonly onCorrect: Parameters<typeof CorrectionForm>[0]["onSave"];
  readonly onReread: () => void;
  readonly onRemove: () => void;
}

function DocumentRow(props: DocumentRowProps): ReactNode {
  const { document, busy, correcting } = props;
  const [sure, setSure] = useState(false);
  return (
    <>
      <tr>
        <td>{document.title}</td>
        <td>{document.issuer}</td>
        <td>{document.year}</td>
        <td>{document.items}</td>
        <td className="library-row-actions">
          <Button size="small" disabled={busy} onClick={() => props.onCorrecting(!correcting)}>
            {strings.correct}
          </Button>
          <Button
            size="small"
            disabled={busy || !document.kept}
            title={document.kept ? undefined : strings.rereadNone}
            onClick={props.onReread}
          >
            {strings.reread}
          </Button>
          <Button
            size="small"
            disabled={busy}
            title={strings.removeHint}
            // Asked on the button itself: a second dialog over the first would hide what is removed.
            onClick={() => (sure ? props.onRemove() : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {sure ? strings.removeSure : strings.remove}
          </Button>
        </td>
      </tr>
      {correcting && (
        <tr>
          <td colSpan={5}>
            <CorrectionForm
              document={document}
              onSave={props.onCorrect}
              onCancel={() => props.onCorrecting(false)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** The counts, then each document that was not simply taken or known. */
function reportLines({ outcomes }: MergeReport): readonly string[] {
  const count = (name: string) => outcomes.filter(({ outcome }) => outcome === name).length;
  const sum = (name: "marks" | "corrections") => outcomes.reduce((all, outcome) => all + outcome[name], 0);
  return [
    strings.report(count("added"), count("unchanged"), count("kept"), count("refused")),
    strings.reportNotes(sum("marks"), sum("corrections")),
    ...outcomes.filter(({ outcome }) => outcome === "kept" || outcome === "refused").map(outcomeText),
  ];
}
