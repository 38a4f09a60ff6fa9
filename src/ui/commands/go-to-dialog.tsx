/** Ctrl+G: to a section or item by its number or some of its words. */
import type { ReactNode } from "react";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import { entriesIn } from "../shared/outline-names.ts";
import { commandStrings as strings } from "./commands.strings.ts";
import { entriesFor } from "./find-entries.ts";
import { PickDialog } from "./pick-dialog.tsx";

export interface GoToDialogProps {
  readonly outline: readonly OutlineEntry[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export function GoToDialog({ outline, onChoose, onClose }: GoToDialogProps): ReactNode {
  const entries = entriesIn(outline);
  return (
    <PickDialog
      name={strings.goTo}
      placeholder={strings.goToPlaceholder}
      list={strings.goToList}
      hint={strings.goToHint}
      none={strings.goToNone}
      rowsFor={(typed) =>
        entriesFor(entries, typed).map(({ id, label, heading, characters }) => ({
          id,
          group: label,
          name: heading || strings.untitled,
          aside: strings.characters(characters),
          disabled: false,
        }))
      }
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
