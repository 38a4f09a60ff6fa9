/** Changes of the list of notes. */
import { type ItemNote, type ItemNotes, MAX_NOTES } from "../../core/plan/item-notes.ts";

/** The notes with one more; unchanged where the text says nothing or the plan is full of notes. */
export function withNote(notes: ItemNotes, note: ItemNote): ItemNotes {
  const text = note.text.trim();
  return text === "" || notes.length >= MAX_NOTES
    ? notes
    : [...notes, { ...note, text, author: note.author.trim() }];
}

export function withResolved(notes: ItemNotes, id: string, resolved: boolean): ItemNotes {
  return notes.map((note) => (note.id === id ? { ...note, resolved } : note));
}

export function withoutNote(notes: ItemNotes, id: string): ItemNotes {
  return notes.filter((note) => note.id !== id);
}
