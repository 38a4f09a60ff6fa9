/** Prior-year items for the place where the caret stands; one list, driven by mouse or by keys. */
import { Button } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import type { OriginSource } from "../../core/plan/model.ts";
import type { Suggestion } from "../../core/suggest/suggestion.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import type { SuggestionStore } from "../session/suggestions.ts";
import { sentencesOf } from "./sentences.ts";
import { SuggestionCard } from "./suggestion-card.tsx";
import { initialPicking, type PickingState, pickingReducer } from "./suggestion-picking.ts";
import { questionOf } from "./suggestion-question.ts";
import { suggestionStrings as strings } from "./suggestions.strings.ts";
import "./suggestions.css";

/** `whole`, or the chosen sentences of the body in their order. */
export type SuggestionPart = "whole" | readonly { readonly from: number; readonly to: number }[];

export interface SuggestionsPanelProps {
  readonly store: SuggestionStore;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onInsert: (suggestion: Suggestion, part: SuggestionPart) => void;
  /** Searches the library for the same words. */
  readonly onSearch: (text: string) => void;
  /** Shows an item in its source. */
  readonly onSource: (origin: OriginSource) => void;
  /** Back to the text, exactly where the caret was. */
  readonly onReturn: () => void;
}

export function SuggestionsPanel(props: SuggestionsPanelProps): ReactNode {
  const { store, listRef, onInsert, onSearch, onSource, onReturn } = props;
  const { status } = useServices();
  const live = useStore(store);
  const [picking, dispatch] = useReducer(pickingReducer, initialPicking);
  const [focused, setFocused] = useState(false);
  // A late answer must not change the cards under the keys of somebody who is choosing among them.
  const shown = useRef(live);
  if (!focused || picking === initialPicking) shown.current = live;
  const { context, hits, failure } = shown.current;
  // Other hits are other cards: a place in the old list means nothing in the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new list resets the place in it
  useEffect(() => dispatch({ type: "reset" }), [hits]);
  // Entered before there was a list, the panel has the keyboard; it belongs to the list as soon as there is one.
  const list = hits.length > 0;
  useEffect(() => {
    const { current } = listRef;
    if (list && current?.closest('[role="tabpanel"]') === document.activeElement) current?.focus();
  }, [list, listRef]);

  if (!status.library.available || failure?.code === "library-unavailable") {
    return <Unavailable reason={status.library.reason} />;
  }
  if (failure) {
    return (
      <div className="panel-message">
        <p>{failureText(failure, "other")}</p>
        <Button size="small" onClick={store.retry}>
          {strings.retry}
        </Button>
      </div>
    );
  }
  if (!context) return <p className="panel-message quiet">{strings.waiting}</p>;
  const search = (
    <Button size="small" appearance="subtle" onClick={() => onSearch(questionOf(context))}>
      {strings.search}
    </Button>
  );
  if (hits.length === 0) {
    return (
      <div className="panel-message">
        <p className="panel-title">{strings.empty}</p>
        <p className="quiet">{strings.emptyText}</p>
        {search}
      </div>
    );
  }

  const insert = (hit: Suggestion, index: number) => {
    const marked = picking.open === index ? picking.marked : [];
    const sentences = sentencesOf(hit.item.body);
    const chosen = marked.flatMap((at) => sentences[at] ?? []);
    onInsert(hit, chosen.length > 0 ? chosen : "whole");
  };
  const press = (event: KeyboardEvent) => {
    const hit = hits[picking.active];
    if (!hit || event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onReturn();
    else if (event.key === "Enter" && event.shiftKey) onSource(hit.item.origin);
    else if (event.key === "Enter") insertByKey(hit, picking, onInsert, insert);
    else {
      const action = actionOf(event.key, picking, hits);
      if (!action) return;
      dispatch(action);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="suggestions">
      <p className="suggestions-place quiet">{strings.places[context.place]}</p>
      <div
        ref={listRef}
        role="listbox"
        tabIndex={0}
        aria-label={strings.list}
        aria-activedescendant={`suggestion-${picking.active}`}
        className="suggestions-list"
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          dispatch({ type: "reset" });
        }}
      >
        {hits.map((hit, index) => (
          <SuggestionCard
            key={hit.item.id}
            id={`suggestion-${index}`}
            hit={hit}
            active={index === picking.active}
            sentences={picking.open === index ? { at: picking.sentence, marked: picking.marked } : undefined}
            onInsert={() => insert(hit, index)}
            onToggleSentences={() => dispatch({ type: "toggle", index })}
            onSource={() => onSource(hit.item.origin)}
            onMark={(at) => dispatch({ type: "mark", at })}
          />
        ))}
      </div>
      <div className="suggestions-foot">{search}</div>
      <p className="suggestions-hint quiet">
        {picking.open === undefined ? strings.hint : strings.inSentences}
      </p>
      <span className="visually-hidden" aria-live="polite">
        {spokenPlace(hits, picking)}
      </span>
    </div>
  );
}

/** Enter on a sentence without any mark means this sentence; on a card, or with marks, what is chosen. */
function insertByKey(
  hit: Suggestion,
  picking: PickingState,
  onInsert: SuggestionsPanelProps["onInsert"],
  insert: (hit: Suggestion, index: number) => void,
): void {
  const sentence = sentencesOf(hit.item.body)[picking.sentence];
  if (picking.open === picking.active && picking.marked.length === 0 && sentence) onInsert(hit, [sentence]);
  else insert(hit, picking.active);
}

function actionOf(key: string, picking: PickingState, hits: readonly Suggestion[]) {
  const inside = picking.open === picking.active;
  const sentences = sentencesOf(hits[picking.active]?.item.body ?? "").length;
  switch (key) {
    case "ArrowDown":
      return { type: "move", by: 1, cards: hits.length, sentences } as const;
    case "ArrowUp":
      return { type: "move", by: -1, cards: hits.length, sentences } as const;
    case "ArrowRight":
      return inside ? undefined : ({ type: "toggle", index: picking.active } as const);
    case "ArrowLeft":
      return inside ? ({ type: "toggle", index: picking.active } as const) : undefined;
    case " ":
      return inside ? ({ type: "mark", at: picking.sentence } as const) : undefined;
    default:
      return undefined;
  }
}

/** What a screen reader says: how many there are, or the sentence on which the keys stand. */
function spokenPlace(hits: readonly Suggestion[], picking: PickingState): string {
  const body = hits[picking.active]?.item.body;
  const sentences = body === undefined ? [] : sentencesOf(body);
  const sentence = sentences[picking.sentence];
  if (picking.open !== picking.active || body === undefined || !sentence) return strings.found(hits.length);
  const say = picking.marked.includes(picking.sentence) ? strings.sentenceMarked : strings.sentence;
  return say(picking.sentence + 1, sentences.length, body.slice(sentence.from, sentence.to));
}

function Unavailable({ reason }: { readonly reason: string | null }): ReactNode {
  return (
    <div className="panel-message">
      <p className="panel-title">{strings.unavailable}</p>
      <p>{strings.reasonsUnavailable[reason ?? ""] ?? strings.reasonUnknown}</p>
      <p className="quiet">{strings.remedy}</p>
    </div>
  );
}
