/**
 * A field of a form whose value lives in the document. What is being typed stays in the field and becomes one
 * undoable change when the drafter pauses or goes on; a change from elsewhere, such as undo, shows at once.
 */
import { Field, Input, Textarea } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** Pause in typing after which the value is taken, in milliseconds. */
const PAUSE = 300;

export interface FormFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Number of lines; more than one makes a text area. */
  readonly rows?: number;
  readonly type?: "text" | "date";
  /** Most characters. */
  readonly limit: number;
  readonly tooLong: string;
  readonly onCommit: (value: string) => void;
}

export function FormField(props: FormFieldProps): ReactNode {
  const { label, hint, value, rows = 1, type = "text", limit, tooLong, onCommit } = props;
  const [draft, setDraft] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const commitLatest = useRef<() => void>(() => {});
  const shown = draft ?? value;
  const long = shown.length > limit;

  commitLatest.current = () => {
    clearTimeout(timer.current);
    if (draft === undefined || long) return;
    if (draft !== value) onCommit(draft);
    setDraft(undefined);
  };
  useEffect(() => () => commitLatest.current(), []);

  const change = (text: string) => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commitLatest.current(), PAUSE);
  };
  const events = {
    value: shown,
    onBlur: () => commitLatest.current(),
    // What an input method has not committed is no value yet.
    onCompositionStart: () => clearTimeout(timer.current),
    onCompositionEnd: () => change(draft ?? value),
  };
  return (
    <Field
      label={label}
      {...(long ? { validationState: "error" as const, validationMessage: tooLong } : hint ? { hint } : {})}
    >
      {rows > 1 ? (
        <Textarea {...events} rows={rows} resize="vertical" onChange={(_, data) => change(data.value)} />
      ) : (
        <Input {...events} type={type} onChange={(_, data) => change(data.value)} />
      )}
    </Field>
  );
}
