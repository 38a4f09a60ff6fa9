/**
 * Dragging in the text: a handle in the indent of the part under the pointer or around the caret, and the line that shows
 * where dragged parts land. Both lie over the page and are no part of it, so that writing knows nothing of them.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, type PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { findBlock } from "../../core/editor/blocks.ts";
import { isHeading, LEVEL_OF, toLines } from "../../core/editor/lines.ts";
import { outline } from "../../core/editor/outline.ts";
import { positionOfPlace } from "../../core/editor/part-places.ts";
import { entryOf } from "../shared/outline-names.ts";
import { dragStrings as strings } from "./drag.strings.ts";
import { showDragged } from "./drag-image.ts";
import type { DragState, PartDrag } from "./part-drag.ts";
import { createEdgeScroll } from "./scroll-at-edges.ts";
import "./drag.css";

/** Elements of parts on the page. */
const PARTS = ".plan-part, .plan-section, .plan-subsection, .plan-item";
/** How much further in a line begins for each level, in pixels. */
const LEVEL_INDENT = 24;

/** For every view of the text, so that a part can be taken from one to the other. */
export function textDragPlugin(drag: PartDrag): Plugin {
  return new Plugin({ view: (view) => textDrag(view, drag) });
}

function textDrag(view: EditorView, drag: PartDrag): PluginView {
  const paper = view.dom.parentElement;
  const canvas = paper?.parentElement;
  if (!paper || !canvas) throw new RangeError("the text stands on no page");
  const handle = paper.appendChild(handleElement());
  const line = paper.appendChild(lineElement());
  const scroll = createEdgeScroll(canvas);
  const ending = new AbortController();
  let shown = "";

  const hide = () => {
    // Without the element that is dragged the browser would end the drag.
    if (drag.getState().ids.size > 0) return;
    shown = "";
    handle.hidden = true;
  };
  const show = (id: string | undefined) => {
    if (id === shown || drag.getState().ids.size > 0) return;
    const lead = id === undefined ? null : leadOf(view, id);
    if (!lead || id === undefined || view.composing) return hide();
    shown = id;
    place(handle, paper, lead.getBoundingClientRect());
    handle.hidden = false;
  };
  const showAtCaret = () => {
    requestAnimationFrame(() => {
      if (!view.isDestroyed && view.hasFocus()) show(partAround(view.state));
    });
  };
  const point = (event: PointerEvent) => {
    if (event.buttons === 0 && event.target !== handle) show(partAt(view, event.clientY));
  };
  const start = (event: DragEvent) => {
    const { doc } = view.state;
    const entry = entryOf(outline(doc), shown);
    const data = event.dataTransfer;
    if (!data || !entry || !drag.start(data, new Set([shown]), view, event.clientX)) event.preventDefault();
    else showDragged(data, entry, 1);
  };
  const over = (event: DragEvent) => {
    if (drag.getState().ids.size === 0) return;
    // ProseMirror would take anything anywhere.
    event.stopPropagation();
    scroll.at(event.clientY);
    drag.over(view, gapAt(view, event.clientY), event.clientX);
    if (!drag.getState().target || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget instanceof Element && canvas.contains(event.relatedTarget)) return;
    scroll.stop();
    drag.over(view, undefined, event.clientX);
  };
  const drop = (event: DragEvent) => {
    scroll.stop();
    if (drag.getState().ids.size === 0) return;
    event.stopPropagation();
    event.preventDefault();
    // The view that has the keyboard takes the caret along.
    view.focus();
    drag.drop();
    hide();
  };
  const end = () => {
    scroll.stop();
    drag.end();
  };
  const draw = ({ ids, target }: DragState) => {
    line.hidden = target?.surface !== view;
    if (target?.surface !== view) return;
    const top = topOf(view, positionOfPlace(view.state.doc, ids, target.place));
    const { left, right } = view.dom.getBoundingClientRect();
    const indent = (LEVEL_OF[target.place.kind] - 1) * LEVEL_INDENT;
    place(line, paper, { left: left + indent, top });
    line.style.width = `${(right - left - indent) / zoomOf(paper)}px`;
    line.replaceChildren(labelElement(strings.lands(target.label, ids.size)));
  };

  const { signal } = ending;
  canvas.addEventListener("pointermove", point, { signal });
  canvas.addEventListener("pointerleave", hide, { signal });
  view.dom.addEventListener("focus", showAtCaret, { signal });
  view.dom.addEventListener("compositionstart", hide, { signal });
  handle.addEventListener("dragstart", start, { signal });
  handle.addEventListener("dragend", end, { signal });
  for (const kind of ["dragenter", "dragover"] as const)
    canvas.addEventListener(kind, over, { signal, capture: true });
  canvas.addEventListener("dragleave", leave, { signal });
  canvas.addEventListener("drop", drop, { signal, capture: true });
  const unsubscribe = drag.subscribe(draw);
  return {
    update: (_view, before) => {
      // Never while somebody writes; else it goes with the caret into another part.
      if (view.state.doc !== before.doc) hide();
      else if (partAround(view.state) !== partAround(before)) showAtCaret();
    },
    destroy: () => {
      ending.abort();
      unsubscribe();
      scroll.stop();
      handle.remove();
      line.remove();
    },
  };
}

