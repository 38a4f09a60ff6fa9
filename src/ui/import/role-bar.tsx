/** What the selected line is, and the keys to make it something else. */
import { Button, Tooltip } from "@fluentui/react-components";
import { ArrowRedoRegular, ArrowUndoRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { LineRole } from "../../core/reading/decisions.ts";
import { importStrings as strings } from "./import.strings.ts";
import { ROLE_KEYS } from "./role-keys.ts";
import type { SourceRow } from "./source-rows.ts";

export interface RoleBarProps {
  readonly row: SourceRow | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onRole: (role: LineRole) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function RoleBar({ row, canUndo, canRedo, onRole, onUndo, onRedo }: RoleBarProps): ReactNode {
  const [stop, setStop] = useState(0);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    // From where the focus is: keys may come faster than the state is shown.
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const at = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : -1;
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div className="import-roles">
      <div className="import-role-keys" role="toolbar" aria-label={strings.roleOf} onKeyDown={move}>
        {ROLE_KEYS.map(({ role, key }, index) => (
          <Tooltip key={role} content={strings.roleHint(key)} relationship="description" positioning="below">
            <Button
              size="small"
              appearance={row?.role === role ? "primary" : "subtle"}
              aria-pressed={row?.role === role}
              disabledFocusable={row === undefined}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setStop(index)}
              onClick={() => onRole(role)}
            >
              {strings.roles[role]}
              <kbd className="import-key">{key === "Delete" ? "Del" : key}</kbd>
            </Button>
          </Tooltip>
        ))}
      </div>
      <span className="import-gap" />
      <Tooltip content={strings.undoKey} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={!canUndo}
          onClick={onUndo}
        />
      </Tooltip>
      <Tooltip content={strings.redoKey} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          disabledFocusable={!canRedo}
          onClick={onRedo}
        />
      </Tooltip>
    </div>
  );
}
