/** Ordinals of the open document: which textblock shows which number. */
import type { Node } from "prosemirror-model";
import { type NumberedKind, type NumberingStep, numbersInOrder, ordinalLabel } from "../plan/numbering.ts";
import { planSchema } from "./schema.ts";

const { nodes } = planSchema;

export interface NumberedBlock {
  readonly kind: NumberedKind;
  readonly id: string;
  readonly number: number;
  /** As printed before the text: `一、`, `（一）`, `1.`, `一是`. */
  readonly label: string;
  /** Position before the textblock that shows the ordinal: the lead, or the clause itself. */
  readonly position: number;
  readonly textblock: Node;
}

/** Every numbered block in document order; `numbersInOrder` is the only source of the numbers. */
export function numberedBlocks(doc: Node): readonly NumberedBlock[] {
  const steps: NumberingStep[] = [];
  const found: (Omit<NumberedBlock, "number" | "label"> | null)[] = [];
  const add = (step: NumberingStep, block: (typeof found)[number]) => {
    steps.push(step);
    found.push(block);
  };
  doc.descendants((node, position, parent) => {
    if (node.type === nodes.lead && parent) {
      const kind = parent.type.name as NumberedKind;
      add(kind, { kind, id: parent.attrs["id"], position, textblock: node });
    } else if (node.type === nodes.clause) {
      add("clause", { kind: "clause", id: node.attrs["id"], position, textblock: node });
    } else if (node.isTextblock || node.type === nodes.closing) {
      add("break", null);
    }
    return !node.isTextblock;
  });
  const numbers = numbersInOrder(steps, doc.attrs["numbering"]);
  return found.flatMap((block, index) => {
    const number = numbers[index] ?? 0;
    return block ? [{ ...block, number, label: ordinalLabel(block.kind, number) }] : [];
  });
}
