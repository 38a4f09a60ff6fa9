/** Fields of 公文要素 that all its groups use. */
import { Field, Select } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { FormField } from "./form-field.tsx";
import { frontMatterStrings as strings } from "./front-matter.strings.ts";
import { namesOfText, textOfNames } from "./front-matter-list.ts";

/** Limits of the plan model. */
export const LINE = 500;
export const LONG_LINE = 2_000;
const MOST_NAMES = 20;

export interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Group({ title, children }: GroupProps): ReactNode {
  const heading = useId();
  return (
    <section className="front-matter-group" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {children}
    </section>
  );
}

export interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly limit?: number;
  readonly onCommit: (value: string) => void;
}

export function Line({ limit = LINE, ...props }: LineProps): ReactNode {
  return <FormField {...props} limit={limit} tooLong={strings.tooLong} />;
}

export interface NamesProps {
  readonly label: string;
  readonly hint: string;
  readonly names: readonly string[];
  readonly onCommit: (names: readonly string[]) => void;
}

/** Several names, one a line. */
export function Names({ label, hint, names, onCommit }: NamesProps): ReactNode {
  return (
    <Line
      label={label}
      hint={hint}
      value={textOfNames(names)}
      rows={2}
      limit={MOST_NAMES * LINE}
      onCommit={(text) => onCommit(namesOfText(text, MOST_NAMES, LINE))}
    />
  );
}

export interface DateProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly onCommit: (value: string | null) => void;
}

export function DateField({ value, onCommit, ...props }: DateProps): ReactNode {
  return (
    <FormField
      {...props}
      type="date"
      value={value ?? ""}
      limit={LINE}
      tooLong={strings.tooLong}
      onCommit={(date) => onCommit(date === "" ? null : date)}
    />
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly string[];
  /** Whether one of them must be chosen. */
  readonly required?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of a few usual words, none, or what a document brought along. */
export function Choice({ label, hint, value, choices, required = false, onChoose }: ChoiceProps): ReactNode {
  const all = value === "" || choices.includes(value) ? choices : [...choices, value];
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        {!required && <option value="">{strings.none}</option>}
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </Field>
  );
}
