/** Many documents at once: progress, stop, and what became of each. */
import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { PageFiles } from "../platform/page-files.ts";
import type { PendingSource } from "../platform/pending-source.ts";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { type BatchRow, batchCounts, createBatch } from "./batch.ts";
import { importStrings as strings } from "./import.strings.ts";
import "./import.css";

export interface BatchDialogProps {
  readonly files: PageFiles;
  readonly onClose: () => void;
  /** The drafter wants to look at one of them. */
  readonly onLook: (source: PendingSource) => void;
}

export function BatchDialog({ files, onClose, onLook }: BatchDialogProps): ReactNode {
  const { host } = useServices();
  const [store] = useState(() => createBatch(host, files.sources));
  const batch = useStore(store);
  useEffect(() => {
    void store.run();
    // Whoever leaves the window ends the import behind the document under way.
    return store.stop;
  }, [store]);
  const { rows, running, stopping } = batch;
  const { done, added, updated, failed } = batchCounts(batch);
  return (
    <Modal
      title={strings.many}
      className="import-batch"
      onCancel={running ? store.stop : onClose}
      actions={
        running ? (
          <Button disabled={stopping} onClick={store.stop}>
            {stopping ? strings.stopping : strings.stop}
          </Button>
        ) : (
          <Button appearance="primary" autoFocus onClick={onClose}>
            {strings.close}
          </Button>
        )
      }
    >
      <p role="status">
        {running
          ? `${strings.manyText(rows.length)}${strings.manyProgress(done, rows.length)}`
          : strings.summary(added, updated, failed)}
      </p>
      {files.more > 0 && <p className="amber">{strings.manyLeft(files.more)}</p>}
      {running && <ProgressBar value={done} max={rows.length} thickness="large" aria-label={strings.many} />}
      <ul className="import-outcomes" aria-label={strings.outcomes}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a batch never move
          <Outcome key={index} row={row} idle={!running} onLook={onLook} />
        ))}
      </ul>
    </Modal>
  );
}

interface OutcomeProps {
  readonly row: BatchRow;
  /** No import is running. */
  readonly idle: boolean;
  readonly onLook: (source: PendingSource) => void;
}

function Outcome({ row: { source, state }, idle, onLook }: OutcomeProps): ReactNode {
  const canLook = idle && (state.kind === "added" || state.kind === "updated");
  return (
    <li className={`import-outcome import-outcome-${state.kind}`}>
      <span className="import-outcome-name">{source.name}</span>
      <span className="import-outcome-text">{textOf(state)}</span>
      {canLook && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={strings.lookAt(source.name)}
          onClick={() => onLook(source)}
        >
          {strings.look}
        </Button>
      )}
    </li>
  );
}

function textOf(state: BatchRow["state"]): string {
  switch (state.kind) {
    case "waiting":
    case "reading":
    case "stopped":
      return strings.states[state.kind];
    case "failed":
      return state.text;
    case "added":
    case "updated":
      if (state.items === 0) return strings.nothingFound;
      return state.kind === "added" ? strings.added(state.items) : strings.updated(state.items);
  }
}
