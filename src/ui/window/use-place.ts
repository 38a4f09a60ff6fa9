/** What stands in the place of the page: the page itself, the tasks, a comparison or the preview; one at a time. */
import { useEffect, useState } from "react";
import type { CompareTab } from "../compare/compare-pane.tsx";
import type { CompareView } from "../compare/compare-view.tsx";
import type { Preview } from "../preview/use-preview.ts";
import type { EditorLink } from "../session/editor-link.ts";

export interface Place {
  readonly tasksOpen: boolean;
  readonly comparing: CompareTab | undefined;
  readonly compareView: CompareView;
  readonly pageShown: boolean;
  /** The page again, where it is. */
  readonly showPage: () => void;
  readonly openTasks: () => void;
  /** Back to the text: where the caret was, or to the block with this id. */
  readonly leaveTasks: (id?: string) => void;
  readonly openComparison: (tab: CompareTab, view?: CompareView) => void;
  readonly closeComparison: (id?: string) => void;
  readonly setComparing: (tab: CompareTab) => void;
  readonly setCompareView: (view: CompareView) => void;
  readonly togglePreview: () => void;
  /** Makes room for the preview, which opens itself. */
  readonly leaveForPreview: () => void;
}

/** `closeDrawer` takes the panels from over what is opened, which is to be seen. */
export function usePlace(link: EditorLink, preview: Preview, closeDrawer: () => void): Place {
  const [tasksOpen, setTasksOpen] = useState(false);
  const [comparing, setComparing] = useState<CompareTab>();
  const [compareView, setCompareView] = useState<CompareView>("table");
  const pageShown = !(tasksOpen || comparing !== undefined || preview.open);
  useEffect(() => {
    if (!pageShown) closeDrawer();
  }, [pageShown, closeDrawer]);
  /** The page has to be shown before it can take the keyboard. */
  const returnTo = (id?: string) =>
    requestAnimationFrame(() => (id === undefined ? link.focus() : link.goTo(id)));
  const leaveForPreview = () => {
    setTasksOpen(false);
    setComparing(undefined);
  };
  return {
    tasksOpen,
    comparing,
    compareView,
    pageShown,
    showPage: () => {
      leaveForPreview();
      preview.leave();
    },
    openTasks: () => {
      preview.leave();
      setTasksOpen(true);
    },
    leaveTasks: (id) => {
      setTasksOpen(false);
      returnTo(id);
    },
    openComparison: (tab, view = "table") => {
      setTasksOpen(false);
      preview.leave();
      setComparing(tab);
      setCompareView(view);
    },
    closeComparison: (id) => {
      setComparing(undefined);
      returnTo(id);
    },
    setComparing,
    setCompareView,
    togglePreview: () => {
      leaveForPreview();
      preview.toggle();
    },
    leaveForPreview,
  };
}
