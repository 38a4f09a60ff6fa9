/** Asks for a file name where there is no system dialog to do it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useState } from "react";
import { PLAN_EXTENSION } from "../platform/platform.ts";
import { withExtension } from "../session/file-names.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface NameDialogProps {
  readonly proposed: string;
  /** Undefined when cancelled. */
  readonly onAnswer: (name: string | undefined) => void;
}

export function NameDialog({ proposed, onAnswer }: NameDialogProps): ReactNode {
  const [name, setName] = useState(proposed.slice(0, -PLAN_EXTENSION.length));
  const trimmed = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== "") onAnswer(withExtension(trimmed, PLAN_EXTENSION));
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onAnswer(undefined)}>
      <DialogSurface className="name-dialog">
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{strings.nameDialog.title}</DialogTitle>
            <DialogContent>
              <Field label={strings.nameDialog.label} hint={strings.nameDialog.hint}>
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={trimmed === ""}>
                {strings.nameDialog.save}
              </Button>
              <Button onClick={() => onAnswer(undefined)}>{strings.nameDialog.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
