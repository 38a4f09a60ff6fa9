/** What a cell offers while something is typed into it. */
import type { Office } from "../../core/office/office.ts";
import { USUAL_DEADLINES } from "../../core/tasks/deadlines.ts";
import type { TaskList } from "../../core/tasks/task-list.ts";
import { unitsOf } from "../../core/tasks/task-table.ts";
import { matchesName } from "../shared/initials.ts";
import type { ValueColumn } from "./task-rows.ts";
import { taskStrings as strings } from "./tasks.strings.ts";

export interface Choice {
  /** What is filled in. */
  readonly value: string;
  /** Words that it is also found by. */
  readonly aliases: readonly string[];
}

/** Choices offered at once. */
const MOST_SHOWN = 8;

/** Everything a column can offer: the office's own list first, then what the plan has already. */
export function choicesOf(column: ValueColumn, office: Office, list: TaskList): readonly Choice[] {
  const used = (values: readonly string[]) => values.map((value) => ({ value, aliases: [] }));
  switch (column) {
    case "lead":
    case "support":
      return distinct([
        ...office.units.map(({ name, shortName }) => ({ value: name, aliases: [shortName] })),
        ...used(unitsOf(list)),
      ]);
    case "leader":
      return distinct([
        ...office.leaders.map(({ name, post }) => ({ value: name, aliases: [post] })),
        ...used(office.units.map(({ leader }) => leader)),
        ...used(list.groups.map(({ assignment }) => assignment.leader)),
      ]);
    case "deadline":
      return used(USUAL_DEADLINES);
    case "state":
      return used(Object.values(strings.states));
    case "target":
      return [];
  }
}

/** The choices that what was typed finds. For supporting units the last name of the line is what is being typed. */
export function matchingChoices(
  choices: readonly Choice[],
  column: ValueColumn,
  typed: string,
): readonly Choice[] {
  const query = column === "support" ? lastName(typed) : typed;
  return choices
    .filter(({ value, aliases }) =>
      [value, ...aliases].some((name) => name !== "" && matchesName(name, query)),
    )
    .slice(0, MOST_SHOWN);
}

/** The line with a choice taken: in place of the last name for supporting units, else of everything. */
export function withChoice(column: ValueColumn, typed: string, value: string): string {
  if (column !== "support") return value;
  return typed.slice(0, typed.length - lastName(typed).length) + value;
}

function lastName(typed: string): string {
  return typed.slice(Math.max(typed.lastIndexOf("、"), typed.lastIndexOf("，"), typed.lastIndexOf(",")) + 1);
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  const known = new Set([""]);
  return choices.filter(({ value }) => {
    if (known.has(value)) return false;
    known.add(value);
    return true;
  });
}
