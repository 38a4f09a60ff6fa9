/** The window of one open plan: title, commands, outline, page, panels, status. */

import { redo, undo } from "prosemirror-history";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { toDoc } from "../../core/editor/convert.ts";
import { seenAnew } from "../../core/editor/reclassify.ts";
import { type PrintedText, textOfPrinted } from "../../core/official/printed-page.ts";
import type { OriginSource } from "../../core/plan/model.ts";
import type { OfficeCalendar } from "../../core/rollover/office-calendar.ts";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import type { CommandId } from "../../host/command-table.ts";
import { calendarStrings } from "../calendar/calendar.strings.ts";
import { CalendarDialog } from "../calendar/calendar-dialog.tsx";
import { useCalendar } from "../calendar/use-calendar.ts";
import { CommandPalette } from "../commands/command-palette.tsx";
import { GoToDialog } from "../commands/go-to-dialog.tsx";
import { ReferenceDialog } from "../commands/reference-dialog.tsx";
import { ShortcutSheet } from "../commands/shortcut-sheet.tsx";
import { useCommands } from "../commands/use-commands.ts";
import { ComparePane, type CompareTab } from "../compare/compare-pane.tsx";
import type { CompareView } from "../compare/compare-view.tsx";
import { createPlansBeside } from "../compare/plans-beside.ts";
import { exportSummaryOutline } from "../compare/summary-outline.ts";
import { MoveAnnouncement } from "../drag/move-announcement.tsx";
import { textDragPlugin } from "../drag/text-drag.ts";
import {
  canInsertReference,
  insertItem,
  insertReference,
  insertSentence,
  insertSnippet,
  type PlanEditor,
  PlanEditorView,
  reclassifyDated,
  recordChanges,
  selectPrinted,
} from "../editor/index.ts";
import { copyPlain } from "../export/copy-document.ts";
import { createExportRun } from "../export/export-run.ts";
import { ExportSheet } from "../export/export-sheet.tsx";
import { FindBar } from "../find/find-bar.tsx";
import { createFindStore } from "../find/find-store.ts";
import { useImporting } from "../import/importing.tsx";
import { usePasting } from "../import/pasting.ts";
import { insertableItem } from "../library/insertable.ts";
import { LibraryWindow } from "../library/library-window.tsx";
import { failureText } from "../messages.ts";
import { OfficeDialog } from "../office/office-dialog.tsx";
import { pickedSentences } from "../panels/insertion.ts";
import { OutlinePanel } from "../panels/outline-panel.tsx";
import type { SuggestionPart } from "../panels/suggestions-panel.tsx";
import type { OpenedPlan } from "../platform/platform.ts";
import { previewStrings } from "../preview/preview.strings.ts";
import { PreviewPane } from "../preview/preview-pane.tsx";
import { PrintPages } from "../preview/print-pages.tsx";
import { usePageCount } from "../preview/use-page-count.ts";
import { usePreview } from "../preview/use-preview.ts";
import { ProfileDialog } from "../profile/profile-dialog.tsx";
import { useRevising } from "../revise/use-revising.ts";
import { useStamp } from "../revise/use-stamp.ts";
import { useServices } from "../services.ts";
import { createEditorLink } from "../session/editor-link.ts";
import { createPlanSession, hasUnsavedText } from "../session/plan-session.ts";
import { type RightTab, withRecent, zoomStep } from "../session/settings.ts";
import { createSuggestionStore } from "../session/suggestions.ts";
import { keepSnippet } from "../snippets/keep-snippet.ts";
import { ManageSnippets } from "../snippets/manage-snippets.tsx";
import { SnippetDialog } from "../snippets/snippet-dialog.tsx";
import { snippetStrings } from "../snippets/snippets.strings.ts";
import { SplitPage } from "../split/split-page.tsx";
import type { SplitDirection } from "../split/split-share.ts";
import { TasksView } from "../tasks/tasks-view.tsx";
import { Tour } from "../tour/tour.tsx";
import { useFirstTour } from "../tour/use-first-tour.ts";
import { createKeepBefore } from "../versions/keep-before.ts";
import { WordCountDialog } from "../word-count/word-count-dialog.tsx";
import { Bars } from "./bars.tsx";
import { CommandBar } from "./command-bar.tsx";
import { GhostText } from "./ghost-text.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { focusNextPane } from "./panes.ts";
import { createPlanActions } from "./plan-actions.ts";
import { RightPanel } from "./right-panel.tsx";
import { Splitter } from "./splitter.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TitleBar } from "./title-bar.tsx";
import { usePageZoom } from "./use-page-zoom.ts";
import { usePanes } from "./use-panes.ts";
import { useConnectionBar, useFollowCaret, useUnloadGuard, useWindowTitle } from "./use-plan-effects.ts";
import { windowStrings as strings } from "./window.strings.ts";
import "./window.css";

