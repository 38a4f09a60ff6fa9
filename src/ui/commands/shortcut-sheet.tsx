/** F1: every key on one sheet. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { COMMAND_GROUPS, COMMANDS } from "../../host/command-table.ts";
import { Modal } from "../shared/modal.tsx";
import { PLACE_KEYS, commandStrings as strings } from "./commands.strings.ts";
import { shownKey } from "./keys.ts";
import "./commands.css";

/** Groups with the keys of their commands, then the keys of writing and lists. */
const GROUPS = [
  ...COMMAND_GROUPS.map((group) => ({
    group: strings.groups[group],
    keys: COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(
      ({ keys, name }) => ({ keys: keys.map(shownKey).join(" 或 "), does: name.replace("…", "") }),
    ),
  })),
  ...PLACE_KEYS,
].filter(({ keys }) => keys.length > 0);

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Modal
      title={strings.sheet}
      className="shortcuts"
      aside={<span className="quiet">{strings.sheetHint}</span>}
      isText
      onCancel={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {strings.close}
        </Button>
      }
    >
      <div className="shortcuts-groups">
        {GROUPS.map(({ group, keys }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map((row) => (
                <div key={row.does}>
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
