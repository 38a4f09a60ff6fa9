/** 版本: keeping, comparing and restoring versions of the open plan. */
import { Button, Input, Select } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { MAX_AUTHOR_LENGTH } from "../../core/plan/item-notes.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { NO_LABEL, type PlanVersion, type VersionLabel, versionStepSchema } from "../../core/plan/version.ts";
import { restoreBlock, restorePlan } from "../editor/index.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { CopyMarkup, PlanSession } from "../session/plan-session.ts";
import { dayTime } from "../shared/dates.ts";
import { ChangeList } from "./change-list.tsx";
import { versionChanges } from "./version-changes.ts";
import { VersionList } from "./version-list.tsx";
import { STEP_NAMES, versionStrings as strings, versionName } from "./versions.strings.ts";
import "./versions.css";

const COPIES: readonly CopyMarkup[] = ["asFormatting", "asRevisions", "clean"];

export interface VersionsViewProps {
  readonly plan: WorkPlan;
  readonly link: EditorLink;
  readonly session: PlanSession;
}

export function VersionsView({ plan, link, session }: VersionsViewProps): ReactNode {
  const { platform, settings, now } = useServices();
  const author = useStore(settings, (values) => values.author);
  const [list, setList] = useState<{ readonly versions: readonly PlanVersion[]; readonly damaged: number }>();
  const [message, say] = useState("");
  const [label, setLabel] = useState<VersionLabel>(NO_LABEL);
  const [chosen, choose] = useState<string>();
  const [against, setAgainst] = useState("");
  const before = useVersion(session, chosen, say);
  const other = useVersion(session, against === "" ? undefined : against, say);
  const after = against === "" ? plan : other;
  const changes = useMemo(() => before && after && versionChanges(before, after), [before, after]);

  const refresh = useCallback(async () => {
    const reply = await session.versions();
    if (reply.ok) setList(reply.value);
    else say(strings.unavailable);
  }, [session]);
  useEffect(() => void refresh(), [refresh]);

  const keep = async () => {
    const reply = await session.keepVersion({ author, label, cause: null });
    say(reply.ok ? strings.kept : failureText(reply.failure, "other"));
    if (reply.ok) await refresh();
  };
  const rename = async (id: string) => {
    const reply = await session.labelVersion(id, label);
    say(reply.ok ? strings.renamed : failureText(reply.failure, "other"));
    if (reply.ok) await refresh();
  };
  const restore = async (version: WorkPlan) => {
    const kept = await session.keepVersion({ author, label: NO_LABEL, cause: "restore" });
    if (!kept.ok) return say(failureText(kept.failure, "other"));
    say(link.run(restorePlan(version)) ? strings.restored : strings.nothingToRestore);
    await refresh();
  };
  const copy = async (id: string, markup: CopyMarkup) => {
    const target = await platform.chooseExportTarget(strings.copyNames[markup]);
    if (!target.ok) return say(failureText(target.failure, "export"));
    if (!target.value) return;
    const asked = { before: id, after: against === "" ? null : against, markup, author };
    const reply = await session.exportCopy(asked, target.value);
    if (!reply.ok) return say(failureText(reply.failure, "export"));
    if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
    say(strings.exported(reply.value.name));
    await refresh();
  };

  return (
    <>
      <header className="compare-bar">
        <Select
          size="small"
          aria-label={strings.step}
          value={label.step ?? ""}
          onChange={(_, { value }) =>
            setLabel({ ...label, step: versionStepSchema.options.find((each) => each === value) ?? null })
          }
        >
          <option value="">{strings.noStep}</option>
          {versionStepSchema.options.map((step) => (
            <option key={step} value={step}>
              {STEP_NAMES[step]}
            </option>
          ))}
        </Select>
        <Input
          size="small"
          aria-label={strings.name}
          placeholder={strings.name}
          maxLength={100}
          value={label.name}
          onChange={(_, { value: name }) => setLabel({ ...label, name })}
        />
        <Input
          size="small"
          aria-label={strings.remark}
          placeholder={strings.remark}
          maxLength={500}
          value={label.remark}
          onChange={(_, { value: remark }) => setLabel({ ...label, remark })}
        />
        <Input
          size="small"
          className="versions-author"
          aria-label={strings.author}
          placeholder={strings.author}
          maxLength={MAX_AUTHOR_LENGTH}
          value={author}
          onChange={(_, { value }) => settings.change({ author: value })}
        />
        <Button size="small" appearance="primary" onClick={() => void keep()}>
          {strings.keep}
        </Button>
        {chosen !== undefined && (
          <Button size="small" onClick={() => void rename(chosen)}>
            {strings.rename}
          </Button>
        )}
      </header>
      <p className="compare-message" aria-live="polite">
        {message}
      </p>
      {list && list.damaged > 0 && <p className="compare-message">{strings.damaged(list.damaged)}</p>}
      <div className="versions">
        {list && (
          <VersionList
            versions={list.versions}
            plan={plan}
            session={session}
            chosen={chosen}
            onChoose={({ id, label: called }) => {
              choose(id);
              setLabel(called);
            }}
          />
        )}
        <section className="versions-changes" aria-label={strings.against}>
          {chosen === undefined || !before ? (
            <p className="quiet versions-hint">{strings.choose}</p>
          ) : (
            <>
              <div className="versions-bar">
                <Select
                  size="small"
                  aria-label={strings.against}
                  value={against}
                  onChange={(_, { value }) => setAgainst(value)}
                >
                  <option value="">{strings.now}</option>
                  {list?.versions
                    .filter(({ id }) => id !== chosen)
                    .map(({ id, label: called, cause, keptAt }) => (
                      <option key={id} value={id}>
                        {strings.option(versionName(called, cause), dayTime(keptAt, now()))}
                      </option>
                    ))}
                </Select>
                <Button size="small" onClick={() => void restore(before)}>
                  {strings.restore}
                </Button>
                {COPIES.map((markup) => (
                  <Button key={markup} size="small" onClick={() => void copy(chosen, markup)}>
                    {strings.copies[markup]}
                  </Button>
                ))}
              </div>
              {changes && (
                <ChangeList
                  changes={changes}
                  onRestore={
                    against === ""
                      ? (last, now, moves) => {
                          const done = link.run(restoreBlock(before, last, now, moves));
                          say(done ? strings.blockRestored : strings.blockRefused);
                        }
                      : undefined
                  }
                />
              )}
            </>
          )}
        </section>
      </div>
    </>
  );
}

/** Plan of a version; undefined while it is read or where it cannot be. */
function useVersion(session: PlanSession, id: string | undefined, say: (text: string) => void) {
  const [read, setRead] = useState<{ readonly id: string; readonly plan: WorkPlan }>();
  useEffect(() => {
    if (id === undefined) return;
    void session.versionPlan(id).then((reply) => {
      if (reply.ok) setRead({ id, plan: reply.value.plan });
      else say(failureText(reply.failure, "read"));
    });
  }, [session, id, say]);
  return read?.id === id ? read?.plan : undefined;
}
