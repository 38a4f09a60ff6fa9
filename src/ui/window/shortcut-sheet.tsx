/** F1: every key on one sheet. */
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
import { SHORTCUTS } from "./shortcuts.strings.ts";
import { windowStrings as strings } from "./window.strings.ts";

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="shortcuts">
        <DialogBody>
          <DialogTitle>{strings.shortcuts}</DialogTitle>
          <DialogContent className="shortcuts-groups">
            {SHORTCUTS.map(({ group, keys }) => (
              <section key={group}>
                <h3>{group}</h3>
                <dl>
                  {keys.map((row) => (
                    <div key={row.keys}>
                      <dt>{row.keys}</dt>
                      <dd>{row.does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {strings.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
