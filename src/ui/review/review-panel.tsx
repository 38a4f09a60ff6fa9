/** 核稿: changes to be accepted, what is still to be verified, references to be settled, and the notes on parts of the plan. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, type RefObject, useEffect } from "react";
import { useStore } from "zustand";
import { settlePending } from "../editor/index.ts";
import { ReviseSection } from "../revise/revise-section.tsx";
import type { EditorLink } from "../session/editor-link.ts";
import { NoteForm } from "./note-form.tsx";
import { NoteList } from "./note-list.tsx";
import { ReferenceList } from "./reference-list.tsx";
import { reviewStrings as strings } from "./review.strings.ts";
import "./review.css";

export interface ReviewPanelProps {
  readonly link: EditorLink;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onExportChanges: () => void;
  /** Asks for the part that the selected reference is to mean. */
  readonly onReference: () => void;
}

export function ReviewPanel({ link, listRef, onExportChanges, onReference }: ReviewPanelProps): ReactNode {
  const pending = useStore(link, (facts) => facts.pending);
  useEffect(() => () => link.reveal(undefined), [link]);
  return (
    <div className="review" ref={listRef} tabIndex={-1}>
      <ReviseSection link={link} onExport={onExportChanges} />
      <section aria-label={strings.pending}>
        <h3 className="review-head">
          {strings.pending}
          {pending.length > 0 && <span className="review-count">{pending.length}</span>}
        </h3>
        {pending.length === 0 && <p className="quiet">{strings.pendingNone}</p>}
        <ul>
          {pending.map((place) => (
            <li key={place.from} className="review-row">
              <button type="button" className="review-sentence" onClick={() => link.reveal(place)}>
                {place.before}
                <em>{place.text}</em>
                {place.after}
              </button>
              {place.kind === "marked" ? (
                <Button size="small" onClick={() => link.run(settlePending(place))}>
                  {strings.settle}
                </Button>
              ) : (
                <span className="quiet review-written">{strings.written}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <ReferenceList link={link} onReference={onReference} />
      <section aria-label={strings.notes}>
        <h3 className="review-head">{strings.notes}</h3>
        <NoteForm link={link} />
        <NoteList link={link} />
      </section>
    </div>
  );
}