export interface PlanWindowProps {
  readonly opened: OpenedPlan;
  readonly firstTab: RightTab | undefined;
  readonly onLeave: () => void;
}

/** What is dropped on an open plan goes beside it, never in its place. */
const DROPPED = { targets: ["library", "template"] } as const;

/** How the library is opened: with words to search for, or with an item in its source. */
interface LibraryStart {
  readonly text: string;
  readonly origin?: OriginSource;
}

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
  const [sheet, setSheet] = useState<
    | "export"
    | "profile"
    | "shortcuts"
    | "leave"
    | "library"
    | "calendar"
    | "palette"
    | "office"
    | "go-to"
    | "reference"
    | "snippet"
    | "snippets"
    | "word-count"
  >();
  const [librarySearch, setLibrarySearch] = useState<LibraryStart>({ text: "" });
  const openLibrary = (start: LibraryStart) => {
    setLibrarySearch(start);
    setSheet("library");
  };
  const [tasksOpen, setTasksOpen] = useState(false);
  const [comparing, setComparing] = useState<CompareTab>();
  const [compareView, setCompareView] = useState<CompareView>("table");
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

  const tables = useCalendar();
  const importing = useImporting(DROPPED);
  const pasting = usePasting(useCallback((before) => keepBefore("paste", before), [keepBefore]));

  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<PlanEditor | null>(null);
  const [split, setSplit] = useState<SplitDirection>();
  const { touring, startTour, endTour } = useFirstTour(editor !== null, sheet !== undefined);
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
  const { withPages } = preview;
  const runExport = useMemo(
    () => createExportRun({ services, session, withPages }),
    [services, session, withPages],
  );
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
    setSheet(undefined);
    const reply = await session.close(keep);
    const { revision, acknowledged } = session.getState();
    // A host that cannot be reached holds nobody back whose text it has; otherwise the bar says why the window stays.
    if (reply.ok || revision === acknowledged) onLeave();
  };
  const openComparison = (tab: CompareTab, view: CompareView = "table") => {
    setTasksOpen(false);
    preview.leave();
    setComparing(tab);
    setCompareView(view);
  };
  const closeComparison = (id?: string) => {
    setComparing(undefined);
    requestAnimationFrame(() => (id === undefined ? link.focus() : link.goTo(id)));
  };
  const goHome = () => (hasUnsavedText(session.getState()) ? setSheet("leave") : void leave(false));
  const show = useCallback(
    (tab: RightTab) => {
      // At once, not in the next frame: a key pressed in between would still go into the text.
      flushSync(() => {
        setSheet(undefined);
        panes.showTab(tab);
      });
      enterPanel(body.current, list.current);
    },
    [panes],
  );
  const writeOutline = async () => {
    const result = await exportSummaryOutline(services, session, link);
    if (!result) return;
    const intent = result.ok ? "success" : "error";
    bars.show({ topic: "export", intent, text: result.text, actions: [], closable: true });
  };
  const revising = useRevising({
    link,
    session,
    stamp,
    onWriteAuthor: () => {
      show("review");
      body.current?.querySelector<HTMLInputElement>(".revise-author input")?.focus();
    },
  });
  /** What waits for the drafter is looked at again with the changed tables. */
  const takeTables = (office: OfficeCalendar) => {
    setSheet(undefined);
    const classify = tables.change(office);
    const { doc } = link.getState();
    const changed = doc ? seenAnew(doc, classify).length : 0;
    link.run(reclassifyDated(classify, () => crypto.randomUUID()));
    const text = calendarStrings.saved(changed);
    bars.show({ topic: "calendar", intent: "success", text, actions: [], closable: true });
  };
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

  const pageShown = !(tasksOpen || comparing !== undefined || preview.open);
  const { closeDrawer } = panes;
  // What is opened in the place of the page is to be seen.
  useEffect(() => {
    if (!pageShown) closeDrawer();
  }, [pageShown, closeDrawer]);
  /** Tasks and preview stand in the same place. */
  const openTasks = () => {
    preview.leave();
    setTasksOpen(true);
  };
  const togglePreview = () => {
    setTasksOpen(false);
    setComparing(undefined);
    preview.toggle();
  };
  const leaveTasks = (id?: string) => {
    setTasksOpen(false);
    // The page has to be shown before it can take the keyboard.
    requestAnimationFrame(() => (id === undefined ? link.focus() : link.goTo(id)));
  };

  const showPage = () => {
    setTasksOpen(false);
    setComparing(undefined);
    preview.leave();
  };
  const leaveSheetFor = (id: string) => {
    flushSync(() => setSheet(undefined));
    showPage();
    requestAnimationFrame(() => link.goTo(id));
  };
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
    if (pageShown && link.can(canInsertReference)) setSheet("reference");
    else say("reference", "error", strings.noReferenceHere);
  };
  const toggleFullWidth = () => {
    const fullWidthMarks = !settings.getState().fullWidthMarks;
    settings.change({ fullWidthMarks });
    say("completion", "success", strings.fullWidthSet(fullWidthMarks));
  };
  const keepSelected = async () => {
    const { doc } = link.getState();
    const range = link.selection();
    const text = doc && range ? doc.textBetween(range.from, Math.min(range.to, doc.content.size), "\n") : "";
    const kept = await keepSnippet(host, text);
    say("snippet", kept.ok ? "success" : "error", kept.text);
  };
  const say = (
    topic: "library" | "completion" | "reference" | "snippet",
    intent: "success" | "error",
    text: string,
  ) => bars.show({ topic, intent, text, actions: [], closable: true });
  const addToLibrary = async () => {
    const reply = await session.addToLibrary();
    if (!reply.ok) return say("library", "error", failureText(reply.failure, "other"));
    const { updated, document } = reply.value;
    say("library", "success", strings.addedToLibrary(updated, document.title));
  };
  const toggleCompletion = () => {
    const completion = !settings.getState().completion;
    settings.change({ completion });
    say("completion", "success", strings.completionSet(completion));
  };

  const findAgain = (by: 1 | -1) => (pageShown && finding ? find.step(by) : openFind("find"));

  const commands = useCommands({
    link,
    pageShown,
    actions: {
      save: () => void actions.save(),
      "save-as": () => void actions.saveAs(),
      export: () => setSheet("export"),
      print: () => void print(),
      profile: () => setSheet("profile"),
      home: goHome,
      undo: () => link.run(undo),
      redo: () => link.run(redo),
      find: () => openFind("find"),
      replace: () => openFind("replace"),
      "find-next": () => findAgain(1),
      "find-previous": () => findAgain(-1),
      preview: togglePreview,
      "toggle-left": panes.toggleLeft,
      "toggle-right": panes.toggleRight,
      "show-suggestions": () => show("suggestions"),
      "show-dated": () => show("dated"),
      "show-front-matter": () => show("front-matter"),
      "show-targets": () => show("targets"),
      "show-origins": () => show("origins"),
      "toggle-completion": toggleCompletion,
      "toggle-full-width": toggleFullWidth,
      "show-review": () => show("review"),
      "export-changes": () => void revising.write(),
      "toggle-tracking": revising.toggle,
      "add-note": () => {
        show("review");
        body.current?.querySelector("textarea")?.focus();
      },
      focus: () => settings.change({ focus: !settings.getState().focus }),
      "go-to": () => setSheet("go-to"),
      "insert-reference": insertReferenceHere,
      "insert-snippet": () => setSheet("snippet"),
      "keep-snippet": () => void keepSelected(),
      "manage-snippets": () => setSheet("snippets"),
      "word-count": () => setSheet("word-count"),
      "copy-plain": async () => {
        const done = await copyPlain(session);
        const text = done ? strings.copied : strings.notCopied;
        bars.show({ topic: "export", intent: done ? "success" : "error", text, actions: [], closable: true });
      },
      "split-below": () => toggleSplit("below"),
      "split-beside": () => toggleSplit("beside"),
      "zoom-in": () => settings.change({ zoom: zoomStep(shownZoom(), 1) }),
      "zoom-out": () => settings.change({ zoom: zoomStep(shownZoom(), -1) }),
      "zoom-fit": () => settings.change({ zoom: "fit" }),
      "next-pane": () => root.current && focusNextPane(root.current, document.activeElement, 1),
      "previous-pane": () => root.current && focusNextPane(root.current, document.activeElement, -1),
      tasks: () => (tasksOpen ? leaveTasks() : openTasks()),
      compare: () => (comparing ? closeComparison() : openComparison("last")),
      "last-beside": () => openComparison("last", "reading"),
      "compare-years": () => openComparison("years"),
      "compare-superior": () => openComparison("superior"),
      "compare-summary": () => openComparison("summary"),
      versions: () => openComparison("versions"),
      "summary-outline": () => void writeOutline(),
      calendar: () => setSheet("calendar"),
      office: () => setSheet("office"),
      library: () => openLibrary({ text: "" }),
      "add-to-library": () => void addToLibrary(),
      palette: () => setSheet("palette"),
      shortcuts: () => setSheet("shortcuts"),
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
  const chooseCommand = (id: CommandId) => {
    settings.change({ recentCommands: withRecent(settings.getState().recentCommands, id) });
    // The palette gives the keyboard back first, so that the command finds it where it was.
    flushSync(() => setSheet(undefined));
    commands.run(id);
  };

  return (
    <div className="window" ref={root}>
      <TitleBar session={session} link={link} onHome={goHome} onPalette={() => setSheet("palette")} />
      <div data-pane>
        <CommandBar
          link={link}
          leftOpen={panes.leftOpen}
          rightOpen={panes.rightOpen}
          tasksOpen={tasksOpen}
          comparing={comparing !== undefined}
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
        {tasksOpen && (
          <div data-pane className="pane-tasks">
            <TasksView link={link} session={session} onLeave={leaveTasks} />
          </div>
        )}
        {panes.leftOpen && !tasksOpen && (
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
        {comparing && !tasksOpen && (
          <div data-pane className="pane-page">
            <ComparePane
              link={link}
              session={session}
              beside={beside}
              classify={tables.classify}
              tab={comparing}
              view={compareView}
              onTab={setComparing}
              onView={setCompareView}
              onClose={closeComparison}
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
            onProfile={() => setSheet("profile")}
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
        {panes.rightOpen && !tasksOpen && (
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
                onCalendar={() => setSheet("calendar")}
                suggestions={suggestions}
                listRef={list}
                bodyRef={body}
                onTab={panes.showTab}
                onReference={insertReferenceHere}
                onSearchLibrary={(text) => openLibrary({ text })}
                onSource={(origin) => openLibrary({ text: origin.heading, origin })}
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
      {sheet === "library" && (
        <LibraryWindow
          text={librarySearch.text}
          origin={librarySearch.origin}
          onInsert={(item) => {
            setSheet(undefined);
            link.run(insertItem(insertableItem(item, target(), tables.classify)));
            link.focus();
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "export" && (
        <ExportSheet
          link={link}
          session={session}
          onExport={runExport}
          onPreview={(wish) => {
            setSheet(undefined);
            setTasksOpen(false);
            setComparing(undefined);
            preview.show(wish);
          }}
          onProfile={() => setSheet("profile")}
          onOffice={() => setSheet("office")}
          onShow={show}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "calendar" && <CalendarDialog onClose={() => setSheet(undefined)} onSaved={takeTables} />}
      <MoveAnnouncement link={link} />
      {completing && <GhostText link={link} suggestions={suggestions} />}
      {preview.printing && <PrintPages printed={preview.printing} />}
      {sheet === "profile" && (
        <ProfileDialog onChanged={preview.refresh} onClose={() => setSheet(undefined)} />
      )}
      {sheet === "palette" && (
        <CommandPalette
          recent={settings.getState().recentCommands}
          can={commands.can}
          onChoose={chooseCommand}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "office" && <OfficeDialog onClose={() => setSheet(undefined)} />}
      {sheet === "go-to" && (
        <GoToDialog
          outline={link.getState().outline}
          onChoose={leaveSheetFor}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "snippet" && (
        <SnippetDialog
          onChoose={(text) => {
            flushSync(() => setSheet(undefined));
            showPage();
            if (!link.run(insertSnippet(text))) say("snippet", "error", snippetStrings.noPlace);
            link.focus();
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "snippets" && <ManageSnippets onClose={() => setSheet(undefined)} />}
      {sheet === "reference" && (
        <ReferenceDialog
          outline={link.getState().outline}
          plan={link.plan() ?? opened.plan}
          onChoose={(id) => {
            // The dialog gives the keyboard back first, so that the caret is where it was.
            flushSync(() => setSheet(undefined));
            link.run(insertReference(id));
            link.focus();
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === "word-count" && (
        <WordCountDialog facts={link.getState()} onGoTo={leaveSheetFor} onClose={() => setSheet(undefined)} />
      )}
      {sheet === "shortcuts" && <ShortcutSheet onClose={() => setSheet(undefined)} />}
      {sheet === "leave" && (
        <LeaveDialog
          onSave={async () => {
            setSheet(undefined);
            if (await actions.save()) await leave(false);
          }}
          onKeep={() => void leave(true)}
          onCancel={() => setSheet(undefined)}
        />
      )}
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
