/** The values of a profile as a form. */
import { Checkbox, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Profile } from "../../core/official/profile.ts";
import { profileStrings as strings } from "./profile.strings.ts";
import { changed, fromMillimetres, fromPoints, gridOf, millimetres, points } from "./profile-values.ts";

export interface ProfileFieldsProps {
  readonly profile: Profile;
  readonly readOnly: boolean;
  readonly onChange: (profile: Profile) => void;
}

const FONTS = ["body", "title", "level1", "level2", "level3", "pageNumber", "latin"] as const;
const LEVELS = [1, 2, 3] as const;
const MARGINS = [
  ["topMargin", strings.top],
  ["bottomMargin", strings.bottom],
  ["leftMargin", strings.left],
  ["rightMargin", strings.right],
] as const;
const POSITIONS = ["outside", "center"] as const;

export function ProfileFields({ profile, readOnly, onChange }: ProfileFieldsProps): ReactNode {
  const [wrong, setWrong] = useState(false);
  const set = (values: Partial<Profile>) => {
    const next = changed(profile, values);
    setWrong(!next);
    if (next) onChange(next);
  };
  const { lines, characters } = gridOf(profile);
  return (
    <fieldset className="profile-fields" disabled={readOnly}>
      {!readOnly && (
        <Field label={strings.name}>
          <Input value={profile.name} maxLength={64} onChange={(_, { value }) => set({ name: value })} />
        </Field>
      )}
      <h3>{strings.margins}</h3>
      <div className="profile-row">
        {MARGINS.map(([key, label]) => (
          <NumberField
            key={key}
            label={label}
            value={millimetres(profile[key])}
            step={0.5}
            disabled={readOnly}
            onValue={(value) => set({ [key]: fromMillimetres(value) })}
          />
        ))}
      </div>
      <h3>{strings.lines}</h3>
      <div className="profile-row">
        <NumberField
          label={strings.line}
          value={points(profile.line)}
          step={0.5}
          disabled={readOnly}
          onValue={(value) => set({ line: fromPoints(value) })}
        />
        <NumberField
          label={strings.spacing}
          value={points(profile.characterSpacing)}
          step={0.05}
          disabled={readOnly}
          onValue={(value) => set({ characterSpacing: fromPoints(value) })}
        />
        <NumberField
          label={strings.markSize}
          value={profile.authorityMarkSize === null ? null : profile.authorityMarkSize / 2}
          step={1}
          disabled={readOnly}
          placeholder={strings.markAuto}
          onValue={(value) => set({ authorityMarkSize: Math.round(value * 2) })}
          onEmpty={() => set({ authorityMarkSize: null })}
        />
      </div>
      <p className="quiet">{strings.perPage(lines, characters)}</p>
      {wrong && (
        <p className="amber" role="alert">
          {strings.wrong}
        </p>
      )}
      <h3>{strings.fonts}</h3>
      <div className="profile-fonts">
        {FONTS.map((key) => (
          <Field key={key} label={strings.fontNames[key]}>
            <Input
              size="small"
              value={profile.fonts[key]}
              maxLength={64}
              disabled={readOnly}
              onChange={(_, { value }) => set({ fonts: { ...profile.fonts, [key]: value } })}
            />
          </Field>
        ))}
      </div>
      <h3>{strings.bold}</h3>
      <div className="profile-row">
        {LEVELS.map((level) => (
          <Checkbox
            key={level}
            label={strings.boldLevels[level]}
            disabled={readOnly}
            checked={profile.boldLevels.includes(level)}
            onChange={(_, { checked }) =>
              set({
                boldLevels: LEVELS.filter((each) =>
                  each === level ? checked === true : profile.boldLevels.includes(each),
                ),
              })
            }
          />
        ))}
      </div>
      <h3>{strings.pageNumbers}</h3>
      <RadioGroup
        layout="horizontal"
        aria-label={strings.pageNumbers}
        value={profile.pageNumbers.position}
        disabled={readOnly}
        onChange={(_, { value }) => {
          const position = POSITIONS.find((each) => each === value);
          if (position) set({ pageNumbers: { ...profile.pageNumbers, position } });
        }}
      >
        {POSITIONS.map((position) => (
          <Radio key={position} value={position} label={strings.positions[position]} />
        ))}
      </RadioGroup>
      <Checkbox
        label={strings.dashes}
        checked={profile.pageNumbers.dashes}
        disabled={readOnly}
        onChange={(_, { checked }) =>
          set({ pageNumbers: { ...profile.pageNumbers, dashes: checked === true } })
        }
      />
    </fieldset>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly step: number;
  readonly disabled: boolean;
  readonly placeholder?: string;
  readonly onValue: (value: number) => void;
  readonly onEmpty?: () => void;
}

/** What is being typed stays until it is a number that fits. */
function NumberField({
  label,
  value,
  step,
  disabled,
  placeholder,
  onValue,
  onEmpty,
}: NumberFieldProps): ReactNode {
  const [draft, setDraft] = useState<string>();
  const take = (text: string) => {
    setDraft(text);
    if (text.trim() === "") onEmpty?.();
    else if (Number.isFinite(Number(text))) onValue(Number(text));
  };
  return (
    <Field label={label}>
      <Input
        size="small"
        type="number"
        step={step}
        disabled={disabled}
        placeholder={placeholder}
        value={draft ?? (value === null ? "" : String(value))}
        onChange={(_, data) => take(data.value)}
        onBlur={() => setDraft(undefined)}
      />
    </Field>
  );
}
