/**
 * Parts that are being dragged, from the outline or by the handle beside the text, and where they would land.
 *
 * It is the browser's own drag and drop: Esc and leaving the window cancel it, and what is dragged is also a copy for other
 * programs and for the window of another plan. A library beside it would do the same with more.
 */
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { createStore, type StoreApi } from "zustand/vanilla";
import { isHeading, LEVEL_OF, toLines } from "../../core/editor/lines.ts";
import { ordinalAfterMove, type PartPlace, partPlaces } from "../../core/editor/part-places.ts";
import type { HeadingKind } from "../../core/plan/numbering.ts";
import { copyParts, moveManyTo, type PlanEditor, writeCopied } from "../editor/index.ts";

/** Where dragging is answered: the outline, or a view of the text. Sideways moves count from where the pointer came in. */
export type DragSurface = "outline" | EditorView;

/** Pixels to the side that mean one level. */
const STEP = 28;

export interface DropTarget {
  readonly surface: DragSurface;
  /** The heading before which the parts land; null behind the last one. */
  readonly before: string | null;
  readonly place: PartPlace;
  /** Ordinal that the first of them gets. */
  readonly label: string;
}

export interface DragState {
  /** Empty while nothing is dragged. */
  readonly ids: ReadonlySet<string>;
  /** Undefined where dropping would do nothing. */
  readonly target: DropTarget | undefined;
}

export interface PartDrag extends StoreApi<DragState> {
  /** The drag of these parts begins; `x` is the pointer. False where they cannot be moved. */
  readonly start: (data: DataTransfer, ids: ReadonlySet<string>, surface: DragSurface, x: number) => boolean;
  /** The pointer is over the place before this heading; undefined: over no place. */
  readonly over: (surface: DragSurface, before: string | null | undefined, x: number) => void;
  /** Moves the parts to the target; false where there is none. */
  readonly drop: () => boolean;
  readonly end: () => void;
}

const NOTHING: DragState = { ids: new Set(), target: undefined };

/** `editor` gives the editor of the window, null while there is none. */
export function createPartDrag(editor: () => PlanEditor | null): PartDrag {
  const store = createStore<DragState>(() => NOTHING);
  let last = "";
  let from: { readonly surface: DragSurface; readonly x: number } | undefined;

  const targetOf = (surface: DragSurface, before: string | null, x: number): DropTarget | undefined => {
    const current = editor();
    const { ids } = store.getState();
    if (!current || !from) return undefined;
    const { doc } = current.state;
    const place = chosenPlace(partPlaces(doc, ids, before), kindOf(current.state, ids), (x - from.x) / STEP);
    if (!place || !current.can(moveManyTo(ids, place))) return undefined;
    const { target } = store.getState();
    const known = target?.before === before && isSame(target.place, place);
    return { surface, before, place, label: known ? target.label : ordinalAfterMove(doc, ids, place) };
  };

  return {
    ...store,
    start: (data, ids, surface, x) => {
      const current = editor();
      if (!current || current.composing || ids.size === 0) return false;
      writeCopied(data, copyParts(current.state, ids));
      data.effectAllowed = "copyMove";
      from = { surface, x };
      last = "";
      store.setState({ ids, target: undefined });
      return true;
    },
    over: (surface, before, x) => {
      if (store.getState().ids.size === 0) return;
      if (from?.surface !== surface) {
        from = { surface, x };
        last = "";
      }
      // The browser tells the same place many times a second.
      const now = `${before} ${Math.round((x - from.x) / STEP)}`;
      if (now === last) return;
      last = now;
      const target = before === undefined ? undefined : targetOf(surface, before, x);
      if (!isSameTarget(store.getState().target, target)) store.setState({ target });
    },
    drop: () => {
      const { ids, target } = store.getState();
      store.setState(NOTHING);
      const current = editor();
      if (!current || !target) return false;
      return moveManyTo(ids, target.place)(current.state, current.view.dispatch, current.view);
    },
    end: () => store.setState(NOTHING),
  };
}

/** The place nearest to the level that the part has, and from there by steps to the side. */
function chosenPlace(places: readonly PartPlace[], kind: HeadingKind, steps: number): PartPlace | undefined {
  const distance = (place: PartPlace | undefined) =>
    place ? Math.abs(LEVEL_OF[place.kind] - LEVEL_OF[kind]) : Number.POSITIVE_INFINITY;
  let nearest = 0;
  places.forEach((place, index) => {
    // Of two as near, the deeper: a part rather goes into another than above it.
    if (distance(place) <= distance(places[nearest])) nearest = index;
  });
  return places[Math.max(0, Math.min(places.length - 1, nearest + Math.round(steps)))];
}

function kindOf(state: EditorState, ids: ReadonlySet<string>): HeadingKind {
  const first = toLines(state.doc).find((line) => isHeading(line) && ids.has(line.attributes["id"]));
  return first && isHeading(first) ? first.kind : "item";
}

function isSame(one: PartPlace, other: PartPlace): boolean {
  return one.index === other.index && one.inside === other.inside && one.kind === other.kind;
}

function isSameTarget(one: DropTarget | undefined, other: DropTarget | undefined): boolean {
  if (!one || !other) return one === other;
  return one.surface === other.surface && one.before === other.before && isSame(one.place, other.place);
}
