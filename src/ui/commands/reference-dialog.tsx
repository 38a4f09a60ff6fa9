/** Ctrl+Alt+R: a reference to a section or item, found by its number or some of its words. */
import type { ReactNode } from "react";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { planPlaces } from "../../core/references/places.ts";
import { referencePieces } from "../../core/references/reference-number.ts";
import { entriesIn } from "../shared/outline-names.ts";
import { commandStrings as strings } from "./commands.strings.ts";
import { entriesFor } from "./find-entries.ts";
import { PickDialog } from "./pick-dialog.tsx";

export interface ReferenceDialogProps {
  readonly outline: readonly OutlineEntry[];
  readonly plan: WorkPlan;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export function ReferenceDialog({ outline, plan, onChoose, onClose }: ReferenceDialogProps): ReactNode {
  const entries = entriesIn(outline);
  const places = planPlaces(plan);
  /** The words that come into the text. */
  const words = (id: string) => {
    const place = places.byId.get(id);
    if (!place) return "";
    return referencePieces(places, place)
      .map(({ before, number, after }) => before + number + after)
      .join("");
  };
  return (
    <PickDialog
      name={strings.reference}
      placeholder={strings.goToPlaceholder}
      list={strings.goToList}
      hint={strings.referenceHint}
      none={strings.referenceNone}
      rowsFor={(typed) =>
        entriesFor(entries, typed).map(({ id, label, heading }) => ({
          id,
          group: label,
          name: heading || strings.untitled,
          aside: words(id),
          disabled: false,
        }))
      }
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
