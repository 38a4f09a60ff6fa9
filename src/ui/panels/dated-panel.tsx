/** 时序: every dated expression that waits for the drafter, each settled by one key. */
import { Button } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { DatedExpression } from "../../core/editor/dated.ts";
import { calendarStrings } from "../calendar/calendar.strings.ts";
import {
  acceptAllDated,
  acceptDated,
  editDated,
  keepAllDated,
  keepDated,
  reopenDated,
} from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { datedReasonText, datedStrings as strings } from "./dated.strings.ts";
import { datedOverview } from "./dated-groups.ts";
import { OpenRow } from "./dated-row.tsx";
import "./dated.css";

export interface DatedPanelProps {
  readonly link: EditorLink;
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** Day up to which the table of meetings is complete. */
  readonly meetingsUntil: string;
  readonly onCalendar: () => void;
}

export function DatedPanel({ link, listRef, meetingsUntil, onCalendar }: DatedPanelProps): ReactNode {
  const expressions = useStore(link, (facts) => facts.dated);
  const { groups, open, shifted, kept } = useMemo(() => datedOverview(expressions), [expressions]);
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState<string>();
  const index = Math.min(at, open.length - 1);
  const active = open[index];

  useEffect(() => () => link.reveal(undefined), [link]);

  const move = (to: number) => {
    const target = Math.max(0, Math.min(open.length - 1, to));
    setAt(target);
    link.reveal(open[target]);
  };
  /** The row goes and the next one takes its place, so the keys go on with it. */
  const settle = (settled: boolean) => {
    if (!settled) return;
    setEditing(undefined);
    listRef.current?.focus();
    const next = open[index + 1] ?? open[index - 1];
    link.reveal(undefined);
    if (next && next !== active) requestAnimationFrame(() => link.reveal(currentOf(link, next)));
  };
  const press = (event: KeyboardEvent) => {
    if (!active || editing !== undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { id } = active.mark;
    if (event.key === "ArrowDown") move(index + 1);
    else if (event.key === "ArrowUp") move(index - 1);
    else if (event.key === "Enter" && active.mark.proposed !== null) settle(link.run(acceptDated(id)));
    else if (event.key === "Enter" || event.key.toLowerCase() === "e") setEditing(id);
    else if (event.key.toLowerCase() === "k") settle(link.run(keepDated(id)));
    else if (event.key === "Escape") link.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const tables = (
    <p className="dated-tables quiet">
      {calendarStrings.meetingsKnown(meetingsUntil)}
      <Button size="small" appearance="subtle" onClick={onCalendar}>
        {calendarStrings.open}
      </Button>
    </p>
  );
  if (expressions.length === 0) {
    return (
      <div className="dated">
        <span />
        <p className="panel-message quiet">{strings.noExpressions}</p>
        {tables}
      </div>
    );
  }
  return (
    <div className="dated">
      <p className="dated-summary">
        {strings.summary(expressions.length, shifted.length, kept.length, open.length)}
      </p>
      <section
        ref={listRef}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys, Enter, E and K work on the list
        tabIndex={0}
        aria-label={strings.list}
        className="dated-list"
        onKeyDown={press}
        onFocus={(event) => event.target === event.currentTarget && link.reveal(active)}
      >
        {open.length === 0 && (
          <div className="panel-message">
            <p className="panel-title">{strings.none}</p>
            <p className="quiet">{strings.noneText}</p>
          </div>
        )}
        {groups.map((group) => (
          <section key={group.kind} className="dated-group">
            <header className="dated-group-head">
              <h3>{strings.kinds[group.kind]}</h3>
              {group.expressions.some(({ mark }) => mark.proposed !== null) && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => link.rewrite("dated", acceptAllDated(group.kind))}
                >
                  {strings.acceptAll(group.expressions.filter(({ mark }) => mark.proposed !== null).length)}
                </Button>
              )}
              {group.expressions.length > 1 && (
                <Button size="small" appearance="subtle" onClick={() => link.run(keepAllDated(group.kind))}>
                  {strings.keepAll(group.expressions.length)}
                </Button>
              )}
            </header>
            {group.expressions.map((expression) => (
              <OpenRow
                key={expression.mark.id}
                expression={expression}
                active={expression === active}
                editing={expression.mark.id === editing}
                onChoose={() => move(open.indexOf(expression))}
                onAccept={() => settle(link.run(acceptDated(expression.mark.id)))}
                onKeep={() => settle(link.run(keepDated(expression.mark.id)))}
                onEdit={() => setEditing(expression.mark.id)}
                onEdited={(text) => {
                  if (text === undefined) {
                    setEditing(undefined);
                    listRef.current?.focus();
                  } else settle(link.run(editDated(expression.mark.id, text)));
                }}
              />
            ))}
          </section>
        ))}
        <Settled
          link={link}
          expressions={shifted}
          title={strings.shifted(shifted.length)}
          about={({ mark }) => strings.was(mark.original)}
          takeBack={strings.takeBack}
        />
        <Settled
          link={link}
          expressions={kept}
          title={strings.kept(kept.length)}
          about={({ mark }) => datedReasonText(mark.reason)}
          takeBack={strings.askAgain}
        />
      </section>
      <div>
        {tables}
        <p className="dated-hint quiet">{strings.hint}</p>
      </div>
    </div>
  );
}

/** The same expression where it stands now. */
function currentOf(link: EditorLink, expression: DatedExpression): DatedExpression | undefined {
  return link.getState().dated.find(({ mark }) => mark.id === expression.mark.id);
}

interface SettledProps {
  readonly link: EditorLink;
  readonly expressions: readonly DatedExpression[];
  readonly title: string;
  readonly about: (expression: DatedExpression) => string;
  /** Word on the button that opens the question again. */
  readonly takeBack: string;
}

/** What has been moved already, or stays as it is, folded: to look through, and to take back one by one. */
function Settled({ link, expressions, title, about, takeBack }: SettledProps): ReactNode {
  if (expressions.length === 0) return null;
  return (
    <details className="dated-shifted">
      <summary className="focusable">{title}</summary>
      {expressions.map((expression) => (
        <div key={expression.mark.id} className="dated-row">
          <button type="button" className="dated-sentence" onClick={() => link.reveal(expression)}>
            {expression.before}
            <strong>{expression.text}</strong>
            {expression.after}
          </button>
          <p className="dated-reason quiet">{about(expression)}</p>
          <Button size="small" appearance="subtle" onClick={() => link.run(reopenDated(expression.mark.id))}>
            {takeBack}
          </Button>
        </div>
      ))}
    </details>
  );
}
