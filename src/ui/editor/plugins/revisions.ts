/**
 * 修订: shows the open changes and writes down who made them.
 *
 * The text is always the text with all changes accepted, so nothing else has to know of them; they are what differs from
 * the base, looked for when the keyboard rests and never while an input method composes. Until then the marks move along.
 */
import { isHistoryTransaction } from "prosemirror-history";
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { DecorationSet, EditorView } from "prosemirror-view";
import { type OpenChange, openChanges } from "../../../core/revise/open-changes.ts";
import { type StampSource, stampChanges } from "../commands/revise.ts";
import { revisionMarks } from "./revision-marks.ts";

interface Shown {
  readonly changes: readonly OpenChange[];
  readonly decorations: DecorationSet;
  /** Whether the page shows the text alone, as it is with all changes accepted. */
  readonly hidden: boolean;
  /** Whether the text has changed since. */
  readonly stale: boolean;
  /** The last change of the text, to which the record of it belongs. */
  readonly last: Transaction | undefined;
}

const key = new PluginKey<Shown>("revisions");
const LOOK = "look";
const HIDE = "hide";

/** Changes are looked for after so much quiet, and while somebody writes on and on after so long at the latest. */
const QUIET_MS = 200;
const LATEST_MS = 1_200;
/** ProseMirror ends a composition 20 ms after the event, when the browser has settled. */
const COMPOSITION_SETTLED_MS = 60;

export function revisionsPlugin(stamp: StampSource): Plugin<Shown> {
  /** One of the views of the text in which an input method composes: then none of them may be changed. */
  let composing: EditorView | undefined;
  const isComposing = () => composing?.isDestroyed === false && composing.composing;
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => looked(state, { changes: NO_CHANGES, hidden: false, last: undefined }),
      apply: (tr, shown, before, state) => afterTransaction(tr, shown, before, state),
    },
    props: {
      decorations: (state) => {
        const shown = key.getState(state);
        return shown?.hidden ? null : shown?.decorations;
      },
      handleDOMEvents: {
        compositionstart: (view) => {
          composing = view;
          return false;
        },
        compositionend: (view) => {
          setTimeout(() => view.isDestroyed || view.dispatch(view.state.tr), COMPOSITION_SETTLED_MS);
          return false;
        },
      },
    },
    view: () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let since: number | undefined;
      return {
        update: (view) => {
          clearTimeout(timer);
          if (!key.getState(view.state)?.stale || isComposing()) return;
          since ??= performance.now();
          const wait = Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - performance.now()));
          timer = setTimeout(() => {
            since = undefined;
            if (!view.isDestroyed && !isComposing()) look(view, stamp);
          }, wait);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

/** The open changes as they were when they were looked for last. */
export function shownChanges(state: EditorState): readonly OpenChange[] {
  return key.getState(state)?.changes ?? NO_CHANGES;
}

const NO_CHANGES: readonly OpenChange[] = [];

/** Writes down who made what was written last; without it that happens when the keyboard rests. */
export function recordChanges(stamp: StampSource): Command {
  return (state, dispatch, view) => stampChanges(stamp, key.getState(state)?.last)(state, dispatch, view);
}

/** Shows the text without the marks of its changes, or with them again. */
export const toggleChangeMarks: Command = (state, dispatch) => {
  if (state.doc.attrs["revisionBase"] === null) return false;
  dispatch?.(state.tr.setMeta(key, HIDE));
  return true;
};

/** Whether the changes are marked in the text. */
export function hasChangeMarks(state: EditorState): boolean {
  return key.getState(state)?.hidden === false;
}

function looked(
  state: EditorState,
  { changes: before, hidden, last }: Pick<Shown, "changes" | "hidden" | "last">,
): Shown {
  const changes = kept(before, openChanges(state.doc));
  return { changes, decorations: revisionMarks(state.doc, changes), hidden, stale: false, last };
}

/** The changes, each as the object it was where it is the same, so that a list draws only what is new. */
function kept(before: readonly OpenChange[], changes: readonly OpenChange[]): readonly OpenChange[] {
  const known = new Map(before.map((open) => [open.change.key, open]));
  const result = changes.map((open) => {
    const old = known.get(open.change.key);
    const isSame = old?.record === open.record && JSON.stringify(old?.change) === JSON.stringify(open.change);
    return old && isSame ? old : open;
  });
  const isNew = result.length !== before.length || result.some((open, index) => open !== before[index]);
  return isNew ? result : before;
}

function afterTransaction(tr: Transaction, shown: Shown, before: EditorState, state: EditorState): Shown {
  if (tr.getMeta(key) === LOOK) return looked(state, shown);
  if (tr.getMeta(key) === HIDE) return { ...shown, hidden: !shown.hidden };
  if (!tr.docChanged) return shown;
  const { revisionBase, tracking } = state.doc.attrs;
  const last = revisionBase === null ? undefined : tr;
  // Settling, turning on or off and undo are seen at once; none of them happens in the middle of typing.
  const isDecided =
    revisionBase !== before.doc.attrs["revisionBase"] || tracking !== before.doc.attrs["tracking"];
  if (isDecided || (revisionBase !== null && isHistoryTransaction(tr)))
    return {
      ...looked(state, { ...shown, last, hidden: shown.hidden && revisionBase !== null }),
      stale: true,
    };
  if (revisionBase === null) return shown;
  return {
    ...shown,
    decorations: shown.decorations.map(tr.mapping, tr.doc),
    stale: true,
    last,
  };
}

function look(view: EditorView, stamp: StampSource): void {
  recordChanges(stamp)(view.state, (tr) => view.dispatch(tr.setMeta(key, LOOK)));
  // Nothing was to be written down, or nothing may be: the changes are shown all the same.
  if (key.getState(view.state)?.stale) view.dispatch(view.state.tr.setMeta(key, LOOK));
}
