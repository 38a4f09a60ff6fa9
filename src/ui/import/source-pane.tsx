/** The source as read: line numbers, what each line is, what was dropped in grey. */
import { type KeyboardEvent, memo, type ReactNode, type Ref } from "react";
import { VirtualList, type VirtualListHandle } from "../shared/virtual-list.tsx";
import { importStrings as strings } from "./import.strings.ts";
import type { SourceRow } from "./source-rows.ts";

export interface SourcePaneProps {
  readonly name: string;
  readonly rows: readonly SourceRow[];
  /** Index of the selected row. */
  readonly selected: number;
  /** Lines with an open doubt. */
  readonly doubtful: ReadonlySet<number>;
  readonly onSelect: (index: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPutBack: (row: SourceRow) => void;
  /** The heading of the selected row shall end before the character at this offset of its text. */
  readonly onEndAt: (row: SourceRow, offset: number) => void;
  readonly onScrolledTo: (index: number) => void;
  readonly handle: Ref<VirtualListHandle>;
}

const ROW_HEIGHT = 30;

export function SourcePane(props: SourcePaneProps): ReactNode {
  const { name, rows, selected, doubtful, onSelect, onKey, onPutBack, onEndAt, onScrolledTo, handle } = props;
  return (
    <VirtualList
      handle={handle}
      label={strings.sourceLines(name, rows.length)}
      count={rows.length}
      selected={selected}
      rowHeight={ROW_HEIGHT}
      rowClass={(index) => rowClass(rows[index], index === selected, doubtful)}
      row={(index) => {
        const row = rows[index];
        return row && <SourceLineRow row={row} />;
      }}
      onSelect={onSelect}
      onKey={onKey}
      onRowPointer={(index, event) => {
        const row = rows[index];
        if (!row) return;
        if (event.target instanceof Element && event.target.closest(`[${PUT_BACK}]`)) return onPutBack(row);
        const offset = index === selected && row.heading ? offsetAt(event.clientX, event.clientY) : undefined;
        if (offset !== undefined) onEndAt(row, offset);
      }}
      onScrolledTo={onScrolledTo}
    />
  );
}

function rowClass(row: SourceRow | undefined, selected: boolean, doubtful: ReadonlySet<number>): string {
  if (!row) return "import-row";
  const classes = ["import-row", "import-source", `import-role-${row.role}`];
  if (selected) classes.push("import-row-selected");
  if (doubtful.has(row.line)) classes.push("import-row-doubtful");
  return classes.join(" ");
}

/** Attribute of what puts a dropped line back; on the keyboard the key of any role does. */
const PUT_BACK = "data-put-back";

const SourceLineRow = memo(function SourceLineRow({ row }: { readonly row: SourceRow }): ReactNode {
  return (
    <>
      <span className="import-line-number">{row.line}</span>
      <span className="import-role">
        {strings.roles[row.role]}
        {row.decided && <span className="import-decided" title={strings.decided} />}
      </span>
      <span className="import-text">
        <RowText row={row} />
      </span>
      {row.role === "furniture" && (
        <span className="import-put-back" {...{ [PUT_BACK]: "" }} aria-hidden="true">
          {strings.putBack}
        </span>
      )}
    </>
  );
});

/** Attribute of the pieces of a line's text: where in the text they start. */
const START = "data-start";

function RowText({ row }: { readonly row: SourceRow }): ReactNode {
  const { text, heading } = row;
  if (!heading) return text.trimStart();
  const blanks = text.length - text.trimStart().length;
  return (
    <>
      <span {...{ [START]: blanks }}>{text.slice(blanks, heading.from)}</span>
      <b {...{ [START]: heading.from }}>{text.slice(heading.from, heading.to)}</b>
      <span className="import-heading-end" aria-hidden="true" />
      <span {...{ [START]: heading.to }}>{text.slice(heading.to)}</span>
    </>
  );
}

/** Offset in a row's text of the character at a point of the window; undefined beside the text. */
function offsetAt(x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  const piece = caret?.offsetNode.parentElement?.closest(`[${START}]`);
  return caret && piece ? Number(piece.getAttribute(START)) + caret.offset : undefined;
}
