/** Step three: which year, whose plan, how it is numbered, what comes over from last year. */
import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import { type Answers, type NewPlanState, yearOf } from "./new-plan-state.ts";

export interface OptionsStepProps {
  readonly state: NewPlanState;
  readonly onAnswer: (values: Partial<Answers>) => void;
}

const NUMBERINGS = ["continuous", "per-section", "per-heading"] as const;
const CARRIES = ["text", "headings"] as const;

export function OptionsStep({ state, onAnswer }: OptionsStepProps): ReactNode {
  const { answers, source, touched } = state;
  const inferred =
    source?.kind === "file" &&
    source.document.current.issuer === null &&
    source.document.current.issuerInferred !== null;
  const issuerDoubtful = inferred && !touched.includes("issuer");
  return (
    <div className="new-plan-options">
      <div>
        <Field
          label={strings.year}
          required
          {...(yearOf(answers) === undefined
            ? { validationState: "error" as const, validationMessage: strings.yearInvalid }
            : {})}
        >
          <Input
            autoFocus
            className="new-plan-year"
            type="number"
            value={answers.year}
            onChange={(_, { value }) => onAnswer({ year: value })}
          />
        </Field>
        <Field
          label={strings.issuer}
          {...(issuerDoubtful
            ? { validationState: "warning" as const, validationMessage: strings.inferred }
            : { hint: strings.issuerHint })}
        >
          <Input value={answers.issuer} onChange={(_, { value }) => onAnswer({ issuer: value })} />
        </Field>
        <Field label={strings.region} hint={strings.regionHint}>
          <Input value={answers.region} onChange={(_, { value }) => onAnswer({ region: value })} />
        </Field>
      </div>
      <div>
        <Field label={strings.numbering}>
          <RadioGroup
            value={answers.numbering}
            onChange={(_, { value }) => {
              const numbering = NUMBERINGS.find((choice) => choice === value);
              if (numbering) onAnswer({ numbering });
            }}
          >
            {NUMBERINGS.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={<Choice label={strings.numberings[choice]} hint={strings.numberingHints[choice]} />}
              />
            ))}
          </RadioGroup>
        </Field>
        {source?.kind !== "blank" && (
          <Field label={strings.carry}>
            <RadioGroup
              value={answers.carry}
              onChange={(_, { value }) => {
                const carry = CARRIES.find((choice) => choice === value);
                if (carry) onAnswer({ carry });
              }}
            >
              {CARRIES.map((choice) => (
                <Radio
                  key={choice}
                  value={choice}
                  label={<Choice label={strings.carries[choice]} hint={strings.carryHints[choice]} />}
                />
              ))}
            </RadioGroup>
          </Field>
        )}
      </div>
    </div>
  );
}

function Choice({ label, hint }: { readonly label: string; readonly hint: string }): ReactNode {
  return (
    <>
      {label}
      <span className="new-plan-choice-hint">{hint}</span>
    </>
  );
}
