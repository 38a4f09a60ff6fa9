/** 公文要素: the form data of the plan. Every change is a transaction of the editor, so undo covers it. */
import { Switch } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { DocumentForm, FrontMatter, Notice } from "../../core/plan/model.ts";
import { setFrontMatter, setTitle } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { frontMatterStrings as strings } from "./front-matter.strings.ts";
import { AttachmentFields } from "./front-matter-attachments.tsx";
import { Choice, DateField, Group, Line, LONG_LINE, Names } from "./front-matter-fields.tsx";
import { withOfficialBrackets, writtenDate } from "./front-matter-list.ts";
import { noticeOfText, textOfNotice } from "./notice-text.ts";
import "./front-matter.css";

const NOTICE = 20_000;
const FORMS: readonly DocumentForm[] = ["plan", "notice", "letter"];

interface GroupProps {
  readonly values: FrontMatter;
  readonly set: (changes: Partial<FrontMatter>) => void;
}

export function FrontMatterPanel({ link }: { readonly link: EditorLink }): ReactNode {
  const title = useStore(link, (facts) => facts.title);
  const values = useStore(link, (facts) => facts.frontMatter);
  const set = (changes: Partial<FrontMatter>) => void link.run(setFrontMatter(changes));
  const isNotice = values.form !== "plan";
  const given = { values, set };
  return (
    <form className="front-matter" onSubmit={(event) => event.preventDefault()}>
      <p className="quiet">{strings.intro}</p>
      <Group title={strings.groups.document}>
        <FormChoice {...given} />
        <Line
          label={strings.title}
          hint={strings.titleHint}
          value={title}
          rows={2}
          onCommit={(text) => link.run(setTitle(text))}
        />
        <Line
          label={strings.issuer}
          hint={strings.issuerHint}
          value={values.issuer}
          onCommit={(issuer) => set({ issuer })}
        />
        <Line label={strings.region} value={values.region} onCommit={(region) => set({ region })} />
      </Group>
      {isNotice && <Masthead {...given} />}
      {isNotice && <NoticeGroup {...given} title={title.replaceAll("\n", "")} />}
      <Signature {...given} />
      <Group title={strings.groups.attachments}>
        <AttachmentFields attachments={values.attachments} onChange={(attachments) => set({ attachments })} />
      </Group>
      <Security {...given} />
      <Imprint {...given} />
    </form>
  );
}

/** Choosing a form with a notice prepares one whose usual sentence can be changed. */
function FormChoice({ values, set }: GroupProps): ReactNode {
  const nameOf = (form: DocumentForm) => strings.forms[form];
  return (
    <Choice
      label={strings.form}
      value={nameOf(values.form)}
      choices={FORMS.map(nameOf)}
      required
      onChoose={(name) => {
        const form = FORMS.find((each) => nameOf(each) === name);
        if (!form) return;
        const notice = values.notice ?? { title: null, body: [] };
        set(form === "plan" ? { form } : { form, notice });
      }}
    />
  );
}

function Masthead({ values, set }: GroupProps): ReactNode {
  const isLetter = values.form === "letter";
  return (
    <Group title={strings.groups.masthead}>
      <Line
        label={strings.documentNumber}
        hint={strings.documentNumberHint}
        value={values.documentNumber}
        onCommit={(text) => set({ documentNumber: withOfficialBrackets(text) })}
      />
      <Line
        label={strings.authorityMark}
        hint={strings.authorityMarkHint(isLetter ? values.issuer : `${values.issuer}文件`)}
        value={values.authorityMark}
        onCommit={(authorityMark) => set({ authorityMark })}
      />
      <Names
        label={strings.jointIssuers}
        hint={strings.jointIssuersHint}
        names={values.jointIssuers}
        onCommit={(jointIssuers) => set({ jointIssuers })}
      />
      {!isLetter && (
        <Names
          label={strings.signatories}
          hint={strings.signatoriesHint}
          names={values.signatories}
          onCommit={(signatories) => set({ signatories })}
        />
      )}
    </Group>
  );
}

