/** F1: every key on one sheet. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Modal } from "../shared/modal.tsx";
import { SHORTCUTS } from "./shortcuts.strings.ts";
import { windowStrings as strings } from "./window.strings.ts";

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Modal
      title={strings.shortcuts}
      className="shortcuts"
      isText
      onCancel={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {strings.close}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a low window scrolls the sheet, by keys too */}
      <div className="shortcuts-groups" tabIndex={0}>
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
      </div>
    </Modal>
  );
}
