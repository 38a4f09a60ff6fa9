/** The calendar tables with the office's rows, for whatever the window classifies by itself. */
import { useEffect, useMemo, useState } from "react";
import { CALENDAR, type Calendar } from "../../core/rollover/calendar.ts";
import { type ClassifyDated, createClassifier } from "../../core/rollover/classify.ts";
import { type OfficeCalendar, withOfficeRows } from "../../core/rollover/office-calendar.ts";
import { useServices } from "../services.ts";

export interface OfficeTables {
  readonly calendar: Calendar;
  readonly classify: ClassifyDated;
  /** The tables with other rows, from now on. */
  readonly change: (office: OfficeCalendar) => ClassifyDated;
}

export function useCalendar(): OfficeTables {
  const { host } = useServices();
  const [calendar, setCalendar] = useState(CALENDAR);
  useEffect(() => {
    // Without an answer the tables of the application do; the dialog says that the rows could not be read.
    void host.call("calendar.get", {}).then((reply) => {
      if (reply.ok) setCalendar(withOfficeRows(CALENDAR, reply.value.office).calendar);
    });
  }, [host]);
  return useMemo(
    () => ({
      calendar,
      classify: createClassifier(calendar),
      change: (office) => {
        const changed = withOfficeRows(CALENDAR, office).calendar;
        setCalendar(changed);
        return createClassifier(changed);
      },
    }),
    [calendar],
  );
}
