/** The export sheet: which form, what is still open, one button. */
import { Button, Field, Link, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { EditorLink } from "../session/editor-link.ts";
import type { ExportForm } from "../session/plan-session.ts";
import type { RightTab } from "../session/settings.ts";
import { Modal } from "../shared/modal.tsx";
import { exportStrings as strings } from "./export.strings.ts";
import { missingElements } from "./hand-over.ts";
import "./export.css";

export interface ExportSheetProps {
  readonly link: EditorLink;
  /** False: cancelled or failed, the sheet stays. */
  readonly onExport: (form: ExportForm) => Promise<boolean>;
  readonly onShow: (tab: RightTab) => void;
  readonly onClose: () => void;
}

const FORMS = ["plan", "notice"] as const;

export function ExportSheet({ link, onExport, onShow, onClose }: ExportSheetProps): ReactNode {
  const { frontMatter, dated } = useStore(link);
  const [form, setForm] = useState<ExportForm>(frontMatter.notice === null ? "plan" : "notice");
  const [busy, setBusy] = useState(false);
  const open = dated.filter(({ mark }) => mark.state === "open").length;
  const missing = missingElements(frontMatter, form).map((name) => strings.names[name]);

  const run = async () => {
    setBusy(true);
    const done = await onExport(form);
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      title={strings.title}
      className="export-sheet"
      onCancel={() => !busy && onClose()}
      actions={
        <>
          <Button appearance="primary" disabled={busy} onClick={() => void run()}>
            {busy ? strings.exporting : strings.export}
          </Button>
          <Button disabled={busy} onClick={onClose}>
            {strings.cancel}
          </Button>
        </>
      }
    >
      <Field label={strings.form}>
        <RadioGroup
          value={form}
          onChange={(_, { value }) => {
            const chosen = FORMS.find((choice) => choice === value);
            if (chosen) setForm(chosen);
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
      {form === "notice" && frontMatter.notice === null && <p className="quiet">{strings.noNotice}</p>}
      <ul className="export-open">
        {open > 0 && (
          <li>
            {strings.datedOpen(open)}
            <Link onClick={() => onShow("dated")}>{strings.datedShow}</Link>
          </li>
        )}
        {missing.length > 0 && (
          <li>
            {strings.missing(missing.join("、"))}
            <Link onClick={() => onShow("front-matter")}>{strings.missingShow}</Link>
          </li>
        )}
        {open === 0 && missing.length === 0 && <li className="export-ready">{strings.ready}</li>}
      </ul>
      <p className="quiet">{strings.file}</p>
    </Modal>
  );
}
