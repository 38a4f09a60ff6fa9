/** One prior-year item: heading, first characters, where from, why; its sentences when it is open. */
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import { Highlighted } from "../shared/highlighted.tsx";
import { excerptOf } from "./excerpt.ts";
import { provenanceParts } from "./provenance.ts";
import { sentencesOf } from "./sentences.ts";
import { reasonText, suggestionStrings as strings } from "./suggestions.strings.ts";

export interface SuggestionCardProps {
  readonly id: string;
  readonly hit: Suggestion;
  readonly active: boolean;
  /** Given when the card is open. */
  readonly sentences: { readonly at: number; readonly marked: readonly number[] } | undefined;
  readonly onInsert: () => void;
  readonly onToggleSentences: () => void;
  /** Shows the item in its source. */
  readonly onSource: () => void;
  readonly onMark: (at: number) => void;
}

export function SuggestionCard(props: SuggestionCardProps): ReactNode {
  const { id, hit, active, sentences, onInsert, onToggleSentences, onSource, onMark } = props;
  const { item } = hit;
  const element = useRef<HTMLDivElement>(null);
  const excerpt = useMemo(() => excerptOf(item.body, hit.bodyMatches), [item, hit]);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const open = sentences !== undefined;

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={active}
      className={active ? "suggestion suggestion-active" : "suggestion"}
      // The caret stays in the text; only the keys of the list need the focus there.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!open) onInsert();
      }}
    >
      <div className="suggestion-head">
        <p className="suggestion-heading">
          <Highlighted text={item.heading} ranges={hit.headingMatches} />
        </p>
        {item.body !== "" && (
          // biome-ignore lint/a11y/noStaticElementInteractions: → does the same; an option may hold no button
          // biome-ignore lint/a11y/useKeyWithClickEvents: → does the same
          <span
            className="suggestion-toggle"
            title={strings.openSentences}
            onClick={(event) => {
              event.stopPropagation();
              onToggleSentences();
            }}
          >
            {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          </span>
        )}
      </div>
      {open ? (
        <Sentences
          hit={hit}
          at={sentences.at}
          marked={sentences.marked}
          onMark={onMark}
          onInsert={onInsert}
        />
      ) : (
        excerpt.text !== "" && (
          <p className="suggestion-excerpt">
            <Highlighted text={excerpt.text} ranges={excerpt.ranges} />
          </p>
        )
      )}
      <p className="suggestion-source">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Shift+Enter does the same; an option may hold no button */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Shift+Enter does the same */}
        <span
          className="suggestion-origin"
          title={strings.source}
          onClick={(event) => {
            event.stopPropagation();
            onSource();
          }}
        >
          {provenanceParts(item.origin, strings.item).join(" · ")}
        </span>
        {hit.years.length > 1 && <span className="suggestion-years">{strings.years(hit.years)}</span>}
      </p>
      <ul className="suggestion-reasons">
        {hit.reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason)}</li>
        ))}
      </ul>
    </div>
  );
}

interface SentencesProps {
  readonly hit: Suggestion;
  readonly at: number;
  readonly marked: readonly number[];
  readonly onMark: (at: number) => void;
  readonly onInsert: () => void;
}

function Sentences({ hit, at, marked, onMark, onInsert }: SentencesProps): ReactNode {
  const { body } = hit.item;
  const sentences = useMemo(() => sentencesOf(body), [body]);
  return (
    <div className="suggestion-sentences">
      {sentences.map(({ from, to }, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the space key does the same; an option may hold no button
        // biome-ignore lint/a11y/useKeyWithClickEvents: the space key does the same
        <div
          key={from}
          data-marked={marked.includes(index)}
          className={index === at ? "suggestion-sentence suggestion-sentence-at" : "suggestion-sentence"}
          onClick={(event) => {
            event.stopPropagation();
            onMark(index);
          }}
        >
          <span className="suggestion-check" />
          {body.slice(from, to)}
        </div>
      ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter does the same; an option may hold no button */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter does the same */}
      <span
        className="suggestion-insert"
        onClick={(event) => {
          event.stopPropagation();
          onInsert();
        }}
      >
        {marked.length > 0 ? strings.insertMarked(marked.length) : strings.insertWhole}
      </span>
    </div>
  );
}
