/** Words and filters above, finds on the left, the chosen item on the right. */
import { Checkbox, Input, Select } from "@fluentui/react-components";
import { SearchRegular, StarFilled } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import {
  type ItemText,
  type LibraryFacets,
  type LibraryFilters,
  type LibraryRow,
  NO_FILTERS,
} from "../../core/suggest/library-search.ts";
import type { LibraryItem } from "../../core/suggest/suggestion.ts";
import { failureText } from "../messages.ts";
import { provenanceParts } from "../panels/provenance.ts";
import { Highlighted } from "../shared/highlighted.tsx";
import { VirtualList } from "../shared/virtual-list.tsx";
import { EntryView } from "./entry-view.tsx";
import { libraryStrings as strings } from "./library.strings.ts";
import { useSearch } from "./use-search.ts";

/** Height of a row in CSS pixels, as in `library.css`. */
const ROW_HEIGHT = 88;
const ONLY = ["all", "favourite", "noted", "hidden"] as const;
const NO_FACETS: LibraryFacets = { years: [], issuers: [], regions: [], topics: [] };

export interface SearchTabProps {
  readonly text: string;
  readonly onInsert: ((item: LibraryItem) => void) | undefined;
}

export function SearchTab({ text: first, onInsert }: SearchTabProps): ReactNode {
  const [text, setText] = useState(first);
  const [filters, setFilters] = useState<LibraryFilters>(NO_FILTERS);
  const [active, setActive] = useState(0);
  const { found, failure, refresh } = useSearch(text, filters);
  const field = useRef<HTMLInputElement>(null);
  const rows = found?.rows ?? [];
  useEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other finds are another list
  useEffect(() => setActive(0), [text, filters]);
  // A corrected item is another one; the selection goes with it when the answer has come.
  const [corrected, setCorrected] = useState<Corrected>();
  useEffect(() => {
    const at = found?.rows.findIndex(({ item }) => item.id === corrected?.itemId) ?? -1;
    if (at >= 0) setActive(at);
  }, [found, corrected]);
  const selected = Math.min(active, rows.length - 1);
  const chosen = rows[selected];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setActive((before) => Math.max(0, Math.min(rows.length - 1, before + by)));
  };
  return (
    <div className="library-search">
      <div className="library-bar">
        <Input
          input={{ ref: field }}
          className="library-field"
          contentBefore={<SearchRegular />}
          aria-label={strings.searchLabel}
          placeholder={strings.searchHint}
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={press}
        />
        <Filters facets={found?.facets ?? NO_FACETS} filters={filters} onChange={setFilters} />
      </div>
      <div className="library-list">
        {failure && <p className="panel-message">{failureText(failure, "other")}</p>}
        {found && !failure && (
          <p className="quiet library-count" aria-live="polite">
            {rows.length === 0 ? strings.nothing : strings.found(rows.length, found.total)}
          </p>
        )}
        {found && rows.length === 0 && <p className="panel-message quiet">{strings.nothingText}</p>}
        {rows.length > 0 && (
          <VirtualList
            count={rows.length}
            rowHeight={ROW_HEIGHT}
            selected={selected}
            label={strings.results}
            row={(index) => <Row row={rows[index]} />}
            rowClass={(index) => (index === selected ? "library-row library-row-active" : "library-row")}
            onSelect={setActive}
          />
        )}
      </div>
      {chosen ? (
        <EntryView
          key={chosen.item.id}
          row={chosen}
          text={text}
          onInsert={onInsert}
          onChanged={refresh}
          onCorrected={(itemId, taken) => {
            setCorrected({ itemId, taken });
            refresh();
          }}
          taken={corrected?.itemId === chosen.item.id ? corrected.taken : undefined}
        />
      ) : (
        <p className="library-entry quiet">{strings.pick}</p>
      )}
    </div>
  );
}

interface Corrected {
  readonly itemId: number;
  readonly taken: ItemText | undefined;
}

function Row({ row }: { readonly row: LibraryRow | undefined }): ReactNode {
  if (!row) return null;
  const { item } = row;
  return (
    <>
      <p className="library-row-heading">
        {row.favourite && <StarFilled className="library-star" aria-label={strings.favourited} />}
        <Highlighted text={item.heading} ranges={row.headingMatches} />
      </p>
      <p className="library-row-snippet">
        <Highlighted text={row.snippet} ranges={row.snippetMatches} />
      </p>
      <p className="library-row-source">
        {provenanceParts(item.origin, strings.item).join(" · ")}
        {row.years.length > 1 && <span>{strings.years(row.years)}</span>}
        {row.targets > 0 && <span>{strings.targets(row.targets)}</span>}
      </p>
    </>
  );
}

interface FiltersProps {
  readonly facets: LibraryFacets;
  readonly filters: LibraryFilters;
  readonly onChange: (filters: LibraryFilters) => void;
}

function Filters({ facets, filters, onChange }: FiltersProps): ReactNode {
  const choice = (
    name: "year" | "issuer" | "region" | "topic",
    values: LibraryFacets["years"],
    chosen: string,
    choose: (value: string | null) => Partial<LibraryFilters>,
  ) => (
    <Select
      aria-label={strings.filters[name]}
      className="library-filter"
      value={chosen}
      onChange={(_, { value }) => onChange({ ...filters, ...choose(value === "" ? null : value) })}
    >
      <option value="">{`${strings.filters[name]}：${strings.filters.any}`}</option>
      {values.map(({ value, items }) => (
        <option key={value} value={value}>
          {strings.facet(value, items)}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {choice("year", facets.years, filters.year === null ? "" : String(filters.year), (value) => ({
        year: value === null ? null : Number(value),
      }))}
      {choice("issuer", facets.issuers, filters.issuer ?? "", (issuer) => ({ issuer }))}
      {choice("region", facets.regions, filters.region ?? "", (region) => ({ region }))}
      {choice("topic", facets.topics, filters.topic ?? "", (topic) => ({ topic }))}
      <Select
        aria-label={strings.filters.only}
        className="library-filter"
        value={filters.only}
        onChange={(_, { value }) =>
          onChange({ ...filters, only: ONLY.find((name) => name === value) ?? "all" })
        }
      >
        {ONLY.map((name) => (
          <option key={name} value={name}>
            {strings.only[name]}
          </option>
        ))}
      </Select>
      <Checkbox
        label={strings.filters.hasTarget}
        checked={filters.hasTarget}
        onChange={(_, { checked }) => onChange({ ...filters, hasTarget: checked === true })}
      />
    </>
  );
}
