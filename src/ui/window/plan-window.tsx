/** The window of one open plan: title, commands, outline, page, panels, status. */

import { redo, undo } from "prosemirror-history";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { toDoc } from "../../core/editor/convert.ts";
import { type PrintedText, textOfPrinted } from "../../core/official/printed-page.ts";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import { useCalendar } from "../calendar/use-calendar.ts";
import { useCommands } from "../commands/use-commands.ts";
import { ComparePane } from "../compare/compare-pane.tsx";
import { createPlansBeside } from "../compare/plans-beside.ts";
import { MoveAnnouncement } from "../drag/move-announcement.tsx";
import { textDragPlugin } from "../drag/text-drag.ts";
import {
  canInsertReference,
  insertItem,
  insertSentence,
  type PlanEditor,
  PlanEditorView,
  recordChanges,
  selectPrinted,
} from "../editor/index.ts";
import { FindBar } from "../find/find-bar.tsx";
import { createFindStore } from "../find/find-store.ts";
import { useImporting } from "../import/importing.tsx";
import { usePasting } from "../import/pasting.ts";
import { insertableItem } from "../library/insertable.ts";
import { pickedSentences } from "../panels/insertion.ts";
import { OutlinePanel } from "../panels/outline-panel.tsx";
import type { SuggestionPart } from "../panels/suggestions-panel.tsx";
import type { OpenedPlan } from "../platform/platform.ts";
import { previewStrings } from "../preview/preview.strings.ts";
import { PreviewPane } from "../preview/preview-pane.tsx";
import { PrintPages } from "../preview/print-pages.tsx";
import { usePageCount } from "../preview/use-page-count.ts";
import { usePreview } from "../preview/use-preview.ts";
import { useRevising } from "../revise/use-revising.ts";
import { useStamp } from "../revise/use-stamp.ts";
import { useServices } from "../services.ts";
import { createEditorLink } from "../session/editor-link.ts";
import { createPlanSession, hasUnsavedText } from "../session/plan-session.ts";
import { type RightTab, zoomStep } from "../session/settings.ts";
import { createSuggestionStore } from "../session/suggestions.ts";
import { SplitPage } from "../split/split-page.tsx";
import type { SplitDirection } from "../split/split-share.ts";
import { TasksView } from "../tasks/tasks-view.tsx";
import { Tour } from "../tour/tour.tsx";
import { useFirstTour } from "../tour/use-first-tour.ts";
import { createKeepBefore } from "../versions/keep-before.ts";
import { Bars } from "./bars.tsx";
import { CommandBar } from "./command-bar.tsx";
import { GhostText } from "./ghost-text.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { focusNextPane } from "./panes.ts";
import { createPlanActions } from "./plan-actions.ts";
import { PlanSheets } from "./plan-sheets.tsx";
import { RightPanel } from "./right-panel.tsx";
import { Splitter } from "./splitter.tsx";
import { StatusBar } from "./status-bar.tsx";
import { createTextDeeds } from "./text-deeds.ts";
import { TitleBar } from "./title-bar.tsx";
import { usePageZoom } from "./use-page-zoom.ts";
import { usePanes } from "./use-panes.ts";
import { usePlace } from "./use-place.ts";
import { useConnectionBar, useFollowCaret, useUnloadGuard, useWindowTitle } from "./use-plan-effects.ts";
import { useSheets } from "./use-sheets.ts";
import { windowStrings as strings } from "./window.strings.ts";
import "./window.css";

export interface PlanWindowProps {
  readonly opened: OpenedPlan;
  readonly firstTab: RightTab | undefined;
  readonly onLeave: () => void;
}

/** What is dropped on an open plan goes beside it, never in its place. */
const DROPPED = { targets: ["library", "template"] } as const;

interface NameQuestion {
  readonly proposed: string;
  readonly answer: (name: string | undefined) => void;
}

