/** Asks before a plan with unsaved edits is left, as Word and WPS do; nothing is lost by any answer. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { windowStrings as strings } from "./window.strings.ts";

export interface LeaveDialogProps {
  readonly onSave: () => void;
  readonly onKeep: () => void;
  readonly onCancel: () => void;
}

export function LeaveDialog({ onSave, onKeep, onCancel }: LeaveDialogProps): ReactNode {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{strings.leave.title}</DialogTitle>
          <DialogContent>{strings.leave.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onSave}>
              {strings.save}
            </Button>
            <Button onClick={onKeep}>{strings.leave.keep}</Button>
            <Button onClick={onCancel}>{strings.leave.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
