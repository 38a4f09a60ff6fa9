/** The comparison over the open text: what it shows follows the text, what it changes goes through the editor. */
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { PointPair } from "../../core/compare/comparison.ts";
import { withComparisonRecord } from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { insertItem, setComparisonRecords } from "../editor/index.ts";
import { insertableItem, itemOfPoint } from "../library/insertable.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { precedingNext } from "./compare-rows.ts";
import { CompareView } from "./compare-view.tsx";

export interface ComparePaneProps {
  readonly link: EditorLink;
  /** Back to the text; with an id, at that point. */
  readonly onClose: (id?: string) => void;
}

export function ComparePane({ link, onClose }: ComparePaneProps): ReactNode {
  const { year } = useStore(link);
  const plan = link.plan();
  if (!plan) return null;
  const bringBack = (pair: PointPair, pairs: readonly PointPair[], last: WorkPlan, source: string) => {
    if (!pair.last) return;
    const before = precedingNext({ pairs }, pair);
    if (before !== undefined) link.goTo(before);
    link.run(insertItem(insertableItem(itemOfPoint(pair.last, last, source), year)));
  };
  return (
    <CompareView
      plan={plan}
      onRecord={(record) =>
        link.run(setComparisonRecords(withComparisonRecord(plan.comparisonRecords, record)))
      }
      onClose={() => onClose()}
      onGoTo={onClose}
      onBringBack={bringBack}
    />
  );
}
