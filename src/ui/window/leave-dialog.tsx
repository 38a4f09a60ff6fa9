/** Asks before a plan with unsaved edits is left, as Word and WPS do; nothing is lost by any answer. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Modal } from "../shared/modal.tsx";
import { windowStrings as strings } from "./window.strings.ts";

export interface LeaveDialogProps {
  readonly onSave: () => void;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

export function LeaveDialog({ onSave, onKeep, onCancel }: LeaveDialogProps): ReactNode {
  return (
    <Modal
      title={strings.leave.title}
      onCancel={onCancel}
      actions={
        <>
          <Button appearance="primary" onClick={onSave}>
            {strings.save}
          </Button>
          <Button onClick={onKeep}>{strings.leave.keep}</Button>
          <Button onClick={onCancel}>{strings.leave.cancel}</Button>
        </>
      }
    >
      <p>{strings.leave.text}</p>
    </Modal>
  );
}
