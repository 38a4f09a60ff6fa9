/** What hangs on the pointer while parts are dragged. */
import type { OutlineEntry } from "../../core/editor/outline.ts";
import { dragStrings as strings } from "./drag.strings.ts";
import "./drag.css";

/** Pixels from the pointer to the chip, so that it covers neither the pointer nor the line. */
const OFFSET = -14;

/** A chip with the first of the parts and their number. */
export function showDragged(
  data: DataTransfer,
  { label, heading }: Pick<OutlineEntry, "label" | "heading">,
  count: number,
): void {
  const chip = document.createElement("div");
  chip.className = "drag-image";
  chip.textContent = strings.dragged(label, heading, count);
  document.body.append(chip);
  data.setDragImage(chip, OFFSET, OFFSET);
  // The browser has drawn it when the event is over.
  setTimeout(() => chip.remove());
}
