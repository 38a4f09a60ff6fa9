/** The text of an item, with what the office corrected in it; it can be written over and given back. */
import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { diffText } from "../../core/compare/diff-text.ts";
import { type ItemText, MAX_ITEM_BODY, MAX_ITEM_HEADING } from "../../core/suggest/library-search.ts";
import { DiffRuns } from "../compare/diff-runs.tsx";
import { libraryStrings } from "./library.strings.ts";

const strings = libraryStrings.itemText;

export interface ItemTextFormProps {
  readonly text: ItemText;
  readonly onSave: (text: ItemText) => void;
  readonly onCancel: () => void;
}

/** Heading and body to be written over. */
export function ItemTextForm({ text, onSave, onCancel }: ItemTextFormProps): ReactNode {
  const [heading, setHeading] = useState(text.heading);
  const [body, setBody] = useState(text.body);
  const empty = heading.trim() === "";
  const same = heading === text.heading && body === text.body;
  return (
    <form
      className="library-correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !same) onSave({ heading: heading.trim(), body });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        // The window itself stays open.
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field label={strings.heading} {...(empty ? { validationMessage: strings.noHeading } : {})}>
        <Input
          autoFocus
          value={heading}
          maxLength={MAX_ITEM_HEADING}
          onChange={(_, { value }) => setHeading(value.replaceAll("\n", ""))}
        />
      </Field>
      <Field label={strings.body} hint={strings.hint}>
        <Textarea
          value={body}
          maxLength={MAX_ITEM_BODY}
          rows={8}
          resize="vertical"
          onChange={(_, { value }) => setBody(value)}
        />
      </Field>
      <div className="library-actions">
        <Button type="submit" appearance="primary" size="small" disabled={empty || same}>
          {strings.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {strings.cancel}
        </Button>
      </div>
    </form>
  );
}

export interface CorrectedTextProps {
  readonly original: ItemText;
  readonly text: ItemText;
  readonly onRestore: () => void;
}

/** What was corrected, against the text of the source. */
export function CorrectedText({ original, text, onRestore }: CorrectedTextProps): ReactNode {
  return (
    <div className="library-change">
      <h4>{strings.corrected}</h4>
      <p className="library-text">
        <DiffRuns runs={diffText(whole(original), whole(text))} />
      </p>
      <Button size="small" onClick={onRestore}>
        {strings.restore}
      </Button>
    </div>
  );
}

function whole({ heading, body }: ItemText): string {
  return body === "" ? heading : `${heading}。${body}`;
}
