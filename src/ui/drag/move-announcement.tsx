/** Says where parts went, for those who hear the page: a move shows nothing but that they stand elsewhere. */
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { OutlineEntry } from "../../core/editor/outline.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { dragStrings as strings } from "./drag.strings.ts";

export function MoveAnnouncement({ link }: { readonly link: EditorLink }): ReactNode {
  const moved = useStore(link, (facts) => facts.moved);
  const entries = useStore(link, (facts) => facts.outline);
  const path = moved ? pathTo(entries, moved.id) : [];
  const entry = path.at(-1);
  const parent = path.at(-2);
  return (
    <span className="visually-hidden" aria-live="polite">
      {moved && entry && sentence(entry, parent, moved.count)}
    </span>
  );
}

function sentence(entry: OutlineEntry, parent: OutlineEntry | undefined, count: number): string {
  if (!parent) return strings.moved(entry.label, entry.heading, count);
  return strings.movedInto(entry.label, entry.heading, `${parent.label}${parent.heading}`, count);
}

/** The entry with this id below its ancestors; empty where there is none. */
function pathTo(entries: readonly OutlineEntry[], id: string): readonly OutlineEntry[] {
  for (const entry of entries) {
    if (entry.id === id) return [entry];
    const below = pathTo(entry.children, id);
    if (below.length > 0) return [entry, ...below];
  }
  return [];
}
