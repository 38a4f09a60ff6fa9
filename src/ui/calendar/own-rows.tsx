/** The office's rows of one table, to add, change and delete. */
import { Button, Input } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { type ReactNode, useRef } from "react";
import {
  type CalendarKind,
  type CalendarProblem,
  type CalendarRow,
  MAX_CALENDAR_ROWS,
  MAX_CELL,
  MAX_SOURCE,
} from "../../core/rollover/office-calendar.ts";
import { PROBLEMS, calendarStrings as strings, TABLES } from "./calendar.strings.ts";

export interface OwnRowsProps {
  readonly kind: CalendarKind;
  /** Those of every table; only those of `kind` are shown. */
  readonly rows: readonly CalendarRow[];
  readonly problems: readonly CalendarProblem[];
  readonly onChange: (rows: readonly CalendarRow[]) => void;
}

export function OwnRows({ kind, rows, problems, onChange }: OwnRowsProps): ReactNode {
  const list = useRef<HTMLFieldSetElement>(null);
  const { columns } = TABLES[kind];
  const shown = [...rows.entries()].filter(([, row]) => row.kind === kind);
  const fields = [...columns, { key: "source" as const, label: strings.source, example: strings.sourceHint }];
  const add = () => {
    onChange([...rows, { kind, name: "", from: "", to: "", next: "", source: "" }]);
    // The keyboard goes on in the new row once it is there.
    requestAnimationFrame(() => {
      const inputs = list.current?.querySelectorAll("input") ?? [];
      inputs[inputs.length - fields.length]?.focus();
    });
  };
  return (
    <fieldset ref={list} className="calendar-rows">
      <legend>{strings.own}</legend>
      {shown.length === 0 && <p className="quiet">{strings.none}</p>}
      {shown.length > 0 && (
        <div className="calendar-row calendar-row-head quiet" aria-hidden="true">
          {fields.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      )}
      {shown.map(([at, row], place) => {
        const problem = problems.find((each) => each.row === at);
        const message = problem && `calendar-problem-${at}`;
        return (
          <div key={at} className="calendar-own">
            <div className="calendar-row">
              {fields.map(({ key, label, example }) => (
                <Input
                  key={key}
                  size="small"
                  aria-label={strings.cell(label, place + 1)}
                  aria-invalid={problem !== undefined}
                  {...(message ? { "aria-describedby": message } : {})}
                  placeholder={example}
                  maxLength={key === "source" ? MAX_SOURCE : MAX_CELL}
                  value={row[key]}
                  onChange={(_, { value }) =>
                    onChange(rows.map((each, index) => (index === at ? { ...each, [key]: value } : each)))
                  }
                />
              ))}
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={strings.remove(row.name)}
                onClick={() => onChange(rows.filter((_, index) => index !== at))}
              />
            </div>
            {problem && (
              <p id={message} className="calendar-problem">
                {PROBLEMS[problem.code]}
              </p>
            )}
          </div>
        );
      })}
      <Button size="small" icon={<AddRegular />} disabled={rows.length >= MAX_CALENDAR_ROWS} onClick={add}>
        {strings.add}
      </Button>
    </fieldset>
  );
}
