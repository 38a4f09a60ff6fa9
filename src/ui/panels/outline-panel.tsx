/** The outline: one tree in which one row has the keyboard; Enter and a click go to the text. */
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import { atBlock, movePartDown, movePartUp } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { outlineStrings as strings } from "./outline.strings.ts";
import { type OutlineRow, outlineRows } from "./outline-rows.ts";
import "./outline.css";

export interface OutlinePanelProps {
  readonly link: EditorLink;
  readonly treeRef: RefObject<HTMLDivElement | null>;
}

export function OutlinePanel({ link, treeRef }: OutlinePanelProps): ReactNode {
  const entries = useStore(link, (facts) => facts.outline);
  const here = useStore(link, ({ caret }) => caret?.itemId ?? caret?.sectionId ?? undefined);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const rows = outlineRows(entries, folded);
  const rowHere = rows.find((row) => row.entry.id === here);
  const active = rows.find((row) => row.entry.id === chosen) ?? rowHere ?? rows[0];

  const fold = useCallback((id: string, close: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      if (close) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);

  useEffect(() => setChosen(here), [here]);

  if (rows.length === 0) return <p className="panel-message quiet">{strings.empty}</p>;

  const go = link.goTo;
  const press = (event: KeyboardEvent) => {
    if (!active) return;
    const moved = event.altKey && event.shiftKey ? moveOf(event.key) : undefined;
    if (moved) link.run(atBlock(active.entry.id, moved));
    else if (event.key === "Enter" || event.key === "F2") go(active.entry.id);
    else if (event.key === "Escape") link.focus();
    else {
      const target = targetOf(event.key, rows, active, folded);
      if (target === undefined) return;
      if (target.fold !== undefined) fold(active.entry.id, target.fold);
      if (target.id !== undefined) setChosen(target.id);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={treeRef}
      role="tree"
      tabIndex={0}
      aria-label={strings.tree}
      aria-activedescendant={active ? `outline-${active.entry.id}` : undefined}
      className="outline"
      onKeyDown={press}
    >
      {entries.map((entry) => (
        <Branch
          key={entry.id}
          entry={entry}
          level={1}
          folded={folded}
          active={active?.branch === entry.id ? active.entry.id : undefined}
          here={rowHere?.branch === entry.id ? here : undefined}
          onGo={go}
          onFold={fold}
        />
      ))}
    </div>
  );
}

function moveOf(key: string) {
  if (key === "ArrowUp") return movePartUp;
  if (key === "ArrowDown") return movePartDown;
  return undefined;
}

/** Where a key of the tree pattern leads: another row, or this one opened or folded. */
function targetOf(
  key: string,
  rows: readonly OutlineRow[],
  active: OutlineRow,
  folded: ReadonlySet<string>,
): { readonly id?: string | undefined; readonly fold?: boolean } | undefined {
  const index = rows.indexOf(active);
  const { entry } = active;
  switch (key) {
    case "ArrowDown":
      return { id: rows[index + 1]?.entry.id };
    case "ArrowUp":
      return { id: rows[index - 1]?.entry.id };
    case "Home":
      return { id: rows[0]?.entry.id };
    case "End":
      return { id: rows.at(-1)?.entry.id };
    case "ArrowRight":
      if (entry.children.length === 0) return undefined;
      return folded.has(entry.id) ? { fold: false } : { id: entry.children[0]?.id };
    case "ArrowLeft":
      if (entry.children.length > 0 && !folded.has(entry.id)) return { fold: true };
      return { id: active.parent };
    default:
      return undefined;
  }
}

interface BranchProps {
  readonly entry: OutlineEntry;
  readonly level: number;
  readonly folded: ReadonlySet<string>;
  /** Row in this branch that has the keyboard, or the caret of the text; undefined where it is in another one. */
  readonly active: string | undefined;
  readonly here: string | undefined;
  readonly onGo: (id: string) => void;
  readonly onFold: (id: string, close: boolean) => void;
}

/**
 * A row and what stands below it. A key in the text draws one branch again, and branches off the screen are not laid
 * out: with a thousand rows in one list every key was late.
 */
const Branch = memo(function Branch(props: BranchProps): ReactNode {
  const { entry, level, folded, active, here, onGo, onFold } = props;
  const closed = folded.has(entry.id);
  return (
    <div role="none" className={level === 1 ? "outline-branch" : undefined}>
      <Row
        entry={entry}
        level={level}
        folded={closed}
        active={active === entry.id}
        here={here === entry.id}
        onGo={onGo}
        onFold={onFold}
      />
      {!closed &&
        entry.children.map((child) => <Branch key={child.id} {...props} entry={child} level={level + 1} />)}
    </div>
  );
});

interface RowProps {
  readonly entry: OutlineEntry;
  readonly level: number;
  readonly folded: boolean;
  readonly active: boolean;
  readonly here: boolean;
  readonly onGo: (id: string) => void;
  readonly onFold: (id: string, close: boolean) => void;
}

const Row = memo(function Row({ entry, level, folded, active, here, onGo, onFold }: RowProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const parent = entry.children.length > 0;
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const classes = [
    "outline-row",
    `outline-${entry.kind}`,
    active ? "outline-active" : "",
    here ? "outline-here" : "",
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
    <div
      ref={element}
      id={`outline-${entry.id}`}
      role="treeitem"
      aria-level={level}
      aria-selected={here}
      aria-expanded={parent ? !folded : undefined}
      className={classes.join(" ")}
      data-level={level}
      onClick={() => onGo(entry.id)}
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
