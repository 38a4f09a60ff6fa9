/** 字数统计: every part against the budget, and where to cut first. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { cheapestCuts } from "../../core/editor/cheapest-cuts.ts";
import { partTexts } from "../../core/editor/part-texts.ts";
import type { EditorFacts } from "../session/editor-link.ts";
import { Modal } from "../shared/modal.tsx";
import { entriesIn } from "../shared/outline-names.ts";
import { CHARACTER_BUDGET, grouped } from "../window/status-bar.tsx";
import { wordCountStrings as strings } from "./word-count.strings.ts";
import "./word-count.css";

export interface WordCountDialogProps {
  readonly facts: Pick<EditorFacts, "doc" | "outline" | "characters">;
  readonly onGoTo: (id: string) => void;
  readonly onClose: () => void;
}

/** Most cuts that are shown: who needs more has another problem than length. */
const MOST_CUTS = 8;

export function WordCountDialog({ facts, onGoTo, onClose }: WordCountDialogProps): ReactNode {
  const { doc, outline, characters } = facts;
  const entries = entriesIn(outline);
  const items = entries.filter(({ kind }) => kind === "item");
  const cuts = doc ? cheapestCuts(items, partTexts(doc)).slice(0, MOST_CUTS) : [];
  const nameOf = (id: string) => {
    const entry = entries.find((each) => each.id === id);
    return entry ? entry.label + (entry.heading || strings.untitled) : strings.untitled;
  };
  const over = characters - CHARACTER_BUDGET;
  return (
    <Modal
      title={strings.title}
      className="word-count"
      onCancel={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {strings.close}
        </Button>
      }
    >
      <p>
        {strings.total(grouped(characters), grouped(CHARACTER_BUDGET))}
        <strong className={over > 0 ? "amber" : ""}>
          {over > 0 ? strings.over(grouped(over)) : strings.left(grouped(-over))}
        </strong>
      </p>
      <section aria-label={strings.cuts}>
        <h3>{strings.cuts}</h3>
        {cuts.length === 0 && <p className="quiet">{strings.cutsNone}</p>}
        <ul>
          {cuts.map((cut) => (
            <li key={`${cut.block} ${cut.kind === "repeated" ? cut.sentence : ""}`}>
              <button type="button" className="word-count-row" onClick={() => onGoTo(cut.block)}>
                <span>{nameOf(cut.block)}</span>
                <span className="quiet">{strings.saves(cut.saves)}</span>
                <span className="quiet word-count-why">
                  {cut.kind === "repeated" ? strings.repeated(cut.sentence) : strings.long(cut.saves)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={strings.parts}>
        <h3>{strings.parts}</h3>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="word-count-row"
                data-kind={entry.kind}
                onClick={() => onGoTo(entry.id)}
              >
                <span>{nameOf(entry.id)}</span>
                <span className="quiet">{strings.characters(entry.characters)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Modal>
  );
}
