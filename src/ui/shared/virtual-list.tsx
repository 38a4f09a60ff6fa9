/**
 * A long list of which only the rows in view are in the page. One tab stop: the arrow keys move the selected row, and
 * screen readers are told of it by `aria-activedescendant`.
 */
import "./virtual-list.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from "react";

export interface VirtualListHandle {
  /** Scrolls so that the row is at the top, without moving the selection. */
  readonly alignTop: (index: number) => void;
  readonly focus: () => void;
}

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly selected: number;
  /** Height of a row of one line, in CSS pixels. */
  readonly rowHeight: number;
  readonly rowClass: (index: number) => string;
  readonly row: (index: number) => ReactNode;
  readonly onSelect: (index: number) => void;
  /** Keys the list does not take itself. */
  readonly onKey?: (event: KeyboardEvent) => void;
  /** Pointer on a row: before the row is selected. */
  readonly onRowPointer?: (index: number, event: MouseEvent) => void;
  /** The first visible row, when the drafter scrolls. */
  readonly onScrolledTo?: (index: number) => void;
  readonly handle?: Ref<VirtualListHandle>;
}

/** Rows kept beside those in view, so that fast scrolling shows no gaps. */
const OVERSCAN = 12;
/** Rows that PageUp and PageDown go. */
const PAGE_ROWS = 15;

export function VirtualList(props: VirtualListProps): ReactNode {
  const { label, count, selected, rowHeight, rowClass, row, onSelect, onKey, onRowPointer, onScrolledTo } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // While another list leads, its scrolling moves this one, which must not answer.
  const led = useRef(false);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  useImperativeHandle(
    props.handle,
    () => ({
      alignTop: (index) => {
        led.current = true;
        virtual.scrollToIndex(index, { align: "start" });
      },
      focus: () => scroller.current?.focus(),
    }),
    [virtual],
  );
  useEffect(() => {
    if (selected < 0 || selected >= count) return;
    // A neighbour comes into view as it is; where the drafter jumps to stands in the middle.
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
    const isNear = selected >= startIndex - 1 && selected <= endIndex + 1;
    virtual.scrollToIndex(selected, { align: isNear ? "auto" : "center" });
  }, [virtual, selected, count]);

  const move = (event: KeyboardEvent) => {
    const to = targetOf(event.key, selected, count);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return onKey?.(event);
    event.preventDefault();
    led.current = false;
    onSelect(to);
  };
  const rows = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="virtual-list focusable"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={rows.some(({ index }) => index === selected) ? `${id}-${selected}` : undefined}
      onKeyDown={move}
      onPointerEnter={() => {
        led.current = false;
      }}
      onWheel={() => {
        led.current = false;
      }}
      onScroll={() => {
        if (led.current) return;
        const top = scroller.current?.scrollTop ?? 0;
        const first = virtual.getVirtualItemForOffset(top);
        if (first) onScrolledTo?.(first.index);
      }}
    >
      <div className="virtual-list-all" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, key, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its rows
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === selected}
            aria-posinset={index + 1}
            aria-setsize={count}
            className={`virtual-row ${rowClass(index)}`}
            style={{ transform: `translateY(${start}px)` }}
            onClick={(event) => {
              onRowPointer?.(index, event);
              onSelect(index);
            }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Row that a key moves to, undefined for any other key. */
function targetOf(key: string, selected: number, count: number): number | undefined {
  const bounded = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case "ArrowDown":
      return bounded(selected + 1);
    case "ArrowUp":
      return bounded(selected - 1);
    case "PageDown":
      return bounded(selected + PAGE_ROWS);
    case "PageUp":
      return bounded(selected - PAGE_ROWS);
    case "Home":
      return 0;
    case "End":
      return bounded(count - 1);
    default:
      return undefined;
  }
}
