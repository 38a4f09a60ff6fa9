/** What the exported document shows of the task breakdown; remembered for the next export. */
import { Checkbox, Field, Select } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { taskListOf } from "../../core/tasks/task-list.ts";
import { TABLE_PAGES } from "../../core/tasks/task-output.ts";
import { unitsOf } from "../../core/tasks/task-table.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { exportStrings as strings } from "./export.strings.ts";

export function TaskSwitches({ link }: { readonly link: EditorLink }): ReactNode {
  const { settings } = useServices();
  const tasks = useStore(settings, (values) => values.exportTasks);
  const [hasUnits] = useState(() => {
    const plan = link.plan();
    return plan !== undefined && unitsOf(taskListOf(plan)).length > 0;
  });
  return (
    <fieldset className="export-files">
      <legend>{strings.tasks}</legend>
      <Checkbox
        label={strings.tails}
        checked={tasks.tails}
        onChange={(_, { checked }) => settings.change({ exportTasks: { ...tasks, tails: checked === true } })}
      />
      {tasks.tails && !hasUnits && <p className="quiet export-under">{strings.noTasks}</p>}
      <Field label={strings.table}>
        <Select
          value={tasks.table}
          onChange={(_, { value }) => {
            const table = TABLE_PAGES.find((each) => each === value);
            if (table) settings.change({ exportTasks: { ...tasks, table } });
          }}
        >
          {TABLE_PAGES.map((each) => (
            <option key={each} value={each}>
              {strings.tables[each]}
            </option>
          ))}
        </Select>
      </Field>
    </fieldset>
  );
}
