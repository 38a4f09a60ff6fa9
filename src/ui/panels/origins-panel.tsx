/** 来源: whose words the plan has, source by source; the reused text is marked on the page while the tab is open. */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type ReusedText, reusedTexts } from "../../core/editor/origins.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { originStrings as strings } from "./origins.strings.ts";
import { provenanceParts } from "./provenance.ts";
import "./origins.css";

export interface OriginsPanelProps {
  readonly link: EditorLink;
  readonly listRef: RefObject<HTMLDivElement | null>;
}

const NONE: readonly ReusedText[] = [];

export function OriginsPanel({ link, listRef }: OriginsPanelProps): ReactNode {
  const doc = useStore(link, (facts) => facts.doc);
  const characters = useStore(link, (facts) => facts.characters);
  const texts = useMemo(() => (doc ? reusedTexts(doc) : NONE), [doc]);
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState<number>();
  const active = Math.min(chosen, texts.length - 1);

  useEffect(() => {
    if (doc)
      link.highlight(
        doc,
        texts.flatMap(({ ranges }) => ranges),
      );
  }, [link, doc, texts]);
  useEffect(
    () => () => {
      const { doc: last } = link.getState();
      if (last) link.highlight(last, []);
      link.reveal(undefined);
    },
    [link],
  );

  if (texts.length === 0)
    return (
      <div className="panel-message">
        <p className="panel-title">{strings.empty}</p>
        <p className="quiet">{strings.emptyText}</p>
      </div>
    );
  /** Again on the same row goes on to its next place. */
  const choose = (index: number) => {
    const ranges = texts[index]?.ranges ?? [];
    const next = index === active && shown !== undefined ? (shown + 1) % Math.max(1, ranges.length) : 0;
    setChosen(index);
    setShown(next);
    link.reveal(ranges[next]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") choose(Math.min(active + 1, texts.length - 1));
    else if (event.key === "ArrowUp") choose(Math.max(active - 1, 0));
    else if (event.key === "Home") choose(0);
    else if (event.key === "End") choose(texts.length - 1);
    else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") link.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const reused = texts.reduce((sum, text) => sum + text.characters, 0);
  const share = characters === 0 ? 0 : Math.min(100, Math.round((reused / characters) * 100));
  return (
    <div className="origins">
      <p className="quiet origins-summary">{strings.summary(texts.length, share)}</p>
      <div
        ref={listRef}
        role="listbox"
        tabIndex={0}
        aria-label={strings.list}
        aria-activedescendant={`origin-${active}`}
        className="origins-list"
        onKeyDown={press}
      >
        {texts.map(({ key, source, ranges, characters: length }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its active row
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
          <div
            key={key}
            id={`origin-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? "origin-row origin-active" : "origin-row"}
            onClick={() => choose(index)}
          >
            <span className="origin-heading">{source.heading || source.text}</span>
            <span className="origin-place quiet">
              {provenanceParts(source, strings.item).join(" · ")}
              <span className="origin-length">{strings.length(ranges.length, length)}</span>
            </span>
          </div>
        ))}
      </div>
      <p className="origins-hint quiet">{strings.hint}</p>
    </div>
  );
}
