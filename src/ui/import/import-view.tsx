/** Source and structure side by side: the drafter sees what became of every line, and decides otherwise. */
import { Tab, TabList } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { LineRole } from "../../core/reading/decisions.ts";
import type { VirtualListHandle } from "../shared/virtual-list.tsx";
import { accept, acceptPlace, takeBack, takeBackPlace, withHeadingEnd, withRole } from "./decide.ts";
import { DoubtBar } from "./doubt-bar.tsx";
import { type Answer, answered, type Doubt, doubtsOf } from "./doubts.ts";
import { endAt, movedEnd } from "./heading-end.ts";
import { importStrings as strings } from "./import.strings.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { ReadingFacts } from "./reading-facts.tsx";
import { repairCount } from "./repair-groups.ts";
import { RepairsPane } from "./repairs-pane.tsx";
import { RoleBar } from "./role-bar.tsx";
import { roleOfKey } from "./role-keys.ts";
import { SourcePane } from "./source-pane.tsx";
import { type SourceRow, sourceRows } from "./source-rows.ts";
import { StructurePane } from "./structure-pane.tsx";
import { type StructureRow, structureRows } from "./structure-rows.ts";
import { useDocument } from "./use-document.ts";
import "./import.css";

export interface ImportViewProps {
  readonly document: ImportedDocument;
  readonly onChange: (document: ImportedDocument) => void;
}

type RightTab = "structure" | "repairs";

export function ImportView({ document, onChange }: ImportViewProps): ReactNode {
  const { source, current, decisions, file } = document;
  const actions = useDocument(document, onChange);
  const rows = useMemo(() => sourceRows(source, current, decisions), [source, current, decisions]);
  const parts = useMemo(() => structureRows(current), [current]);
  const doubts = useMemo(() => doubtsOf(document), [document]);
  const doubtful = useMemo(() => new Set(doubts.flatMap(({ notice }) => notice.line ?? [])), [doubts]);
  const [selected, setSelected] = useState(() => firstRow(rows, doubts));
  const [shown, setShown] = useState(0);
  const [tab, setTab] = useState<RightTab>("structure");
  const left = useRef<VirtualListHandle>(null);
  const right = useRef<VirtualListHandle>(null);
  const row = rows[selected];
  const part = partAt(parts, row);
  const shownDoubt = Math.min(shown, Math.max(0, doubts.length - 1));
  const doubt = doubts[shownDoubt];

  useEffect(() => left.current?.focus(), []);

  const showDoubt = (index: number, all: readonly Doubt[] = doubts) => {
    const next = all.length === 0 ? 0 : index % all.length;
    setShown(next);
    const line = all[next]?.notice.line;
    const found = rows.findIndex((each) => each.line === line);
    if (found >= 0) setSelected(found);
  };
  const setRole = (role: LineRole) => row && actions.decide((before) => withRole(before, [row.line], role));
  const endHeading = (line: number, end: number) =>
    actions.decide((before) => withHeadingEnd(before, line, end));
  const answer = (to: Doubt, given: Answer) => {
    actions.decide((before) => answered(before, to, given));
    // The answered doubt goes, so the next one stands at its index.
    const rest = doubts.filter(({ key }) => key !== to.key);
    showDoubt(Math.min(shown, Math.max(0, rest.length - 1)), rest);
  };
  const stepDoubt = (by: number) => {
    if (doubts.length > 0) showDoubt((shown + by + doubts.length) % doubts.length);
  };

  const isInDoubt = row !== undefined && doubt?.notice.line === row.line;

  /** Keys of a list, about its selected line. */
  const listKey = (event: KeyboardEvent) => {
    const action = row && listAction(event, row, isInDoubt);
    if (!action) return;
    event.preventDefault();
    if ("role" in action) setRole(action.role);
    else if ("end" in action) endHeading(row.line, action.end);
    else if (doubt?.answers[0] !== undefined) answer(doubt, doubt.answers[0]);
  };
  /** Keys of the whole view. */
  const viewKey = (event: KeyboardEvent) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.key === "F8") stepDoubt(event.shiftKey ? -1 : 1);
    else if (event.key === "F6") otherPane(event, left.current, right.current);
    else if (control && event.code === "KeyZ" && !event.shiftKey) actions.undo();
    else if (control && (event.code === "KeyY" || event.code === "KeyZ")) actions.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of everything inside
    <div className="import-view" onKeyDown={viewKey} aria-busy={actions.busy}>
      <ReadingFacts document={document} parts={parts} />
      <DoubtBar
        doubts={doubts}
        shown={shownDoubt}
        plans={current.plans}
        onShow={showDoubt}
        onAnswer={answer}
      />
      <section className="import-pane">
        <h4 className="visually-hidden">{strings.source}</h4>
        <RoleBar
          row={row}
          canUndo={document.past.length > 0}
          canRedo={document.future.length > 0}
          onRole={setRole}
          onUndo={actions.undo}
          onRedo={actions.redo}
        />
        <SourcePane
          handle={left}
          name={file.name}
          rows={rows}
          selected={selected}
          doubtful={doubtful}
          onSelect={setSelected}
          onKey={listKey}
          onPutBack={(back) => actions.decide((before) => withRole(before, [back.line], "text"))}
          onEndAt={(clicked, offset) => endHeading(clicked.line, endAt(clicked, offset))}
          onScrolledTo={(index) => {
            const beside = partAt(parts, rows[index]);
            if (beside >= 0) right.current?.alignTop(beside);
          }}
        />
        <p className="import-hint quiet">
          {isInDoubt ? strings.doubtHint : row?.heading ? strings.headingHint : ""}
        </p>
      </section>
      <section className="import-pane">
        <h4 className="visually-hidden">{strings.structure}</h4>
        <TabList
          className="import-tabs"
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(value === "repairs" ? "repairs" : "structure")}
        >
          <Tab value="structure">{strings.structure}</Tab>
          <Tab value="repairs">{strings.repairs(repairCount(document))}</Tab>
        </TabList>
        {tab === "structure" ? (
          <StructurePane
            handle={right}
            rows={parts}
            selected={part}
            onSelect={(index) => {
              const beside = rowAt(rows, parts[index]);
              if (beside >= 0) setSelected(beside);
            }}
            onKey={listKey}
            onScrolledTo={(index) => {
              const beside = rowAt(rows, parts[index]);
              if (beside >= 0) left.current?.alignTop(beside);
            }}
          />
        ) : (
          <RepairsPane
            document={document}
            onTakeBack={(notices) => actions.decide((before) => takeBack(before, notices))}
            onAccept={(notices) => actions.decide((before) => accept(before, notices))}
            onTakeBackPlace={(key) => actions.decide((before) => takeBackPlace(before, key))}
            onAcceptPlace={(key) => actions.decide((before) => acceptPlace(before, key, document.takenBack))}
            onShowLine={(line) => setSelected(rows.findIndex((each) => each.line === line))}
          />
        )}
        <p className="import-hint amber" role="alert">
          {actions.failed ? strings.readAgainFailed : ""}
        </p>
      </section>
    </div>
  );
}

