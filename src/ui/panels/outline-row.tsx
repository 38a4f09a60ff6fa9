/** A row of the outline, and the branch below it. */
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { type MouseEvent, memo, type ReactNode, useEffect, useRef } from "react";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import { outlineStrings as strings } from "./outline.strings.ts";

export interface BranchProps {
  readonly entry: OutlineEntry;
  readonly level: number;
  readonly folded: ReadonlySet<string>;
  /** Rows in this branch that are chosen; always the same empty set where none is. */
  readonly chosen: ReadonlySet<string>;
  /** Row in this branch that has the keyboard, or the caret of the text; undefined where it is in another one. */
  readonly active: string | undefined;
  readonly here: string | undefined;
  readonly onChoose: (id: string, event: MouseEvent) => void;
  readonly onFold: (id: string, close: boolean) => void;
}

/**
 * A row and what stands below it. A key in the text draws one branch again, and branches off the screen are not laid
 * out: with a thousand rows in one list every key was late.
 */
export const Branch = memo(function Branch(props: BranchProps): ReactNode {
  const { entry, level, folded, chosen, active, here, onChoose, onFold } = props;
  const closed = folded.has(entry.id);
  return (
    <div role="none" className={level === 1 ? "outline-branch" : undefined}>
      <Row
        entry={entry}
        level={level}
        folded={closed}
        chosen={chosen.has(entry.id)}
        active={active === entry.id}
        here={here === entry.id}
        onChoose={onChoose}
        onFold={onFold}
      />
      {!closed &&
        entry.children.map((child) => <Branch key={child.id} {...props} entry={child} level={level + 1} />)}
    </div>
  );
});

interface RowProps extends Pick<BranchProps, "entry" | "level" | "onChoose" | "onFold"> {
  readonly folded: boolean;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly here: boolean;
}

const Row = memo(function Row(props: RowProps): ReactNode {
  const { entry, level, folded, chosen, active, here, onChoose, onFold } = props;
  const element = useRef<HTMLDivElement>(null);
  const parent = entry.children.length > 0;
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const classes = [
    "outline-row",
    `outline-${entry.kind}`,
    active ? "outline-active" : "",
    chosen ? "outline-chosen" : "",
    here ? "outline-here" : "",
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      ref={element}
      id={rowId(entry.id)}
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={parent ? !folded : undefined}
      className={classes.join(" ")}
      data-level={level}
      data-part={entry.id}
      draggable
      onClick={(event) => onChoose(entry.id, event)}
    >
      {parent ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the tree do the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the tree do the same
        <span
          className="outline-fold"
          title={folded ? strings.expand : strings.collapse}
          onClick={(event) => {
            event.stopPropagation();
            onFold(entry.id, !folded);
          }}
        >
          {folded ? <ChevronRightRegular /> : <ChevronDownRegular />}
        </span>
      ) : (
        <span className="outline-fold" />
      )}
      <span className="outline-heading">
        <span className="outline-label">{entry.label}</span>
        {entry.heading || <span className="quiet">{strings.untitled}</span>}
      </span>
      {entry.openDated > 0 && (
        <span className="outline-dated" title={strings.openDated(entry.openDated)}>
          <span className="visually-hidden">{strings.openDated(entry.openDated)}</span>
        </span>
      )}
      {entry.kind !== "item" && <span className="outline-count">{entry.characters}</span>}
    </div>
  );
});

/** Id of the element of a row. */
export function rowId(id: string): string {
  return `outline-${id}`;
}
