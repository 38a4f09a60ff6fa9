/** Ctrl+K: every command in one list, found by a few letters and run by Enter. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { CommandId, PlanCommand } from "../../host/command-table.ts";
import { commandStrings as strings } from "./commands.strings.ts";
import { shownKey } from "./keys.ts";
import { searchCommands } from "./search-commands.ts";
import type { Commands } from "./use-commands.ts";
import "./commands.css";

export interface CommandPaletteProps {
  /** Ids of the commands used last, the last one first. */
  readonly recent: readonly string[];
  readonly can: Commands["can"];
  readonly onChoose: (id: CommandId) => void;
  readonly onClose: () => void;
}

export function CommandPalette({ recent, can, onChoose, onClose }: CommandPaletteProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = searchCommands(typed, recent);
  const active = found[Math.min(at, found.length - 1)];

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((at + found.length - 1) % Math.max(1, found.length));
    else if (event.key === "Enter") active && can(active.id) && onChoose(active.id);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={strings.palette}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={() => {
        // Keys are answered by the field; a click beside the list has Escape as its key.
      }}
    >
      <input
        className="palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={active ? `${list}-${active.id}` : undefined}
        aria-label={strings.palette}
        placeholder={strings.placeholder}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={strings.list} className="palette-list">
        {found.map((command) => (
          <Row
            key={command.id}
            id={`${list}-${command.id}`}
            command={command}
            active={command === active}
            disabled={!can(command.id)}
            onChoose={onChoose}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p className="palette-none quiet" role="status">
          {strings.none(typed)}
        </p>
      )}
      <p className="palette-hint quiet">{strings.hint}</p>
    </dialog>
  );
}

interface RowProps {
  readonly id: string;
  readonly command: PlanCommand;
  readonly active: boolean;
  readonly disabled: boolean;
  readonly onChoose: (id: CommandId) => void;
}

function Row({ id, command, active, disabled, onChoose }: RowProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const [key] = command.keys;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={disabled}
      className={active ? "palette-row palette-active" : "palette-row"}
      onClick={() => !disabled && onChoose(command.id)}
    >
      <span className="palette-group">{strings.groups[command.group]}</span>
      <span className="palette-name">{command.name}</span>
      {key !== undefined && <kbd className="palette-key">{shownKey(key)}</kbd>}
    </div>
  );
}