type ListAction = { readonly role: LineRole } | { readonly end: number } | { readonly accept: true };

/** What a key does to the line: gives it a role, moves the end of its heading, or takes what is proposed. */
function listAction(event: KeyboardEvent, row: SourceRow, isInDoubt: boolean): ListAction | undefined {
  if (event.nativeEvent.isComposing || event.altKey) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    const end = movedEnd(row, event.key === "ArrowRight" ? 1 : -1, control);
    return end === undefined ? undefined : { end };
  }
  if (control || event.shiftKey) return undefined;
  if (event.key === "Enter") return isInDoubt ? { accept: true } : undefined;
  const role = roleOfKey(event.code);
  return role && { role };
}

/** The first doubt, else the first line of the plan. */
function firstRow(rows: readonly SourceRow[], doubts: readonly Doubt[]): number {
  const line = doubts[0]?.notice.line;
  const doubt = rows.findIndex((row) => row.line === line);
  if (doubt >= 0) return doubt;
  return Math.max(
    0,
    rows.findIndex((row) => row.role === "title"),
  );
}

/** Index of the part that a line belongs to: the last that begins at or before it. */
function partAt(parts: readonly StructureRow[], row: SourceRow | undefined): number {
  if (!row) return -1;
  if (row.role === "title") return 0;
  const exact = parts.findIndex((part) => part.line === row.line);
  if (exact >= 0) return exact;
  return parts.findLastIndex((part) => part.line !== null && part.line <= row.line);
}

function rowAt(rows: readonly SourceRow[], part: StructureRow | undefined): number {
  if (!part) return -1;
  if (part.kind === "title") return rows.findIndex((row) => row.role === "title");
  return rows.findIndex((row) => row.line === part.line);
}

function otherPane(
  event: KeyboardEvent,
  left: VirtualListHandle | null,
  right: VirtualListHandle | null,
): void {
  const pane = event.target instanceof Element ? event.target.closest(".import-pane") : null;
  const isLeft = pane?.nextElementSibling?.classList.contains("import-pane") ?? false;
  (isLeft ? right : left)?.focus();
}
