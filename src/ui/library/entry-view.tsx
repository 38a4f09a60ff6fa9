/** One item: its whole text, what changed between its years, what the drafter keeps about it, and its source. */
import { Button, Field, Textarea, ToggleButton } from "@fluentui/react-components";
import { StarRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { diffText } from "../../core/compare/diff-text.ts";
import { factsOfItem } from "../../core/suggest/item-facts.ts";
import {
  type ItemMark,
  type ItemText,
  type LibraryEntry,
  type LibraryRow,
  MAX_NOTE_LENGTH,
} from "../../core/suggest/library-search.ts";
import { searchTermsOf, wordRanges } from "../../core/suggest/search-text.ts";
import type { LibraryItem } from "../../core/suggest/suggestion.ts";
import type { Failure } from "../../host/contract.ts";
import { DiffRuns } from "../compare/diff-runs.tsx";
import { failureText } from "../messages.ts";
import { provenanceParts } from "../panels/provenance.ts";
import { useServices } from "../services.ts";
import { Highlighted } from "../shared/highlighted.tsx";
import { CorrectedText, ItemTextForm } from "./item-text.tsx";
import { libraryStrings as strings } from "./library.strings.ts";
import { SourceView } from "./source-view.tsx";

export interface EntryViewProps {
  readonly row: LibraryRow;
  /** What was searched, for marking it in the text. */
  readonly text: string;
  readonly onInsert: ((item: LibraryItem) => void) | undefined;
  /** A mark was changed. */
  readonly onChanged: () => void;
  /** The text was corrected, or that of the source given back: `taken` is what it was before. */
  readonly onCorrected: (itemId: number, taken: ItemText | undefined) => void;
  /** Where the text of the source was just given back: what takes that back. */
  readonly taken: ItemText | undefined;
}

export function EntryView({ row, text, onInsert, onChanged, onCorrected, taken }: EntryViewProps): ReactNode {
  const { host } = useServices();
  const [entry, setEntry] = useState<LibraryEntry>();
  const [failure, setFailure] = useState<Failure>();
  const [showsSource, setShowsSource] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const { id: itemId } = row.item;
  useEffect(() => {
    let wanted = true;
    void host.call("library.entry", { itemId }).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setEntry(reply.value);
      else setFailure(reply.failure);
    });
    return () => {
      wanted = false;
    };
  }, [host, itemId]);
  if (failure) return <p className="library-entry">{failureText(failure, "other")}</p>;
  if (!entry) return <div className="library-entry" />;
  const { item, versions } = entry;
  if (showsSource) return <SourceView origin={item.origin} onBack={() => setShowsSource(false)} />;
  const { words } = searchTermsOf(text);
  const change = async (mark: ItemMark) => {
    setEntry({ ...entry, mark });
    const reply = await host.call("library.mark", { itemId, mark });
    if (reply.ok) onChanged();
    else setFailure(reply.failure);
  };
  const correct = async (wanted: ItemText | null) => {
    const reply = await host.call("library.correctItem", { itemId, text: wanted });
    if (!reply.ok) return setFailure(reply.failure);
    const { heading, body } = item;
    onCorrected(reply.value.itemId, wanted === null ? { heading, body } : undefined);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
    <section className="library-entry focusable" tabIndex={0} aria-label={item.heading}>
      <h3>{item.heading}</h3>
      <p className="quiet">
        {[item.origin.title, ...provenanceParts(item.origin, strings.item), item.sectionHeading].join(" · ")}
      </p>
      <div className="library-actions">
        {onInsert && (
          <Button appearance="primary" size="small" onClick={() => onInsert(item)}>
            {strings.insert}
          </Button>
        )}
        <Button size="small" onClick={() => setShowsSource(true)}>
          {strings.source}
        </Button>
        <ToggleButton
          size="small"
          icon={<StarRegular />}
          checked={entry.mark.favourite}
          onClick={() => void change({ ...entry.mark, favourite: !entry.mark.favourite })}
        >
          {strings.favourite}
        </ToggleButton>
        <Button
          size="small"
          title={strings.hiddenHint}
          onClick={() => void change({ ...entry.mark, hidden: !entry.mark.hidden })}
        >
          {entry.mark.hidden ? strings.unhide : strings.hide}
        </Button>
        <Button size="small" disabled={correcting} onClick={() => setCorrecting(true)}>
          {strings.correctText}
        </Button>
      </div>
      {taken && (
        <p className="library-restored" role="status">
          {strings.itemText.restored}
          <Button size="small" onClick={() => void correct(taken)}>
            {strings.itemText.undo}
          </Button>
        </p>
      )}
      <Facts item={item} />
      {correcting ? (
        <ItemTextForm
          text={{ heading: item.heading, body: item.body }}
          onSave={(wanted) => void correct(wanted)}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <p className="library-text">
          <Highlighted text={item.body} ranges={wordRanges(item.body, words)} />
        </p>
      )}
      {entry.original && !correcting && (
        <CorrectedText original={entry.original} text={item} onRestore={() => void correct(null)} />
      )}
      <Changes versions={versions} />
      <Note mark={entry.mark} onChange={(mark) => void change(mark)} />
    </section>
  );
}

/** Who, by when and how much, as far as the text says it. */
function Facts({ item }: { readonly item: LibraryItem }): ReactNode {
  const { units, deadline, targets } = useMemo(() => factsOfItem(item), [item]);
  const rows = [
    [strings.units, units.join("、")],
    [strings.deadline, deadline],
    [strings.targetList, targets.join("；")],
  ].filter(([, value]) => value !== "");
  if (rows.length === 0) return null;
  return (
    <dl className="library-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What changed from each year to the next. */
function Changes({ versions }: { readonly versions: readonly LibraryItem[] }): ReactNode {
  return versions.slice(0, -1).map((item, index) => {
    const before = versions[index + 1];
    if (!before) return null;
    const runs = diffText(whole(before), whole(item));
    const same = runs.every(({ kind }) => kind === "equal");
    return (
      <div key={item.id} className="library-change">
        <h4>
          {strings.changesFrom(
            item.origin.year ?? strings.unknownYear,
            before.origin.year ?? strings.unknownYear,
          )}
        </h4>
        <p className="library-text">{same ? strings.same : <DiffRuns runs={runs} />}</p>
      </div>
    );
  });
}

function whole({ heading, body }: LibraryItem): string {
  return `${heading}。${body}`;
}

/** The note is kept when the field is left. */
function Note({
  mark,
  onChange,
}: {
  readonly mark: ItemMark;
  readonly onChange: (mark: ItemMark) => void;
}): ReactNode {
  const [note, setNote] = useState(mark.note);
  return (
    <Field label={strings.note}>
      <Textarea
        value={note}
        maxLength={MAX_NOTE_LENGTH}
        placeholder={strings.notePlaceholder}
        resize="vertical"
        onChange={(_, { value }) => setNote(value)}
        onBlur={() => note !== mark.note && onChange({ ...mark, note })}
      />
    </Field>
  );
}
