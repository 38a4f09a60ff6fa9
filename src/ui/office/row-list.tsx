/** A list of rows of short fields, with a button for one more; empty rows are simply not kept. */
import { Button, Input } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { type ReactNode, useRef } from "react";
import { officeStrings as strings } from "./office.strings.ts";

export interface RowListProps<Key extends string> {
  readonly title: string;
  readonly fields: readonly { readonly key: Key; readonly label: string }[];
  readonly rows: readonly Readonly<Record<Key, string>>[];
  readonly add: string;
  readonly remove: (name: string) => string;
  readonly most: number;
  readonly onChange: (rows: readonly Readonly<Record<Key, string>>[]) => void;
}

/** Limit of the office model. */
const LINE = 200;

export function RowList<Key extends string>(props: RowListProps<Key>): ReactNode {
  const { title, fields, rows, add, remove, most, onChange } = props;
  const list = useRef<HTMLFieldSetElement>(null);
  const first = fields[0];
  const empty = () => Object.fromEntries(fields.map(({ key }) => [key, ""])) as Record<Key, string>;
  const addRow = () => {
    onChange([...rows, empty()]);
    // The keyboard goes on in the new row once it is there.
    requestAnimationFrame(() => {
      const inputs = list.current?.querySelectorAll("input") ?? [];
      inputs[inputs.length - fields.length]?.focus();
    });
  };
  return (
    <fieldset ref={list} className="office-rows">
      <legend>{title}</legend>
      {rows.length > 0 && (
        <div className="office-row office-row-head quiet" aria-hidden="true">
          {fields.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      )}
      {rows.map((row, place) => (
        // Rows have no identity of their own; typing changes them in place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={place} className="office-row">
          {fields.map(({ key, label }) => (
            <Input
              key={key}
              size="small"
              aria-label={strings.row(label, place + 1)}
              maxLength={LINE}
              value={row[key]}
              onChange={(_, { value }) =>
                onChange(rows.map((each, at) => (at === place ? { ...each, [key]: value } : each)))
              }
            />
          ))}
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={remove(first ? row[first.key] : "")}
            onClick={() => onChange(rows.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <Button size="small" icon={<AddRegular />} disabled={rows.length >= most} onClick={addRow}>
        {add}
      </Button>
    </fieldset>
  );
}
