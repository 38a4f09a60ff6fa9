/** The first cell of a row: the heading of an item, or the text of a task with what can be done to it. */

import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { printedOrdinal } from "../../core/plan/numbering.ts";
import type { Row } from "./task-rows.ts";
import { taskStrings as strings } from "./tasks.strings.ts";

export interface TaskTools {
  readonly split: (row: Row) => void;
  readonly merge: (row: Row) => void;
  readonly note: (row: Row) => void;
  readonly setCounts: (row: Row, counts: boolean) => void;
  readonly goTo: (row: Row) => void;
}

export interface TextCellProps {
  readonly row: Row;
  readonly active: boolean;
  readonly tools: TaskTools;
  readonly onKey: (event: KeyboardEvent) => void;
}

export function TextCell({ row, active, tools, onKey }: TextCellProps): ReactNode {
  const cell = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (active) cell.current?.focus({ preventScroll: true });
  }, [active]);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    if (at < 0) {
      if (event.key !== "Enter") return onKey(event);
      event.preventDefault();
      buttons[0]?.focus();
      return;
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === "Escape") cell.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cell around it is the gridcell
    <div ref={cell} className="task-text" tabIndex={active ? 0 : -1} onKeyDown={press}>
      {row.kind === "item" ? (
        <span className="task-heading">
          {printedOrdinal(row.group.holder.kind, row.group.holder.ordinal)}
          {row.group.holder.heading}
        </span>
      ) : (
        <span>
          {!row.task.counts && <span className="task-other">{strings.notTask}</span>}
          {row.task.text}
        </span>
      )}
      {active && (
        <span className="task-tools" role="toolbar" aria-label={strings.tools}>
          {row.kind === "task" && <TaskButtons row={row} tools={tools} />}
          <Button size="small" appearance="subtle" onClick={() => tools.goTo(row)}>
            {strings.goTo}
          </Button>
        </span>
      )}
    </div>
  );
}

interface TaskButtonsProps {
  readonly row: Extract<Row, { kind: "task" }>;
  readonly tools: TaskTools;
}

function TaskButtons({ row, tools }: TaskButtonsProps): ReactNode {
  const { task, group } = row;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        disabled={task.span.cuts.length === 0}
        onClick={() => tools.split(row)}
      >
        {strings.split}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        disabled={group.tasks[0]?.key === task.key}
        onClick={() => tools.merge(row)}
      >
        {strings.merge}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => tools.note(row)}>
        {strings.note}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => tools.setCounts(row, !task.counts)}>
        {task.counts ? strings.notTask : strings.isTask}
      </Button>
    </>
  );
}
