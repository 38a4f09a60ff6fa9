/** One field and the list of what answers to it; arrow keys choose, Enter takes. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import "./commands.css";

export interface PickRow<Id extends string> {
  readonly id: Id;
  /** In front of the name. */
  readonly group: string;
  readonly name: string;
  /** At the end of the row; empty: nothing. */
  readonly aside: string;
  readonly disabled: boolean;
}

export interface PickDialogProps<Id extends string> {
  readonly name: string;
  readonly placeholder: string;
  /** Name of the list. */
  readonly list: string;
  readonly hint: string;
  readonly none: (typed: string) => string;
  /** Rows for what was typed, the best first. */
  readonly rowsFor: (typed: string) => readonly PickRow<Id>[];
  readonly onChoose: (id: Id) => void;
  readonly onClose: () => void;
}

export function PickDialog<Id extends string>(props: PickDialogProps<Id>): ReactNode {
  const { name, placeholder, onChoose, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const rows = props.rowsFor(typed);
  const active = rows[Math.min(at, rows.length - 1)];

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt((at + 1) % Math.max(1, rows.length));
    else if (event.key === "ArrowUp") setAt((at + rows.length - 1) % Math.max(1, rows.length));
    else if (event.key === "Enter") active && !active.disabled && onChoose(active.id);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={name}
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
        aria-label={name}
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={props.list} className="palette-list">
        {rows.map((row) => (
          <Row
            key={row.id}
            id={`${list}-${row.id}`}
            row={row}
            active={row.id === active?.id}
            onChoose={() => onChoose(row.id)}
          />
        ))}
      </div>
      {rows.length === 0 && (
        <p className="palette-none quiet" role="status">
          {props.none(typed)}
        </p>
      )}
      <p className="palette-hint quiet">{props.hint}</p>
    </dialog>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: PickRow<string>;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function Row({ id, row, active, onChoose }: RowProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={row.disabled}
      className={active ? "palette-row palette-active" : "palette-row"}
      onClick={() => !row.disabled && onChoose()}
    >
      <span className="palette-group">{row.group}</span>
      <span className="palette-name">{row.name}</span>
      {row.aside !== "" && <span className="palette-key">{row.aside}</span>}
    </div>
  );
}
