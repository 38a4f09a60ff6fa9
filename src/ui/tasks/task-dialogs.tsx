/** The questions of the task view: where to split a task, how far it is, and whether to take what a unit sent back. */
import { Button, Checkbox, Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { MAX_PROGRESS_NOTE } from "../../core/plan/task-records.ts";
import type { ReturnedChange } from "../../core/tasks/returned-tasks.ts";
import type { Task } from "../../core/tasks/task-list.ts";
import { COLUMN_LABELS } from "../../core/tasks/task-table.ts";
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
  /** Takes the changes that the drafter left ticked. */
  readonly onApply: (changes: readonly ReturnedChange[]) => void;
  readonly onCancel: () => void;
}

export function ReturnedDialog({ name, returned, onApply, onCancel }: ReturnedDialogProps): ReactNode {
  const { changes, unchanged, unknown, unclear } = returned;
  const words = strings.returned;
  const [progress, setProgress] = useState<ReadonlySet<string>>(() => new Set(changes.map(({ key }) => key)));
  // Who does what is for the office to say: a unit's own wish is taken on purpose only.
  const [values, setValues] = useState<ReadonlySet<string>>(new Set());
  const accepted = changes
    .map((change) => ({
      ...change,
      after: progress.has(change.key) ? change.after : change.before,
      values: values.has(change.key) ? change.values : [],
    }))
    .filter((change) => change.values.length > 0 || hasProgress(change));
  return (
    <Modal
      title={words.title(name)}
      className="task-dialog"
      onCancel={onCancel}
      actions={
        changes.length > 0 ? (
          <>
            <Button onClick={onCancel}>{words.cancel}</Button>
            <Button appearance="primary" disabled={accepted.length === 0} onClick={() => onApply(accepted)}>
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
          {changes.map((change) => (
            <li key={change.key}>
              <span className="returned-task">
                {change.ordinal}. {change.text} <span className="quiet">{change.lead}</span>
              </span>
              {hasProgress(change) && (
                <Checkbox
                  checked={progress.has(change.key)}
                  onChange={() => setProgress(toggled(progress, change.key))}
                  label={<ProgressChange change={change} />}
                />
              )}
              {change.values.length > 0 && (
                <Checkbox
                  checked={values.has(change.key)}
                  onChange={() => setValues(toggled(values, change.key))}
                  label={<ValueChanges change={change} />}
                />
              )}
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

function hasProgress({ before, after }: ReturnedChange): boolean {
  return before.state !== after.state || before.note !== after.note;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

function ProgressChange({ change: { before, after } }: { readonly change: ReturnedChange }): ReactNode {
  return (
    <>
      {before.state !== after.state && (
        <span className="returned-state">
          {strings.returned.from(strings.states[before.state], strings.states[after.state])}
        </span>
      )}
      {before.note !== after.note && <span className="returned-note">{after.note}</span>}
    </>
  );
}

function ValueChanges({ change }: { readonly change: ReturnedChange }): ReactNode {
  const words = strings.returned;
  return change.values.map(({ field, before, after }) => (
    <span key={field} className="returned-value">
      {words.value(COLUMN_LABELS[field], before, after)}
    </span>
  ));
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
