/** A long list of rows of one height, of which only those in sight are in the page. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";

export interface VirtualListProps {
  readonly count: number;
  /** Height of a row in CSS pixels. */
  readonly rowHeight: number;
  readonly active: number;
  readonly label: string;
  readonly row: (index: number) => ReactNode;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** Rows beyond the edge that are kept ready. */
const OVERSCAN = 6;
/** Taken before the height is known. */
const USUAL_HEIGHT = 600;

export function VirtualList(props: VirtualListProps): ReactNode {
  const { count, rowHeight, active, label, row, onActive, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const height = box.current?.clientHeight ?? USUAL_HEIGHT;
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const from = active * rowHeight;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = from + rowHeight - element.clientHeight;
  }, [active, rowHeight]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = targetOf(event.key, active, count, Math.max(1, Math.floor(height / rowHeight)));
    if (to !== undefined) onActive(to);
    else if (event.key === "Enter") onOpen(active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className="virtual-list focusable"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={count > 0 ? `library-row-${active}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
    >
      <div className="virtual-list-all" style={{ height: count * rowHeight }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset).map((index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
          <div
            key={index}
            id={`library-row-${index}`}
            role="option"
            aria-selected={index === active}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={index === active ? "virtual-row virtual-row-active" : "virtual-row"}
            style={{ top: index * rowHeight, height: rowHeight }}
            onClick={() => onActive(index)}
            onDoubleClick={() => onOpen(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function targetOf(key: string, active: number, count: number, page: number): number | undefined {
  const bounded = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case "ArrowDown":
      return bounded(active + 1);
    case "ArrowUp":
      return bounded(active - 1);
    case "PageDown":
      return bounded(active + page);
    case "PageUp":
      return bounded(active - page);
    case "Home":
      return 0;
    case "End":
      return bounded(count - 1);
    default:
      return undefined;
  }
}
