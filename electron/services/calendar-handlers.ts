/** The rows of the contract about the office's calendar tables (时序表), which are a file of their own in the data folder. */
import { join } from "node:path";
import { CALENDAR, type Calendar } from "../../src/core/rollover/calendar.ts";
import {
  EMPTY_OFFICE_CALENDAR,
  officeCalendarSchema,
  withOfficeRows,
} from "../../src/core/rollover/office-calendar.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readJsonFile, writeJsonFile } from "./files/json-file.ts";

type CalendarMethod = Extract<keyof Handlers, `calendar.${string}`>;

/** Handlers of every `calendar.` method, and the tables with the office's rows for whoever rolls a plan over. */
export function openCalendar(
  files: FileSystem,
  dataFolder: string,
): { readonly handlers: Pick<Handlers, CalendarMethod>; readonly calendar: () => Promise<Calendar> } {
  const path = join(dataFolder, "calendar.json");
  const read = () => readJsonFile(files, path, officeCalendarSchema, EMPTY_OFFICE_CALENDAR);
  return {
    // A row that a later version of the tables contradicts is left out; the window says which and why.
    calendar: async () => withOfficeRows(CALENDAR, await read()).calendar,
    handlers: {
      "calendar.get": async () => ({ office: await read() }),
      "calendar.set": async ({ office }) => {
        const { problems } = withOfficeRows(CALENDAR, office);
        if (problems.length === 0) await writeJsonFile(files, path, office);
        return { problems };
      },
    },
  };
}
