/** The rows that come with the application, up to which day they are complete, and what of them is in doubt. */
import type { ReactNode } from "react";
import type { ShownTable } from "../../core/rollover/calendar-rows.ts";
import { calendarStrings as strings, TABLES } from "./calendar.strings.ts";

export function ShippedRows({ table }: { readonly table: ShownTable }): ReactNode {
  const { kind, rows, completeUntil, source } = table;
  const { columns } = TABLES[kind];
  return (
    <section className="calendar-shipped">
      <h3>
        {strings.shipped(rows.length)}
        <span className="quiet">{strings.completeUntil(completeUntil)}</span>
      </h3>
      <p className="calendar-source quiet">{strings.shippedSource(source)}</p>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={`${row.name} ${row.from}`}>
              {columns.map(({ key }) => (
                <td key={key}>
                  {row[key]}
                  {key === "next" && row.doubtful && (
                    <span className="calendar-doubt" title={strings.doubtfulHint}>
                      {strings.doubtful}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
