/**
 * The active cell of the task grid: a field that is always ready to be typed into, also with an input method. What is
 * in it changes only when the drafter types; until then the arrow keys go to other cells.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Choice, matchingChoices, withChoice } from "./choices.ts";
import type { ValueColumn } from "./task-rows.ts";

export interface ValueCellProps {
  readonly column: ValueColumn;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Most characters that the plan takes. */
  readonly limit: number;
  readonly onCommit: (text: string) => void;
  /** Keys the field does not take itself; it is not being typed into then. */
  readonly onKey: (event: KeyboardEvent) => void;
  /** Enter and Tab go on after a value was taken. */
  readonly onNext: (direction: "down" | "right") => void;
}

export function ValueCell(props: ValueCellProps): ReactNode {
  const { column, label, value, choices, limit, onCommit, onKey, onNext } = props;
  const [draft, setDraft] = useState<string>();
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const composing = useRef(false);
  const shown = open ? matchingChoices(choices, column, draft ?? "") : [];

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  const latest = useRef(() => {});
  latest.current = () => {
    if (draft !== undefined && draft !== value) onCommit(draft);
  };
  // A cell that goes away, by a click elsewhere or by scrolling, keeps what was typed.
  useEffect(() => () => latest.current(), []);

  const take = (text: string) => {
    // The cell may go before it is drawn again: what was typed is settled now.
    latest.current = () => {};
    setOpen(false);
    setMarked(-1);
    setDraft(undefined);
    if (text !== value) onCommit(text);
  };
  const cancel = () => {
    latest.current = () => {};
    setDraft(undefined);
    setOpen(false);
    setMarked(-1);
    requestAnimationFrame(() => field.current?.select());
  };
  /** The choice that Enter takes: the marked one, or the only one that what was typed finds. */
  const chosen = (): string => {
    const typed = draft ?? value;
    const only = shown.length === 1 && draft !== undefined && draft !== "" ? shown[0] : undefined;
    const choice = shown[marked] ?? only;
    return choice ? withChoice(column, typed, choice.value) : typed;
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing.current || event.nativeEvent.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const editing = draft !== undefined || open;
    if (plain && open && (event.key === "ArrowDown" || event.key === "ArrowUp") && shown.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked((marked + step + shown.length) % shown.length);
      return;
    }
    if (plain && event.key === "Enter" && editing) {
      event.preventDefault();
      take(chosen());
      onNext("down");
      return;
    }
    if (plain && (event.key === "Enter" || event.key === "F2")) {
      event.preventDefault();
      setOpen(true);
      field.current?.setSelectionRange(value.length, value.length);
      return;
    }
    if (event.key === "Tab" && editing && !event.shiftKey) {
      event.preventDefault();
      take(chosen());
      onNext("right");
      return;
    }
    if (event.key === "Escape" && editing) {
      event.preventDefault();
      event.stopPropagation();
      cancel();
      return;
    }
    if (!editing || event.key === "ArrowDown" || event.key === "ArrowUp") onKey(event);
  };

  return (
    <>
      <input
        ref={field}
        className="task-field"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
        maxLength={limit}
        value={draft ?? value}
        onChange={({ target }) => {
          setDraft(target.value);
          setOpen(true);
          setMarked(-1);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onDoubleClick={() => setOpen(true)}
        onKeyDown={press}
      />
      <div className="task-choices" id={list} role="listbox" aria-label={label} hidden={shown.length === 0}>
        {shown.map((choice, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for its list
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
          <div
            key={choice.value}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === marked}
            // The field must not lose the focus before the choice is taken.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(withChoice(column, draft ?? "", choice.value))}
          >
            {choice.value}
          </div>
        ))}
      </div>
    </>
  );
}
