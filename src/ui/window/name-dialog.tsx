/** Asks for a file name where there is no system dialog to do it. */
import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { PLAN_EXTENSION } from "../platform/platform.ts";
import { withExtension } from "../session/file-names.ts";
import { Modal } from "../shared/modal.tsx";
import { windowStrings as strings } from "./window.strings.ts";

export interface NameDialogProps {
  readonly proposed: string;
  /** Undefined when cancelled. */
  readonly onAnswer: (name: string | undefined) => void;
}

export function NameDialog({ proposed, onAnswer }: NameDialogProps): ReactNode {
  const [name, setName] = useState(proposed.slice(0, -PLAN_EXTENSION.length));
  const form = useId();
  const trimmed = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== "") onAnswer(withExtension(trimmed, PLAN_EXTENSION));
  };
  return (
    <Modal
      title={strings.nameDialog.title}
      onCancel={() => onAnswer(undefined)}
      actions={
        <>
          <Button appearance="primary" type="submit" form={form} disabled={trimmed === ""}>
            {strings.nameDialog.save}
          </Button>
          <Button onClick={() => onAnswer(undefined)}>{strings.nameDialog.cancel}</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={strings.nameDialog.label} hint={strings.nameDialog.hint}>
          <Input value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
      </form>
    </Modal>
  );
}
