/** The import window on its own: one document is read, looked at, and goes where the drafter wants it. */
import { Button, Checkbox, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { failureText } from "../messages.ts";
import type { PendingSource } from "../platform/pending-source.ts";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { importStrings as strings } from "./import.strings.ts";
import { IMPORT_TARGETS, type ImportTarget, importInto } from "./import-targets.ts";
import { ImportView } from "./import-view.tsx";
import type { ImportedDocument } from "./imported-document.ts";
import { readFile } from "./read-file.ts";
import "./import.css";

export interface ImportDialogProps {
  readonly source: PendingSource;
  /** Where it can go; a draft is not offered while a plan is open. */
  readonly targets?: readonly ImportTarget[];
  readonly onClose: () => void;
  /** The drafter also wants a draft of it. */
  readonly onPlan?: (document: ImportedDocument) => void;
}

export function ImportDialog(props: ImportDialogProps): ReactNode {
  const { source, targets = IMPORT_TARGETS, onClose, onPlan } = props;
  const { host, bars } = useServices();
  const [document, setDocument] = useState<ImportedDocument>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState<string | undefined>(strings.reading(source.name));
  const [chosen, setChosen] = useState<ReadonlySet<ImportTarget>>(new Set(["library"]));
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const load = async () => {
      const loaded = await source.load();
      if (!loaded.ok) return setTrouble(failureText(loaded.failure, "read", source.name));
      const outcome = await readFile(host, loaded.value);
      if (outcome.ok) setDocument(outcome.document);
      else setTrouble(outcome.text);
    };
    void load().finally(() => setBusy(undefined));
  }, [host, source]);

  const finish = async () => {
    if (!document) return;
    setTrouble(undefined);
    setBusy(strings.importing);
    const outcome = await importInto(host, document, chosen);
    setBusy(undefined);
    if (!outcome.ok) return setTrouble(outcome.text);
    if (outcome.deeds.length > 0) {
      const title = document.current.plan.title.text.replaceAll("\n", "") || source.name;
      const text = strings.done(title, outcome.deeds);
      bars.show({ topic: "import", intent: "success", text, actions: [], closable: true });
    }
    if (chosen.has("plan")) onPlan?.(document);
    else onClose();
  };

  return (
    <Modal
      title={strings.title}
      className="import-dialog"
      onCancel={() => busy === undefined && onClose()}
      actions={
        <>
          {document && (
            <fieldset className="import-targets">
              <legend className="visually-hidden">{strings.targets}</legend>
              {targets.map((target) => (
                <Checkbox
                  key={target}
                  label={strings.targetsOf[target]}
                  checked={chosen.has(target)}
                  onChange={(_, { checked }) => setChosen(withTarget(chosen, target, checked === true))}
                />
              ))}
            </fieldset>
          )}
          <span className="import-gap" />
          <Button appearance="subtle" disabled={busy !== undefined} onClick={onClose}>
            {strings.cancel}
          </Button>
          {document && (
            <Button
              appearance="primary"
              disabled={busy !== undefined || chosen.size === 0}
              onClick={() => void finish()}
            >
              {strings.import}
            </Button>
          )}
        </>
      }
    >
      {trouble !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {busy !== undefined && <Spinner className="import-busy" size="small" label={busy} />}
      {document && <ImportView document={document} onChange={setDocument} />}
    </Modal>
  );
}

function withTarget(
  chosen: ReadonlySet<ImportTarget>,
  target: ImportTarget,
  wanted: boolean,
): ReadonlySet<ImportTarget> {
  const others = [...chosen].filter((each) => each !== target);
  return new Set(wanted ? [...others, target] : others);
}
