/** Ctrl+K: every command in one list, found by a few letters and run by Enter. */
import type { ReactNode } from "react";
import type { CommandId } from "../../host/command-table.ts";
import { commandStrings as strings } from "./commands.strings.ts";
import { shownKeyOf } from "./keys.ts";
import { PickDialog } from "./pick-dialog.tsx";
import { searchCommands } from "./search-commands.ts";
import type { Commands } from "./use-commands.ts";

export interface CommandPaletteProps {
  /** Ids of the commands used last, the last one first. */
  readonly recent: readonly string[];
  readonly can: Commands["can"];
  readonly onChoose: (id: CommandId) => void;
  readonly onClose: () => void;
}

export function CommandPalette({ recent, can, onChoose, onClose }: CommandPaletteProps): ReactNode {
  return (
    <PickDialog
      name={strings.palette}
      placeholder={strings.placeholder}
      list={strings.list}
      hint={strings.hint}
      none={strings.none}
      rowsFor={(typed) =>
        searchCommands(typed, recent).map(({ id, name, group }) => ({
          id,
          group: strings.groups[group],
          name,
          aside: shownKeyOf(id) ?? "",
          disabled: !can(id),
        }))
      }
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