function handleElement(): HTMLElement {
  const element = document.createElement("div");
  element.className = "part-handle";
  element.title = strings.handle;
  element.draggable = true;
  element.hidden = true;
  // The keys that move parts do the same.
  element.ariaHidden = "true";
  return element;
}

function lineElement(): HTMLElement {
  const element = document.createElement("div");
  element.className = "drop-line";
  element.hidden = true;
  element.ariaHidden = "true";
  return element;
}

function labelElement(text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "drop-line-label";
  element.textContent = text;
  return element;
}

/** Puts an element of the page at a place of the window; the page may be zoomed. */
function place(
  element: HTMLElement,
  paper: HTMLElement,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  const page = paper.getBoundingClientRect();
  element.style.left = `${(left - page.left) / zoomOf(paper)}px`;
  element.style.top = `${(top - page.top) / zoomOf(paper)}px`;
}

function zoomOf(paper: HTMLElement): number {
  return paper.getBoundingClientRect().width / paper.offsetWidth;
}

/** Id of the part that shows at this height, also beside the text. */
function partAt(view: EditorView, y: number): string | undefined {
  return partElementAt(view, y)?.dataset["id"];
}

function partElementAt(view: EditorView, y: number): HTMLElement | undefined {
  const { left, right } = view.dom.getBoundingClientRect();
  const found = document.elementFromPoint((left + right) / 2, y)?.closest<HTMLElement>(PARTS);
  return found && view.dom.contains(found) ? found : undefined;
}

function partAround({ selection: { $head } }: EditorState): string | undefined {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth);
    if (node.type.name in LEVEL_OF) return node.attrs["id"];
  }
  return undefined;
}

function leadOf(view: EditorView, id: string): HTMLElement | null {
  const found = findBlock(view.state.doc, id);
  const lead = found && view.nodeDOM(found.position + 1);
  return lead instanceof HTMLElement ? lead : null;
}

/** The upper half of a part, up to its first child, means before it, the lower before the next heading. */
function gapAt(view: EditorView, y: number): string | null {
  const headings = headingsOf(view.state.doc);
  const part = partElementAt(view, y);
  const first = headings[0] ?? null;
  if (!part) return y < topOf(view, positionOf(view.state.doc, first)) ? first : null;
  const box = part.getBoundingClientRect();
  const bottom = part.querySelector(PARTS)?.getBoundingClientRect().top ?? box.bottom;
  const id = part.dataset["id"] ?? "";
  return y < (box.top + bottom) / 2 ? id : (headings[headings.indexOf(id) + 1] ?? null);
}

function headingsOf(doc: Node): readonly string[] {
  return toLines(doc)
    .filter(isHeading)
    .map(({ attributes }) => attributes["id"]);
}

function positionOf(doc: Node, id: string | null): number {
  const found = id === null ? undefined : findBlock(doc, id);
  return found ? found.position + 2 : doc.content.size;
}

/** Upper edge of the paragraph whose text starts at a position; the lower edge of the text at its end. */
function topOf(view: EditorView, position: number): number {
  const element = position < view.state.doc.content.size ? view.nodeDOM(position - 1) : null;
  if (element instanceof HTMLElement) return element.getBoundingClientRect().top;
  return view.dom.getBoundingClientRect().bottom;
}
