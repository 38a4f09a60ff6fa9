/** Writes a note on the part around the caret. */
import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { MAX_AUTHOR_LENGTH, MAX_NOTE_LENGTH } from "../../core/plan/item-notes.ts";
import { setItemNotes } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { entryOf } from "../shared/outline-names.ts";
import { withNote } from "./note-changes.ts";
import { reviewStrings as strings } from "./review.strings.ts";

export function NoteForm({ link }: { readonly link: EditorLink }): ReactNode {
  const { settings, now } = useServices();
  const author = useStore(settings, (values) => values.author);
  const block = useStore(link, ({ caret }) => caret?.itemId ?? caret?.sectionId);
  const entry = useStore(link, ({ outline }) => (block ? entryOf(outline, block) : undefined));
  const [text, setText] = useState("");

  if (!entry) return <p className="quiet">{strings.noPart}</p>;
  const add = () => {
    const note = { id: crypto.randomUUID(), block: entry.id, text, author, writtenAt: now().toISOString() };
    const notes = withNote(link.getState().notes, { ...note, resolved: false });
    if (link.run(setItemNotes(notes))) setText("");
  };
  return (
    <div className="review-form">
      <p className="review-part">{strings.noteOn(entry.label + (entry.heading || strings.untitled))}</p>
      <Textarea
        aria-label={strings.noteText}
        placeholder={strings.notePlaceholder}
        maxLength={MAX_NOTE_LENGTH}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          event.stopPropagation();
          add();
        }}
      />
      <div className="review-sign">
        <Field label={strings.author} orientation="horizontal" size="small">
          <Input
            size="small"
            placeholder={strings.authorPlaceholder}
            maxLength={MAX_AUTHOR_LENGTH}
            value={author}
            onChange={(_, { value }) => settings.change({ author: value })}
          />
        </Field>
        <Button size="small" appearance="primary" disabled={text.trim() === ""} onClick={add}>
          {strings.add}
        </Button>
      </div>
    </div>
  );
}
