/** 时序表: the calendar tables with the office's own rows; a row that cannot be right is refused with the reason. */
import { Button, Field, Input, Spinner, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { CALENDAR } from "../../core/rollover/calendar.ts";
import { calendarTables } from "../../core/rollover/calendar-rows.ts";
import {
  type CalendarKind,
  type CalendarProblem,
  EMPTY_OFFICE_CALENDAR,
  type OfficeCalendar,
  withOfficeRows,
} from "../../core/rollover/office-calendar.ts";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { PROBLEMS, calendarStrings as strings, TABLES } from "./calendar.strings.ts";
import { OwnRows } from "./own-rows.tsx";
import { ShippedRows } from "./shipped-rows.tsx";
import "./calendar.css";

export interface CalendarDialogProps {
  readonly onClose: () => void;
  /** The tables were changed. */
  readonly onSaved: (office: OfficeCalendar) => void;
}

export function CalendarDialog({ onClose, onSaved }: CalendarDialogProps): ReactNode {
  const { host } = useServices();
  const { answer } = useLoad("calendar.get", NOTHING);
  const [office, setOffice] = useState<OfficeCalendar>();
  const [kind, setKind] = useState<CalendarKind>("meeting");
  const [problems, setProblems] = useState<readonly CalendarProblem[]>([]);
  const [failed, setFailed] = useState(false);
  const [tried, setTried] = useState(false);
  const tables = useMemo(() => calendarTables(CALENDAR), []);
  const table = tables.find((each) => each.kind === kind);
  useEffect(() => {
    if (!answer) return;
    const known = answer.ok ? answer.value.office : EMPTY_OFFICE_CALENDAR;
    setOffice(known);
    // A later version of the tables may contradict a row that was right.
    setProblems(withOfficeRows(CALENDAR, known).problems);
  }, [answer]);
  const change = (values: Partial<OfficeCalendar>) => {
    setOffice((before) => before && { ...before, ...values });
    setProblems([]);
  };
  const save = async () => {
    if (!office) return;
    const given = { ...office, rows: office.rows.filter((row) => !isBlank(row)) };
    setOffice(given);
    const reply = await host.call("calendar.set", { office: given });
    setFailed(!reply.ok);
    setTried(true);
    if (!reply.ok) return;
    setProblems(reply.value.problems);
    const [first] = reply.value.problems;
    if (!first) return onSaved(given);
    // The first thing to mend is shown.
    setKind(first.row === null ? "meeting" : (given.rows[first.row]?.kind ?? "meeting"));
  };
  const untilProblem = problems.find(({ row }) => row === null);
  return (
    <Modal
      title={strings.title}
      className="calendar-dialog"
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button appearance="primary" disabled={!office || answer?.ok === false} onClick={() => void save()}>
            {strings.save}
          </Button>
        </>
      }
    >
      <p className="quiet">{strings.intro}</p>
      {answer?.ok === false && <p role="alert">{strings.notRead}</p>}
      {failed && <p role="alert">{strings.notSaved}</p>}
      {problems.length > 0 && (
        <p role="alert">{tried ? strings.problems(problems.length) : strings.unused(problems.length)}</p>
      )}
      <TabList
        size="small"
        aria-label={strings.tables}
        selectedValue={kind}
        onTabSelect={(_, { value }) => setKind(tables.find((each) => each.kind === value)?.kind ?? kind)}
      >
        {tables.map((each) => (
          <Tab key={each.kind} value={each.kind}>
            {TABLES[each.kind].name}
          </Tab>
        ))}
      </TabList>
      {office && table ? (
        <>
          <OwnRows kind={kind} rows={office.rows} problems={problems} onChange={(rows) => change({ rows })} />
          {kind === "meeting" && (
            <Field
              label={strings.meetingsUntil}
              hint={strings.meetingsUntilHint}
              {...(untilProblem
                ? { validationMessage: PROBLEMS[untilProblem.code], validationState: "error" as const }
                : {})}
            >
              <Input
                size="small"
                className="calendar-day"
                value={office.meetingsUntil}
                onChange={(_, { value }) => change({ meetingsUntil: value })}
              />
            </Field>
          )}
          <ShippedRows table={table} />
        </>
      ) : (
        <Spinner size="small" />
      )}
    </Modal>
  );
}

/** An added row in which nothing was typed is simply not kept. */
function isBlank({ name, from, to, next, source }: OfficeCalendar["rows"][number]): boolean {
  return `${name}${from}${to}${next}${source}`.trim() === "";
}
