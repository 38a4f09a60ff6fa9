/** References that do not say any more what they should; nothing is shown while there are none. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { UnsettledReference } from "../../core/editor/unsettled-references.ts";
import { dropReference, repointReference, selectReference } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { reviewStrings as strings } from "./review.strings.ts";

export interface ReferenceListProps {
  readonly link: EditorLink;
  /** Asks for the part that the selected reference is to mean. */
  readonly onReference: () => void;
}

export function ReferenceList({ link, onReference }: ReferenceListProps): ReactNode {
  const references = useStore(link, (facts) => facts.references);
  if (references.length === 0) return null;
  const choose = (reference: UnsettledReference) => {
    if (link.run(selectReference(reference))) onReference();
  };
  return (
    <section aria-label={strings.references}>
      <h3 className="review-head">
        {strings.references}
        <span className="review-count">{references.length}</span>
      </h3>
      <ul>
        {references.map((reference) => (
          <li key={reference.from} className="review-row">
            <button type="button" className="review-sentence" onClick={() => link.reveal(reference)}>
              {reference.before}
              <em>{reference.text}</em>
              {reference.after}
            </button>
            <span className="quiet">{strings.referenceReasons[reference.reason]}</span>
            <div className="review-actions">
              {reference.reason === "unclear" && (
                <Button size="small" onClick={() => link.run(repointReference(reference, reference.target))}>
                  {strings.spellOut}
                </Button>
              )}
              <Button size="small" onClick={() => choose(reference)}>
                {strings.repoint}
              </Button>
              <Button size="small" onClick={() => link.run(dropReference(reference))}>
                {strings.dropReference}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
