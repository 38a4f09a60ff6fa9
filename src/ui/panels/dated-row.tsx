/** One dated expression that waits for the drafter. */
import { Button, Input } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { DatedExpression } from "../../core/editor/dated.ts";
import { datedReasonText, datedStrings as strings } from "./dated.strings.ts";

/** Marks with which a piece of a sentence should not begin. */
const LEADING_MARKS = /^[，。、；：！？”’）》]+/u;

export interface OpenRowProps {
  readonly expression: DatedExpression;
  readonly active: boolean;
  readonly editing: boolean;
  readonly onChoose: () => void;
  readonly onAccept: () => void;
  readonly onKeep: () => void;
  readonly onEdit: () => void;
  /** Undefined: given up. */
  readonly onEdited: (text: string | undefined) => void;
}

/** The phrase in its sentence, what is proposed and why, and the three answers. */
export function OpenRow(props: OpenRowProps): ReactNode {
  const { expression, active, editing, onChoose, onAccept, onKeep, onEdit, onEdited } = props;
  const { mark, text, before, after } = expression;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div ref={element} className={active ? "dated-row dated-row-active" : "dated-row"} aria-current={active}>
      <button type="button" tabIndex={-1} className="dated-sentence" onClick={onChoose}>
        {before.replace(LEADING_MARKS, "")}
        <em>{text}</em>
        {after}
      </button>
      {editing ? (
        <EditField original={text} proposed={mark.proposed} onEdited={onEdited} />
      ) : (
        <>
          <p className="dated-proposal">
            {mark.proposed === null ? (
              <span className="amber">{strings.noProposal}</span>
            ) : (
              <>
                <span className="quiet">{strings.proposed}</span>
                <strong>{mark.proposed}</strong>
              </>
            )}
          </p>
          <p className="dated-reason quiet">{datedReasonText(mark.reason)}</p>
          <div className="dated-actions">
            {mark.proposed !== null && (
              <Button
                size="small"
                appearance={active ? "primary" : "secondary"}
                tabIndex={active ? 0 : -1}
                onClick={onAccept}
              >
                {strings.accept}
              </Button>
            )}
            <Button size="small" tabIndex={active ? 0 : -1} onClick={onEdit}>
              {strings.edit}
            </Button>
            <Button size="small" tabIndex={active ? 0 : -1} onClick={onKeep}>
              {strings.keep}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

interface EditFieldProps {
  readonly original: string;
  readonly proposed: string | null;
  readonly onEdited: (text: string | undefined) => void;
}

function EditField({ original, proposed, onEdited }: EditFieldProps): ReactNode {
  const [text, setText] = useState(proposed ?? original);
  const press = (event: KeyboardEvent) => {
    // Enter and Escape belong to the input method while it is open.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && text.trim() !== "") onEdited(text.trim());
    else if (event.key === "Escape") onEdited(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="dated-edit">
      <Input
        autoFocus
        size="small"
        aria-label={strings.editLabel(original)}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={press}
      />
      <Button
        size="small"
        appearance="primary"
        disabled={text.trim() === ""}
        onClick={() => onEdited(text.trim())}
      >
        {strings.confirm}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => onEdited(undefined)}>
        {strings.cancel}
      </Button>
    </div>
  );
}
