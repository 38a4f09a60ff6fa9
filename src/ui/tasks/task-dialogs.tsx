/** The questions of the task view: where to split a task, how far it is, and whether to take what a unit sent back. */
import { Button, Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { MAX_PROGRESS_NOTE } from "../../core/plan/task-records.ts";
import type { Task } from "../../core/tasks/task-list.ts";
import type { ReplyOf } from "../../host/contract.ts";
import { Modal } from "../shared/modal.tsx";
import { taskStrings as strings } from "./tasks.strings.ts";

export interface SplitDialogProps {
  readonly task: Task;
  readonly onSplit: (at: number) => void;
  readonly onCancel: () => void;
}

export function SplitDialog({ task, onSplit, onCancel }: SplitDialogProps): ReactNode {
  const { cuts, from } = task.span;
  const [cut, setCut] = useState(cuts[0] ?? from);
  const { splitDialog } = strings;
  return (
    <Modal
      title={splitDialog.title}
      className="task-dialog"
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{splitDialog.cancel}</Button>
          <Button appearance="primary" onClick={() => onSplit(cut)}>
            {splitDialog.confirm}
          </Button>
        </>
      }
    >
      <p>{splitDialog.text}</p>
      <RadioGroup
        aria-label={splitDialog.text}
        value={String(cut)}
        onChange={(_, { value }) => setCut(Number(value))}
      >
        {cuts.map((each) => (
          <Radio
            key={each}
            value={String(each)}
            label={
              <span className="task-cut">
                {task.source.slice(0, each - from)}
                <b aria-hidden="true"> ┃ </b>
                {task.source.slice(each - from)}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Modal>
  );
}

export interface NoteDialogProps {
  readonly task: Task;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

export function NoteDialog({ task, onSave, onCancel }: NoteDialogProps): ReactNode {
  const [note, setNote] = useState(task.progress.note);
  const { noteDialog } = strings;
  return (
    <Modal
      title={noteDialog.title}
      className="task-dialog"
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{noteDialog.cancel}</Button>
          <Button appearance="primary" onClick={() => onSave(note.trim())}>
            {noteDialog.save}
          </Button>
        </>
      }
    >
      <Field label={task.text} hint={noteDialog.hint}>
        <Textarea
          autoFocus
          rows={5}
          maxLength={MAX_PROGRESS_NOTE}
          value={note}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </Modal>
  );
}

export type Returned = ReplyOf<"tasks.readReturned">;

export interface ReturnedDialogProps {
  readonly name: string;
  readonly returned: Returned;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

export function ReturnedDialog({ name, returned, onApply, onCancel }: ReturnedDialogProps): ReactNode {
  const { changes, unchanged, unknown, unclear } = returned;
  const words = strings.returned;
  return (
    <Modal
      title={words.title(name)}
      className="task-dialog"
      onCancel={onCancel}
      actions={
        changes.length > 0 ? (
          <>
            <Button onClick={onCancel}>{words.cancel}</Button>
            <Button appearance="primary" onClick={onApply}>
              {words.apply}
            </Button>
          </>
        ) : (
          <Button appearance="primary" onClick={onCancel}>
            {words.close}
          </Button>
        )
      }
    >
      <p>{changes.length > 0 ? words.changes(changes.length) : words.none}</p>
      {changes.length > 0 && (
        <ul className="returned-changes">
          {changes.map(({ key, ordinal, text, lead, before, after }) => (
            <li key={key}>
              <span className="returned-task">
                {ordinal}. {text} <span className="quiet">{lead}</span>
              </span>
              {before.state !== after.state && (
                <span className="returned-state">
                  {words.from(strings.states[before.state], strings.states[after.state])}
                </span>
              )}
              {before.note !== after.note && <span className="returned-note">{after.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {unchanged > 0 && <p className="quiet">{words.unchanged(unchanged)}</p>}
      <Lines title={words.unclear(unclear.length)} lines={unclear} />
      <Lines title={words.unknown(unknown.length)} lines={unknown} />
    </Modal>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div className="amber">
      <p>{title}</p>
      <ul className="returned-lines">
        {lines.map((line, place) => (
          // Rows may read the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={place}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
