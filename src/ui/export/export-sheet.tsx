/** The export sheet: form, profile, files, what is still open, one button. */
import { Button, Checkbox, Field, Input, Link, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { DocumentWish, ExportForm, PlanSession } from "../session/plan-session.ts";
import type { RightTab } from "../session/settings.ts";
import { Modal } from "../shared/modal.tsx";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { copyDocument } from "./copy-document.ts";
import { exportStrings as strings } from "./export.strings.ts";
import type { ExportChoice, ExportFormat, ExportResult } from "./export-run.ts";
import { HandOverList } from "./hand-over-list.tsx";
import { LONGEST_PATTERN, nameByPattern } from "./name-pattern.ts";
import { TaskSwitches } from "./task-switches.tsx";
import "./export.css";

export interface ExportSheetProps {
  readonly link: EditorLink;
  readonly session: PlanSession;
  readonly onExport: (choice: ExportChoice) => Promise<ExportResult>;
  /** Shows the pages as they would be exported. */
  readonly onPreview: (wish: DocumentWish) => void;
  readonly onShow: (tab: RightTab) => void;
  /** Goes to a block of the text. */
  readonly onProfile: () => void;
  readonly onOffice: () => void;
  readonly onClose: () => void;
}

const FORMS: readonly ExportForm[] = ["plan", "notice", "letter"];
const FORMATS: readonly ExportFormat[] = ["docx", "pdf", "xlsx", "txt", "html"];

export function ExportSheet(props: ExportSheetProps): ReactNode {
  const { link, session, onExport, onPreview, onShow, onProfile, onOffice, onClose } = props;
  const { settings, platform, bars } = useServices();
  const { frontMatter, title, year } = useStore(link);
  const pattern = useStore(settings, (values) => values.exportPattern);
  const formats = useStore(settings, (values) => values.exportFormats);
  const tasks = useStore(settings, (values) => values.exportTasks);
  const packs = useStore(settings, (values) => values.exportPacks);
  const { answer } = useLoad("profile.list", NOTHING);
  const [form, setForm] = useState<ExportForm>(frontMatter.form);
  const [profile, setProfile] = useState<string>();
  const [final, setFinal] = useState(false);
  const [busy, setBusy] = useState(false);
  const [existing, setExisting] = useState<Extract<ExportResult, { kind: "existing" }>>();
  const profiles = answer?.ok ? answer.value.profiles.map((each) => each.profile) : [];
  const chosen = profile ?? (answer?.ok ? answer.value.chosen : undefined);
  const fonts = profiles.find((each) => each.name === chosen)?.fonts;
  const name = nameByPattern(pattern, { title, year, frontMatter }, strings.forms.plan);

  const settle = async (work: Promise<ExportResult>) => {
    setBusy(true);
    const result = await work;
    setBusy(false);
    if (result.kind === "existing") setExisting(result);
    else {
      setExisting(undefined);
      if (result.kind === "done") onClose();
    }
  };
  const wish: DocumentWish = { form, profile: chosen ?? null, tasks };
  const run = () =>
    void settle(
      onExport({ form, profile: chosen ?? null, formats, name, itemBookmarks: !final, tasks, packs }),
    );
  const copy = async () => {
    const copied = await copyDocument(session, wish);
    const text = copied ? strings.copied : strings.copyFailed;
    bars.show({ topic: "export", intent: copied ? "success" : "warning", text, actions: [], closable: true });
    onClose();
  };
  return (
    <Modal
      title={strings.title}
      className="export-sheet"
      onCancel={() => !busy && onClose()}
      actions={
        <>
          <Button className="export-copy" disabled={busy} onClick={() => void copy()}>
            {strings.copy}
          </Button>
          <Button disabled={busy} onClick={() => onPreview(wish)}>
            {strings.preview}
          </Button>
          <Button appearance="primary" disabled={busy || formats.length === 0} onClick={run}>
            {busy ? strings.exporting : strings.export}
          </Button>
          <Button disabled={busy} onClick={onClose}>
            {strings.cancel}
          </Button>
        </>
      }
    >
      <div className="export-columns">
        <div className="export-column">
          <Field label={strings.form}>
            <RadioGroup
              value={form}
              onChange={(_, { value }) => {
                const found = FORMS.find((choice) => choice === value);
                if (found) setForm(found);
              }}
            >
              {FORMS.map((choice) => (
                <Radio
                  key={choice}
                  value={choice}
                  label={
                    <>
                      {strings.forms[choice]}
                      <span className="export-hint">{strings.formHints[choice]}</span>
                    </>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
          {form !== "plan" && frontMatter.notice === null && <p className="quiet">{strings.noNotice}</p>}
          <Field label={strings.profile}>
            <Select value={chosen ?? ""} onChange={(_, { value }) => setProfile(value)}>
              {profiles.map((each) => (
                <option key={each.name} value={each.name}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
          <p className="export-links">
            <Link onClick={onProfile}>{strings.profileSettings}</Link>
            <Link onClick={onOffice}>{strings.office}</Link>
          </p>
        </div>
        <div className="export-column">
          <fieldset className="export-files">
            <legend>{strings.files}</legend>
            {FORMATS.map((format) => (
              <Checkbox
                key={format}
                label={strings.formats[format]}
                checked={formats.includes(format)}
                onChange={(_, { checked }) =>
                  settings.change({
                    exportFormats: FORMATS.filter((each) =>
                      each === format ? checked === true : formats.includes(each),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
          {formats.includes("xlsx") && (
            <Checkbox
              className="export-under"
              checked={packs}
              onChange={(_, { checked }) => settings.change({ exportPacks: checked === true })}
              label={
                <>
                  {strings.packs}
                  <span className="export-hint">{strings.packsHint}</span>
                </>
              }
            />
          )}
          {platform.kind === "browser" && formats.includes("pdf") && (
            <p className="quiet">{strings.printsPdf}</p>
          )}
          <Field label={strings.pattern} hint={`${strings.patternResult(name)}。${strings.patternHint}`}>
            <Input
              value={pattern}
              maxLength={LONGEST_PATTERN}
              onChange={(_, { value }) => settings.change({ exportPattern: value })}
            />
          </Field>
          <TaskSwitches link={link} />
          <Checkbox
            checked={final}
            onChange={(_, { checked }) => setFinal(checked === true)}
            label={
              <>
                {strings.final}
                <span className="export-hint">{strings.finalHint}</span>
              </>
            }
          />
        </div>
      </div>
      {existing && (
        <div className="export-open" role="alert">
          <p>{strings.existing(existing.name)}</p>
          <p>
            <Button size="small" disabled={busy} onClick={() => void settle(existing.again("number"))}>
              {strings.keepBoth}
            </Button>
            <Button size="small" disabled={busy} onClick={() => void settle(existing.again("replace"))}>
              {strings.replace}
            </Button>
          </p>
        </div>
      )}
      <HandOverList link={link} form={form} fonts={fonts} onShow={onShow} />
    </Modal>
  );
}
