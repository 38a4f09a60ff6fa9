/** The dialogs of a plan's window, of which one is open at a time. */
import { type ReactNode, useMemo } from "react";
import { seenAnew } from "../../core/editor/reclassify.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { OfficeCalendar } from "../../core/rollover/office-calendar.ts";
import type { LibraryItem } from "../../core/suggest/suggestion.ts";
import type { CommandId } from "../../host/command-table.ts";
import { calendarStrings } from "../calendar/calendar.strings.ts";
import { CalendarDialog } from "../calendar/calendar-dialog.tsx";
import type { useCalendar } from "../calendar/use-calendar.ts";
import { CommandPalette } from "../commands/command-palette.tsx";
import { GoToDialog } from "../commands/go-to-dialog.tsx";
import { ReferenceDialog } from "../commands/reference-dialog.tsx";
import { ShortcutSheet } from "../commands/shortcut-sheet.tsx";
import type { useCommands } from "../commands/use-commands.ts";
import { insertReference, insertSnippet, reclassifyDated } from "../editor/index.ts";
import { createExportRun } from "../export/export-run.ts";
import { ExportSheet } from "../export/export-sheet.tsx";
import { LibraryWindow } from "../library/library-window.tsx";
import { OfficeDialog } from "../office/office-dialog.tsx";
import type { Preview } from "../preview/use-preview.ts";
import { ProfileDialog } from "../profile/profile-dialog.tsx";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { type RightTab, withRecent } from "../session/settings.ts";
import { ManageSnippets } from "../snippets/manage-snippets.tsx";
import { SnippetDialog } from "../snippets/snippet-dialog.tsx";
import { snippetStrings } from "../snippets/snippets.strings.ts";
import { WordCountDialog } from "../word-count/word-count-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import type { Place } from "./use-place.ts";
import type { Sheets } from "./use-sheets.ts";

export interface PlanSheetsProps {
  readonly sheets: Sheets;
  readonly link: EditorLink;
  readonly session: PlanSession;
  readonly place: Place;
  readonly preview: Preview;
  readonly tables: ReturnType<typeof useCalendar>;
  readonly commands: ReturnType<typeof useCommands>;
  /** The plan as it was opened. */
  readonly opened: WorkPlan;
  readonly onShow: (tab: RightTab) => void;
  readonly onInsert: (item: LibraryItem) => void;
  readonly onSave: () => Promise<boolean>;
  /** Leaves the window; `keep`: with what is in no file for the next time. */
  readonly onLeave: (keep: boolean) => void;
}

export function PlanSheets(props: PlanSheetsProps): ReactNode {
  const { sheets, link, session, place, preview, tables, commands, opened } = props;
  const { onShow, onInsert, onSave, onLeave } = props;
  const services = useServices();
  const { settings, bars } = services;
  const { open, close } = sheets;
  const { withPages } = preview;
  const runExport = useMemo(
    () => createExportRun({ services, session, withPages }),
    [services, session, withPages],
  );

  const goTo = (id: string) => {
    sheets.closeNow();
    place.showPage();
    requestAnimationFrame(() => link.goTo(id));
  };
  const chooseCommand = (id: CommandId) => {
    settings.change({ recentCommands: withRecent(settings.getState().recentCommands, id) });
    sheets.closeNow();
    commands.run(id);
  };
  /** What waits for the drafter is looked at again with the changed tables. */
  const takeTables = (office: OfficeCalendar) => {
    close();
    const classify = tables.change(office);
    const { doc } = link.getState();
    const changed = doc ? seenAnew(doc, classify).length : 0;
    link.run(reclassifyDated(classify, () => crypto.randomUUID()));
    bars.say("calendar", true, calendarStrings.saved(changed));
  };

  switch (sheets.sheet) {
    case undefined:
      return null;
    case "library":
      return (
        <LibraryWindow
          text={sheets.libraryStart.text}
          origin={sheets.libraryStart.origin}
          onInsert={(item) => {
            close();
            onInsert(item);
          }}
          onClose={close}
        />
      );
    case "export":
      return (
        <ExportSheet
          link={link}
          session={session}
          onExport={runExport}
          onPreview={(wish) => {
            close();
            place.leaveForPreview();
            preview.show(wish);
          }}
          onProfile={() => open("profile")}
          onOffice={() => open("office")}
          onShow={onShow}
          onClose={close}
        />
      );
    case "calendar":
      return <CalendarDialog onClose={close} onSaved={takeTables} />;
    case "profile":
      return <ProfileDialog onChanged={preview.refresh} onClose={close} />;
    case "palette":
      return (
        <CommandPalette
          recent={settings.getState().recentCommands}
          can={commands.can}
          onChoose={chooseCommand}
          onClose={close}
        />
      );
    case "office":
      return <OfficeDialog onClose={close} />;
    case "go-to":
      return <GoToDialog outline={link.getState().outline} onChoose={goTo} onClose={close} />;
    case "snippet":
      return (
        <SnippetDialog
          onChoose={(text) => {
            sheets.closeNow();
            place.showPage();
            if (!link.run(insertSnippet(text))) bars.say("snippet", false, snippetStrings.noPlace);
            link.focus();
          }}
          onClose={close}
        />
      );
    case "snippets":
      return <ManageSnippets onClose={close} />;
    case "reference":
      return (
        <ReferenceDialog
          outline={link.getState().outline}
          plan={link.plan() ?? opened}
          onChoose={(id) => {
            sheets.closeNow();
            link.run(insertReference(id));
            link.focus();
          }}
          onClose={close}
        />
      );
    case "word-count":
      return <WordCountDialog facts={link.getState()} onGoTo={goTo} onClose={close} />;
    case "shortcuts":
      return <ShortcutSheet onClose={close} />;
    case "leave":
      return (
        <LeaveDialog
          onSave={async () => {
            close();
            if (await onSave()) onLeave(false);
          }}
          onKeep={() => onLeave(true)}
          onCancel={close}
        />
      );
  }
}
