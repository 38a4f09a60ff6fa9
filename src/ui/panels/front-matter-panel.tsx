/** 公文要素: the form data of the plan. Every change is a transaction of the editor, so undo covers it. */
import { Switch } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import type { FrontMatter, Notice } from "../../core/plan/model.ts";
import { setFrontMatter, setTitle } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { FormField } from "./form-field.tsx";
import { frontMatterStrings as strings } from "./front-matter.strings.ts";
import { noticeOfText, textOfNotice } from "./notice-text.ts";
import "./front-matter.css";

/** Limits of the plan model. */
const LINE = 500;
const ADDRESSEES = 2_000;
const NOTICE = 20_000;

export function FrontMatterPanel({ link }: { readonly link: EditorLink }): ReactNode {
  const title = useStore(link, (facts) => facts.title);
  const values = useStore(link, (facts) => facts.frontMatter);
  const heading = useId();
  const set = (changes: Partial<FrontMatter>) => void link.run(setFrontMatter(changes));
  const { notice } = values;
  return (
    <form className="front-matter" onSubmit={(event) => event.preventDefault()}>
      <p className="quiet">{strings.intro}</p>
      <FormField
        label={strings.title}
        hint={strings.titleHint}
        value={title}
        rows={2}
        limit={LINE}
        tooLong={strings.tooLong}
        onCommit={(text) => link.run(setTitle(text))}
      />
      <Line label={strings.issuer} value={values.issuer} onCommit={(issuer) => set({ issuer })} />
      <Line label={strings.region} value={values.region} onCommit={(region) => set({ region })} />
      <Line
        label={strings.documentNumber}
        hint={strings.documentNumberHint}
        value={values.documentNumber}
        onCommit={(documentNumber) => set({ documentNumber })}
      />
      <FormField
        label={strings.addressees}
        hint={strings.addresseesHint}
        value={values.addressees}
        rows={2}
        limit={ADDRESSEES}
        tooLong={strings.tooLong}
        onCommit={(addressees) => set({ addressees })}
      />
      <Line
        label={strings.authority}
        hint={strings.authorityHint}
        value={values.authority}
        onCommit={(authority) => set({ authority })}
      />
      <FormField
        label={strings.dateOfIssue}
        type="date"
        value={values.dateOfIssue ?? ""}
        limit={LINE}
        tooLong={strings.tooLong}
        onCommit={(date) => set({ dateOfIssue: date === "" ? null : date })}
      />
      <section className="front-matter-notice" aria-labelledby={heading}>
        <h3 id={heading}>{strings.notice}</h3>
        <Switch
          label={strings.noticeOn}
          checked={notice !== null}
          onChange={(_, { checked }) =>
            set(
              checked
                ? { form: "notice", notice: { title: null, body: [] } }
                : { form: "plan", notice: null },
            )
          }
        />
        {notice && <NoticeFields notice={notice} onChange={(changed) => set({ notice: changed })} />}
      </section>
    </form>
  );
}

interface NoticeFieldsProps {
  readonly notice: Notice;
  readonly onChange: (notice: Notice) => void;
}

function NoticeFields({ notice, onChange }: NoticeFieldsProps): ReactNode {
  return (
    <>
      <FormField
        label={strings.noticeTitle}
        hint={strings.noticeTitleHint}
        value={notice.title ?? ""}
        rows={2}
        limit={LINE}
        tooLong={strings.tooLong}
        onCommit={(text) => onChange({ ...notice, title: text === "" ? null : text })}
      />
      <FormField
        label={strings.noticeText}
        hint={strings.noticeTextHint}
        value={textOfNotice(notice)}
        rows={5}
        limit={NOTICE}
        tooLong={strings.tooLong}
        onCommit={(text) =>
          onChange({ ...notice, body: noticeOfText(notice, text, () => crypto.randomUUID()) })
        }
      />
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

function Line(props: LineProps): ReactNode {
  return <FormField {...props} limit={LINE} tooLong={strings.tooLong} />;
}