function Security({ values, set }: GroupProps): ReactNode {
  const term = values.classificationTerm === "" ? "" : `★${values.classificationTerm}`;
  return (
    <Group title={strings.groups.security}>
      <Line
        label={strings.copyNumber}
        hint={strings.copyNumberHint}
        value={values.copyNumber}
        onCommit={(copyNumber) => set({ copyNumber })}
      />
      <Choice
        label={strings.classification}
        value={values.classification}
        choices={strings.classifications}
        {...(values.classification === ""
          ? {}
          : { hint: strings.classificationHint(`${values.classification}${term}`) })}
        onChoose={(classification) => set({ classification })}
      />
      {values.classification !== "" && (
        <Line
          label={strings.classificationTerm}
          value={values.classificationTerm}
          onCommit={(classificationTerm) => set({ classificationTerm })}
        />
      )}
      <Choice
        label={strings.urgency}
        hint={strings.urgencyHint}
        value={values.urgency}
        choices={strings.urgencies}
        onChoose={(urgency) => set({ urgency })}
      />
    </Group>
  );
}

function NoticeGroup({ values, set, title }: GroupProps & { readonly title: string }): ReactNode {
  const notice: Notice = values.notice ?? { title: null, body: [] };
  const text = textOfNotice(notice);
  const usual = strings.noticeDefault(title);
  const change = (changes: Partial<Notice>) => set({ notice: { ...notice, ...changes } });
  return (
    <Group title={strings.groups.notice}>
      <Line
        label={strings.addressees}
        hint={strings.addresseesHint}
        value={values.addressees}
        rows={2}
        limit={LONG_LINE}
        onCommit={(addressees) => set({ addressees })}
      />
      <Line
        label={strings.noticeTitle}
        hint={strings.noticeTitleHint(strings.noticeTitleDefault(values.issuer, title))}
        value={notice.title ?? ""}
        rows={2}
        onCommit={(own) => change({ title: own === "" ? null : own })}
      />
      <Line
        label={strings.noticeText}
        hint={strings.noticeTextHint}
        value={text === "" ? usual : text}
        rows={5}
        limit={NOTICE}
        onCommit={(own) =>
          // The usual sentence follows the title as long as nobody changes it.
          change({ body: own === usual ? [] : noticeOfText(notice, own, () => crypto.randomUUID()) })
        }
      />
      <Switch
        label={strings.planAsAttachment}
        title={strings.planAsAttachmentHint}
        checked={values.planAsAttachment}
        onChange={(_, { checked }) => set({ planAsAttachment: checked })}
      />
    </Group>
  );
}

function Signature({ values, set }: GroupProps): ReactNode {
  const date = values.dateOfIssue;
  return (
    <Group title={strings.groups.signature}>
      <Line
        label={strings.authority}
        hint={strings.authorityHint}
        value={values.authority}
        onCommit={(authority) => set({ authority })}
      />
      <DateField
        label={strings.dateOfIssue}
        value={date}
        {...(date === null ? {} : { hint: strings.dateHint(writtenDate(date)) })}
        onCommit={(dateOfIssue) => set({ dateOfIssue })}
      />
      <Switch
        label={strings.sealed}
        checked={values.sealed}
        onChange={(_, { checked }) => set({ sealed: checked })}
      />
      {values.sealed && <p className="quiet">{strings.sealedHint}</p>}
      <Line
        label={strings.note}
        hint={strings.noteHint}
        value={values.note}
        onCommit={(note) => set({ note })}
      />
    </Group>
  );
}

function Imprint({ values, set }: GroupProps): ReactNode {
  const { imprint } = values;
  const change = (changes: Partial<FrontMatter["imprint"]>) => set({ imprint: { ...imprint, ...changes } });
  return (
    <Group title={strings.groups.imprint}>
      <p className="quiet">{strings.imprintHint}</p>
      <Line
        label={strings.copyTo}
        hint={strings.copyToHint}
        value={imprint.copyTo}
        rows={2}
        limit={LONG_LINE}
        onCommit={(copyTo) => change({ copyTo })}
      />
      <Line
        label={strings.printingAuthority}
        value={imprint.printingAuthority}
        onCommit={(printingAuthority) => change({ printingAuthority })}
      />
      <DateField
        label={strings.printDate}
        value={imprint.printDate}
        onCommit={(printDate) => change({ printDate })}
      />
    </Group>
  );
}
