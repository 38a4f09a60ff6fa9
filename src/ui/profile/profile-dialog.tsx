/** 版式设置: the profiles of program and office, edited beside a live sample. */
import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { PrintedDocument } from "../../core/official/printed-page.ts";
import type { Profile } from "../../core/official/profile.ts";
import type { Failure, ReplyOf } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import { chooseFile } from "../platform/browser.ts";
import { PrintedPageView } from "../preview/printed-page-view.tsx";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { profileStrings as strings } from "./profile.strings.ts";
import { ProfileFields } from "./profile-fields.tsx";
import "./profile.css";

type Listed = ReplyOf<"profile.list">;

/** Pause in typing after which the sample follows, in milliseconds. */
const PAUSE = 300;
const SAMPLE_WIDTH = 300;
const PROFILE_ENDING = ".json";

export interface ProfileDialogProps {
  /** A profile has been saved or another one come into use. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function ProfileDialog({ onChanged, onClose }: ProfileDialogProps): ReactNode {
  const { host, platform } = useServices();
  const [listed, setListed] = useState<Listed>();
  const [draft, setDraft] = useState<Profile>();
  const [note, setNote] = useState<string>();
  const shownName = draft?.name;
  const known = listed?.profiles.find(({ profile }) => profile.name === shownName);
  const isBuiltIn = known?.builtIn ?? false;
  const isSaved = known !== undefined && JSON.stringify(known.profile) === JSON.stringify(draft);

  const load = useCallback(
    async (show?: string) => {
      const reply = await host.call("profile.list", {});
      if (!reply.ok) return setNote(failureText(reply.failure, "other"));
      setListed(reply.value);
      const name = show ?? reply.value.chosen;
      setDraft(reply.value.profiles.find(({ profile }) => profile.name === name)?.profile);
    },
    [host],
  );
  useEffect(() => void load(), [load]);

  const refuse = (failure: Failure, name: string) =>
    setNote(strings.failures[failure.code]?.(name) ?? failureText(failure, "other", name));
  const save = async (profile: Profile) => {
    const reply = await host.call("profile.save", { profile });
    if (!reply.ok) return refuse(reply.failure, profile.name);
    await load(profile.name);
    setNote(strings.saved);
    onChanged();
  };
  const use = async (name: string) => {
    const reply = await host.call("profile.choose", { name });
    if (!reply.ok) return refuse(reply.failure, name);
    await load(name);
    onChanged();
  };
  const remove = async (name: string) => {
    await host.call("profile.remove", { name });
    await load();
    onChanged();
  };
  const importFile = async () => {
    const file = await chooseFile([PROFILE_ENDING]);
    if (!file) return;
    const reply = await host.call("profile.import", file);
    if (!reply.ok) return refuse(reply.failure, file.name);
    await load(reply.value.profile.name);
    setNote(strings.imported(reply.value.profile.name));
  };
  const exportFile = async (name: string) => {
    const target = await platform.chooseExportTarget(`${name}${PROFILE_ENDING}`);
    if (!target.ok) return refuse(target.failure, name);
    if (!target.value) return;
    const reply = await host.call("profile.export", { name, target: target.value });
    if (!reply.ok) return refuse(reply.failure, name);
    if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
    setNote(strings.exported(reply.value.name));
  };

  return (
    <Modal
      title={strings.title}
      className="profile-dialog"
      onCancel={onClose}
      aside={<span role="status">{note ?? (draft && !isSaved ? strings.unsaved : "")}</span>}
      actions={
        <>
          <Button className="profile-import" onClick={() => void importFile()}>
            {strings.import}
          </Button>
          {draft && isSaved && <Button onClick={() => void exportFile(draft.name)}>{strings.export}</Button>}
          {draft && isSaved && !isBuiltIn && (
            <Button onClick={() => void remove(draft.name)}>{strings.remove}</Button>
          )}
          {draft && isSaved && listed?.chosen !== draft.name && (
            <Button appearance="primary" onClick={() => void use(draft.name)}>
              {strings.use}
            </Button>
          )}
          {draft && !isSaved && (
            <Button appearance="primary" onClick={() => void save(draft)}>
              {strings.save}
            </Button>
          )}
          <Button onClick={onClose}>{strings.close}</Button>
        </>
      }
    >
      <div className="profile-columns">
        <div className="profile-form">
          <RadioGroup
            aria-label={strings.list}
            value={shownName ?? ""}
            onChange={(_, { value }) => {
              setNote(undefined);
              setDraft(listed?.profiles.find(({ profile }) => profile.name === value)?.profile);
            }}
          >
            {(listed?.profiles ?? []).map(({ profile: { name } }) => (
              <Radio
                key={name}
                value={name}
                label={`${strings.names[name] ?? name}${listed?.chosen === name ? ` · ${strings.inUse}` : ""}`}
              />
            ))}
          </RadioGroup>
          {draft && isBuiltIn && (
            <p className="quiet">
              {strings.builtInHint}{" "}
              <Button
                size="small"
                onClick={() => void save({ ...draft, name: strings.copyName(draft.name) })}
              >
                {strings.copy}
              </Button>
            </p>
          )}
          {draft && (
            <ProfileFields
              key={known?.profile.name ?? "new"}
              profile={draft}
              readOnly={isBuiltIn}
              onChange={(next) => {
                setNote(undefined);
                setDraft(next);
              }}
            />
          )}
        </div>
        <Sample profile={draft} />
      </div>
    </Modal>
  );
}

function Sample({ profile }: { readonly profile: Profile | undefined }): ReactNode {
  const { host } = useServices();
  const [sample, setSample] = useState<PrintedDocument>();
  useEffect(() => {
    if (!profile) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const reply = await host.call("layout.sample", { profile });
      if (wanted && reply.ok) setSample(reply.value.document);
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [host, profile]);
  return (
    <section className="profile-sample" aria-label={strings.sample}>
      {sample?.pages.map((page, index) => (
        <PrintedPageView
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
          key={index}
          page={page}
          width={SAMPLE_WIDTH}
          label={strings.sample}
        />
      ))}
    </section>
  );
}
