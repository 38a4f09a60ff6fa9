/** 导出表格 and 复制表格 under a table of targets. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Note } from "../../core/compare/note.ts";
import { copyNote } from "../compare/copy-note.ts";
import { ExportMenu } from "../compare/export-menu.tsx";
import { useNoteExport } from "../compare/use-note-export.ts";
import { targetStrings as strings } from "./targets.strings.ts";

export interface NoteActionsProps {
  /** Made when it is asked for. */
  readonly note: () => Note;
  /** Name proposed for the file. */
  readonly name: string;
}

export function NoteActions({ note, name }: NoteActionsProps): ReactNode {
  const exported = useNoteExport();
  return (
    <div className="targets-actions">
      <ExportMenu
        label={strings.exportTable}
        onExport={(format) => void exported.note(note(), name, format)}
      />
      <Button
        size="small"
        onClick={() => exported.say(copyNote(note()) ? strings.copied : strings.notCopied)}
      >
        {strings.copyTable}
      </Button>
      <span className="quiet" aria-live="polite">
        {exported.message}
      </span>
    </div>
  );
}
