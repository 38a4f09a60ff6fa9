/** The notes of the plan: open ones first, those resolved folded below. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { ItemNote, ItemNotes } from "../../core/plan/item-notes.ts";
import { setItemNotes } from "../editor/index.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { dayTime } from "../shared/dates.ts";
import { entriesIn } from "../shared/outline-names.ts";
import { withoutNote, withResolved } from "./note-changes.ts";
import { reviewStrings as strings } from "./review.strings.ts";

export function NoteList({ link }: { readonly link: EditorLink }): ReactNode {
  const notes = useStore(link, (facts) => facts.notes);
  const outline = useStore(link, (facts) => facts.outline);
  const order = entriesIn(outline);
  const rows = notes
    .map((note) => {
      const place = order.findIndex(({ id }) => id === note.block);
      return { note, place: place < 0 ? order.length : place, entry: order[place] };
    })
    .sort((one, other) => one.place - other.place);
  const open = rows.filter(({ note }) => !note.resolved);
  const resolved = rows.filter(({ note }) => note.resolved);
  const row = ({ note, entry }: (typeof rows)[number]) => (
    <Note
      key={note.id}
      link={link}
      note={note}
      part={entry && entry.label + (entry.heading || strings.untitled)}
    />
  );

  if (rows.length === 0) return <p className="quiet">{strings.notesNone}</p>;
  return (
    <>
      <ul>{open.map(row)}</ul>
      {resolved.length > 0 && (
        <details>
          <summary className="focusable review-resolved">{strings.resolved(resolved.length)}</summary>
          <ul>{resolved.map(row)}</ul>
        </details>
      )}
    </>
  );
}

interface NoteProps {
  readonly link: EditorLink;
  readonly note: ItemNote;
  /** Undefined: the part is gone. */
  readonly part: string | undefined;
}

function Note({ link, note, part }: NoteProps): ReactNode {
  const { now } = useServices();
  const change = (to: (notes: ItemNotes) => ItemNotes) => link.run(setItemNotes(to(link.getState().notes)));
  return (
    <li className="review-row">
      {part === undefined ? (
        <span className="quiet">{strings.gone}</span>
      ) : (
        <button type="button" className="review-part review-link" onClick={() => link.goTo(note.block)}>
          {part}
        </button>
      )}
      <p className="review-text">{note.text}</p>
      <div className="review-foot">
        <span className="quiet">{strings.byline(note.author, dayTime(note.writtenAt, now()))}</span>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => change((notes) => withResolved(notes, note.id, !note.resolved))}
        >
          {note.resolved ? strings.reopen : strings.resolve}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => change((notes) => withoutNote(notes, note.id))}
        >
          {strings.remove}
        </Button>
      </div>
    </li>
  );
}
