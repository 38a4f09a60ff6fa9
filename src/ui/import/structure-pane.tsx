/** The structure under construction, numbered as it would be printed. */
import { type KeyboardEvent, memo, type ReactNode, type Ref } from "react";
import { VirtualList, type VirtualListHandle } from "../shared/virtual-list.tsx";
import { importStrings as strings } from "./import.strings.ts";
import type { StructureRow } from "./structure-rows.ts";

export interface StructurePaneProps {
  readonly rows: readonly StructureRow[];
  /** Index of the selected row; -1 for none. */
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onScrolledTo: (index: number) => void;
  readonly handle: Ref<VirtualListHandle>;
}

const ROW_HEIGHT = 30;

export function StructurePane(props: StructurePaneProps): ReactNode {
  const { rows, selected, onSelect, onKey, onScrolledTo, handle } = props;
  return (
    <VirtualList
      handle={handle}
      label={strings.structure}
      count={rows.length}
      selected={selected}
      rowHeight={ROW_HEIGHT}
      rowClass={(index) => rowClass(rows[index], index === selected)}
      row={(index) => {
        const row = rows[index];
        return row && <StructureLine row={row} />;
      }}
      onSelect={onSelect}
      onKey={onKey}
      onScrolledTo={onScrolledTo}
    />
  );
}

function rowClass(row: StructureRow | undefined, selected: boolean): string {
  if (!row) return "import-row";
  const classes = ["import-row", "import-part", `import-part-${row.kind}`, `import-level-${row.level}`];
  if (selected) classes.push("import-row-selected");
  if (!row.taken) classes.push("import-part-left");
  return classes.join(" ");
}

const StructureLine = memo(function StructureLine({ row }: { readonly row: StructureRow }): ReactNode {
  const empty = row.heading === "" && row.body === "";
  return (
    <span className="import-part-text">
      {row.ordinal !== "" && <span className="import-ordinal">{row.ordinal}</span>}
      {row.heading !== "" && <b>{row.heading}</b>}
      {row.body !== "" && (
        <span className="import-body">
          {row.heading !== "" && "。"}
          {row.body}
        </span>
      )}
      {empty && <span className="quiet">{row.kind === "title" ? strings.untitled : "\u00a0"}</span>}
    </span>
  );
});