export function PlanWindow({ opened, firstTab, onLeave }: PlanWindowProps): ReactNode {
  const services = useServices();
  const { host, settings, bars } = services;
  const [session] = useState(() => createPlanSession(host, opened, services.now));
  const [keepBefore] = useState(() => createKeepBefore(session, () => settings.getState().author));
  const [link] = useState(() => createEditorLink(keepBefore));
  const [find] = useState(() => createFindStore(link, host));
  const finding = useStore(find, ({ mode }) => mode !== undefined);
  const [suggestions] = useState(() => createSuggestionStore(host));
  const sheets = useSheets();
  const [beside] = useState(() => createPlansBeside(host, services.platform));
  const [naming, setNaming] = useState<NameQuestion>();
  const stamp = useStamp();
  const doc = useMemo(() => toDoc(opened.plan), [opened]);
  // What is typed here any more would be lost; what has been typed can still be read and copied.
  const isElsewhere = useStore(session, ({ link: way }) => way === "diverged");
  const actions = useMemo(
    () =>
      createPlanActions({
        services,
        session,
        beforeSave: () => link.run(recordChanges(stamp)),
        title: () => link.getState().title,
        askName: (proposed) =>
          new Promise((resolve) => {
            setNaming({
              proposed,
              answer: (name) => {
                setNaming(undefined);
                resolve(name);
              },
            });
          }),
      }),
    [services, session, link, stamp],
  );

  const deeds = useMemo(() => createTextDeeds(services, session, link), [services, session, link]);
  const tables = useCalendar();
  const importing = useImporting(DROPPED);
  const pasting = usePasting(useCallback((before) => keepBefore("paste", before), [keepBefore]));

  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<PlanEditor | null>(null);
  const [split, setSplit] = useState<SplitDirection>();
  const { touring, startTour, endTour } = useFirstTour(editor !== null, sheets.sheet !== undefined);
  const tree = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const panes = usePanes(firstTab);
  const focused = useStore(settings, (values) => values.focus);
  const fitZoom = usePageZoom(page);
  const typing = useMemo(() => ({ fullWidthMarks: () => settings.getState().fullWidthMarks }), [settings]);
  const completing = useStore(settings, (values) => values.completion);
  // Ghost text is made of the same answers as the panel.
  const followed = completing || (panes.rightOpen && panes.tab === "suggestions");

  const preview = usePreview(session, link);
  const pageCount = usePageCount(session, preview.form);
  const print = async () => {
    const done = await preview.withPages(preview.wish, async () => window.print());
    if (!done)
      bars.show({
        topic: "export",
        intent: "warning",
        text: previewStrings.printFailed,
        actions: [],
        closable: true,
      });
  };
  /** From a piece of a page to the text that it prints, or to the form data that it is made from. */
  const choosePrinted = (text: PrintedText) => {
    if (text.block === null) return show("front-matter");
    preview.close();
    const { block } = text;
    requestAnimationFrame(() => {
      link.run(selectPrinted(block, textOfPrinted(text)));
      link.focus();
    });
  };

  /** The outline leads into the text, also out of the preview. */
  const outlineLink = useMemo(
    () => ({
      ...link,
      goTo: (id: string) => {
        preview.leave();
        link.goTo(id);
      },
    }),
    [link, preview.leave],
  );

  useFollowCaret(link, suggestions, followed);
  useConnectionBar(session);
  useUnloadGuard(session);
  useWindowTitle(link);
  useEffect(() => () => suggestions.dispose(), [suggestions]);
  useEffect(() => {
    if (opened.readOnly) {
      bars.show({
        topic: "save",
        intent: "info",
        text: strings.readOnlyBar(opened.name),
        actions: [],
        closable: true,
      });
    }
  }, [opened, bars]);

  const leave = async (keep: boolean) => {
    sheets.close();
    const reply = await session.close(keep);
    const { revision, acknowledged } = session.getState();
    // A host that cannot be reached holds nobody back whose text it has; otherwise the bar says why the window stays.
    if (reply.ok || revision === acknowledged) onLeave();
  };
  const goHome = () => (hasUnsavedText(session.getState()) ? sheets.open("leave") : void leave(false));
  const { close } = sheets;
  const show = useCallback(
    (tab: RightTab) => {
      // At once, not in the next frame: a key pressed in between would still go into the text.
      flushSync(() => {
        close();
        panes.showTab(tab);
      });
      enterPanel(body.current, list.current);
    },
    [panes, close],
  );
  const revising = useRevising({
    link,
    session,
    stamp,
    onWriteAuthor: () => {
      show("review");
      body.current?.querySelector<HTMLInputElement>(".revise-author input")?.focus();
    },
  });
  /** The plan that reused text is for. */
  const target = () => {
    const { year, frontMatter } = link.getState();
    return { year, issuer: frontMatter.issuer };
  };
  const insert = (found: Suggestion, part: SuggestionPart) => {
    // The host marks by the tables of the application; those of the office are known here.
    const hit = { ...found, ...insertableItem(found.item, target(), tables.classify) };
    link.run(part === "whole" ? insertItem(hit) : insertSentence(pickedSentences(hit, part)));
    link.focus();
  };
  const plugins = useMemo(() => [textDragPlugin(link.drag)], [link]);
  const ready = useCallback(
    (editor: PlanEditor | null) => {
      link.attach(editor);
      setEditor(editor);
      // A new draft begins with its dates, everything else with writing.
      if (firstTab === "dated") requestAnimationFrame(() => list.current?.focus());
      else editor?.focus();
    },
    [link, firstTab],
  );

  const place = usePlace(link, preview, panes.closeDrawer);
  const { pageShown, showPage } = place;
  /** Finding is done on the page, whatever stands in its place. */
  const openFind = (mode: "find" | "replace") => {
    showPage();
    find.open(mode);
  };
  const toggleSplit = (direction: SplitDirection) => {
    // With something else over the page it is the page that is asked for, as it is.
    if (pageShown) setSplit(split === direction ? undefined : direction);
    else setSplit(direction);
    showPage();
  };
  const insertReferenceHere = () => {
    if (pageShown && link.can(canInsertReference)) sheets.open("reference");
    else bars.say("reference", false, strings.noReferenceHere);
  };
  const findAgain = (by: 1 | -1) => (pageShown && finding ? find.step(by) : openFind("find"));

  const commands = useCommands({
    link,
    pageShown,
    actions: {
      save: () => void actions.save(),
      "save-as": () => void actions.saveAs(),
      export: () => sheets.open("export"),
      print: () => void print(),
      profile: () => sheets.open("profile"),
      home: goHome,
      undo: () => link.run(undo),
      redo: () => link.run(redo),
      find: () => openFind("find"),
      replace: () => openFind("replace"),
      "find-next": () => findAgain(1),
      "find-previous": () => findAgain(-1),
      preview: place.togglePreview,
      "toggle-left": panes.toggleLeft,
      "toggle-right": panes.toggleRight,
      "show-suggestions": () => show("suggestions"),
      "show-dated": () => show("dated"),
      "show-front-matter": () => show("front-matter"),
      "show-targets": () => show("targets"),
      "show-origins": () => show("origins"),
      "toggle-completion": deeds.toggleCompletion,
      "toggle-full-width": deeds.toggleFullWidth,
      "show-review": () => show("review"),
      "export-changes": () => void revising.write(),
      "toggle-tracking": revising.toggle,
      "add-note": () => {
        show("review");
        body.current?.querySelector("textarea")?.focus();
      },
      focus: () => settings.change({ focus: !settings.getState().focus }),
      "go-to": () => sheets.open("go-to"),
      "insert-reference": insertReferenceHere,
      "insert-snippet": () => sheets.open("snippet"),
      "keep-snippet": () => void deeds.keepSelected(),
      "manage-snippets": () => sheets.open("snippets"),
      "word-count": () => sheets.open("word-count"),
      "copy-plain": () => void deeds.copyText(),
      "split-below": () => toggleSplit("below"),
      "split-beside": () => toggleSplit("beside"),
      "zoom-in": () => settings.change({ zoom: zoomStep(shownZoom(), 1) }),
      "zoom-out": () => settings.change({ zoom: zoomStep(shownZoom(), -1) }),
      "zoom-fit": () => settings.change({ zoom: "fit" }),
      "next-pane": () => root.current && focusNextPane(root.current, document.activeElement, 1),
      "previous-pane": () => root.current && focusNextPane(root.current, document.activeElement, -1),
      tasks: () => (place.tasksOpen ? place.leaveTasks() : place.openTasks()),
      compare: () => (place.comparing ? place.closeComparison() : place.openComparison("last")),
      "last-beside": () => place.openComparison("last", "reading"),
      "compare-years": () => place.openComparison("years"),
      "compare-superior": () => place.openComparison("superior"),
      "compare-summary": () => place.openComparison("summary"),
      versions: () => place.openComparison("versions"),
      "summary-outline": () => void deeds.writeOutline(),
      calendar: () => sheets.open("calendar"),
      office: () => sheets.open("office"),
      library: () => sheets.openLibrary({ text: "" }),
      "add-to-library": () => void deeds.addToLibrary(),
      palette: () => sheets.open("palette"),
      shortcuts: () => sheets.open("shortcuts"),
      tour: () => {
        showPage();
        startTour();
      },
    },
  });
  const shownZoom = () => {
    const { zoom } = settings.getState();
    return zoom === "fit" ? fitZoom : zoom;
  };
  return (
    <div className="window" ref={root}>
      <TitleBar session={session} link={link} onHome={goHome} onPalette={() => sheets.open("palette")} />
      <div data-pane>
        <CommandBar
          link={link}
          leftOpen={panes.leftOpen}
          rightOpen={panes.rightOpen}
          tasksOpen={place.tasksOpen}
          comparing={place.comparing !== undefined}
          previewing={preview.open}
          onRun={commands.run}
        />
      </div>
      <div>
        <Bars />
        {finding && pageShown && (
          <div data-pane>
            <FindBar link={link} find={find} />
          </div>
        )}
      </div>
      <div className="window-main">
        {place.tasksOpen && (
          <div data-pane className="pane-tasks">
            <TasksView link={link} session={session} onLeave={place.leaveTasks} />
          </div>
        )}
        {panes.leftOpen && !place.tasksOpen && (
          <>
            <nav
              data-pane
              data-tour="outline"
              className="pane-left"
              aria-label={strings.outline}
              style={{ width: panes.leftWidth }}
            >
              <OutlinePanel link={outlineLink} treeRef={tree} />
            </nav>
            <Splitter
              side="left"
              width={panes.leftWidth}
              label={strings.resizeLeft}
              onResize={(leftWidth) => settings.change({ leftWidth })}
            />
          </>
        )}
        {place.comparing && !place.tasksOpen && (
          <div data-pane className="pane-page">
            <ComparePane
              link={link}
              session={session}
              beside={beside}
              classify={tables.classify}
              tab={place.comparing}
              view={place.compareView}
              onTab={place.setComparing}
              onView={place.setCompareView}
              onClose={place.closeComparison}
            />
          </div>
        )}
        {preview.open && (
          <PreviewPane
            store={preview.store}
            form={preview.form}
            profile={preview.profile}
            onForm={preview.setForm}
            onChoose={choosePrinted}
            onPrint={() => void print()}
            onProfile={() => sheets.open("profile")}
            onClose={preview.close}
          />
        )}
        <main
          className={focused ? "pane-page pane-focused" : "pane-page"}
          data-tour="page"
          aria-label={strings.page}
          hidden={!pageShown}
        >
          <SplitPage editor={editor} split={split} pageRef={page} onClose={() => setSplit(undefined)}>
            <PlanEditorView
              doc={doc}
              plugins={plugins}
              readOnly={isElsewhere}
              newId={() => crypto.randomUUID()}
              onSteps={(steps) => session.push(steps.map((step) => step.toJSON()))}
              onState={link.update}
              typing={typing}
              stamp={stamp}
              onReady={ready}
              {...pasting}
            />
          </SplitPage>
        </main>
        {panes.rightOpen && !place.tasksOpen && (
          <>
            {!panes.drawer && (
              <Splitter
                side="right"
                width={panes.rightWidth}
                label={strings.resizeRight}
                onResize={(rightWidth) => settings.change({ rightWidth })}
              />
            )}
            <aside
              data-pane
              data-tour="panels"
              className={panes.drawer ? "pane-right pane-drawer" : "pane-right"}
              aria-label={strings.panels}
              style={{ width: panes.rightWidth }}
            >
              <RightPanel
                tab={panes.tab}
                link={link}
                beside={beside}
                meetingsUntil={tables.calendar.meetings.completeUntil}
                onCalendar={() => sheets.open("calendar")}
                suggestions={suggestions}
                listRef={list}
                bodyRef={body}
                onTab={panes.showTab}
                onReference={insertReferenceHere}
                onSearchLibrary={(text) => sheets.openLibrary({ text })}
                onSource={(origin) => sheets.openLibrary({ text: origin.heading, origin })}
                onInsert={insert}
                onExportChanges={() => void revising.write()}
              />
            </aside>
          </>
        )}
      </div>
      <div data-pane>
        <StatusBar
          link={link}
          fitZoom={fitZoom}
          pages={pageCount}
          onShowDated={() => show("dated")}
          onShowPending={() => show("review")}
          onShowChanges={() => show("review")}
        />
      </div>
      <PlanSheets
        sheets={sheets}
        link={link}
        session={session}
        place={place}
        preview={preview}
        tables={tables}
        commands={commands}
        opened={opened.plan}
        onShow={show}
        onInsert={(item) => {
          link.run(insertItem(insertableItem(item, target(), tables.classify)));
          link.focus();
        }}
        onSave={actions.save}
        onLeave={(keep) => void leave(keep)}
      />
      <MoveAnnouncement link={link} />
      {completing && <GhostText link={link} suggestions={suggestions} />}
      {preview.printing && <PrintPages printed={preview.printing} />}
      {touring && <Tour onEnd={endTour} />}
      {importing.element}
      {naming && <NameDialog proposed={naming.proposed} onAnswer={naming.answer} />}
    </div>
  );
}

/** Gives the keyboard to the list of a panel or its first field, and to the panel itself until there is one. */
function enterPanel(body: HTMLElement | null, list: HTMLElement | null): void {
  const target = list ?? body?.querySelector<HTMLElement>("textarea, input, button") ?? body;
  target?.focus();
}
