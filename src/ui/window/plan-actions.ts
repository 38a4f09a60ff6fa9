/** Save and save as: what they call and what they say afterwards. */
import type { Failure } from "../../host/contract.ts";
import { type Deed, failureText } from "../messages.ts";
import { type AskName, PLAN_EXTENSION } from "../platform/platform.ts";
import type { Services } from "../services.ts";
import type { BarAction } from "../session/bars.ts";
import { fileNameOf, withExtension } from "../session/file-names.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface PlanActions {
  /** Saves to the plan's file, or asks for one; true once everything typed is in a file. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
}

export interface PlanActionsOptions {
  readonly services: Services;
  readonly session: PlanSession;
  readonly askName: AskName;
  /** Called before anything is saved: what the editor still has to write down of the text. */
  readonly beforeSave: () => void;
  /** Title of the plan as it is now. */
  readonly title: () => string;
}

/** Failures that another name or place can cure. */
const ANOTHER_PLACE: ReadonlySet<Failure["code"]> = new Set([
  "conflict",
  "no-space",
  "no-permission",
  "read-only",
  "busy",
  "not-found",
  "name-too-long",
  "bad-name",
  "internal",
]);
/** Failures that trying again cannot cure. */
const FINAL: ReadonlySet<Failure["code"]> = new Set(["conflict", "read-only", "name-too-long", "bad-name"]);

export function createPlanActions(options: PlanActionsOptions): PlanActions {
  const { services, session, askName, title, beforeSave } = options;
  const { bars, platform } = services;
  const proposed = () => fileNameOf(title().replaceAll("\n", ""), strings.untitled);

  const complain = (failure: Failure, deed: Deed, name: string, actions: readonly BarAction[]) =>
    bars.show({
      topic: deed === "export" ? "export" : "save",
      intent: failure.code === "conflict" ? "warning" : "error",
      text: failureText(failure, deed, name),
      actions,
      closable: true,
    });
  const cures = (failure: Failure, retry: () => void): readonly BarAction[] => [
    ...(failure.code === "conflict" ? [{ label: strings.overwrite, run: () => void write(true) }] : []),
    ...(ANOTHER_PLACE.has(failure.code) ? [{ label: strings.saveAs, run: () => void saveAs() }] : []),
    ...(FINAL.has(failure.code) ? [] : [{ label: strings.retry, run: retry }]),
  ];

  const write = async (overwrite: boolean): Promise<boolean> => {
    beforeSave();
    const { name } = session.getState();
    const reply = await session.save(overwrite);
    if (reply.ok) bars.close("save");
    else
      complain(
        reply.failure,
        "save",
        name,
        cures(reply.failure, () => void write(overwrite)),
      );
    return reply.ok;
  };

  const saveAs = async (): Promise<boolean> => {
    beforeSave();
    const target = await platform.chooseSaveTarget(withExtension(proposed(), PLAN_EXTENSION), askName);
    if (!target.ok) {
      complain(target.failure, "save", proposed(), []);
      return false;
    }
    if (!target.value) return false;
    const reply = await session.saveAs(target.value);
    if (!reply.ok) {
      const name = target.value.kind === "name" ? target.value.name : proposed();
      complain(
        reply.failure,
        "save",
        name,
        cures(reply.failure, () => void saveAs()),
      );
      return false;
    }
    if (platform.kind === "browser") tellFolder(reply.value.name);
    else bars.close("save");
    return true;
  };

  /** In a browser a saved plan is out of sight, so it is said where it is. */
  const tellFolder = (name: string) =>
    bars.show({
      topic: "save",
      intent: "success",
      text: strings.savedToFolder(name),
      actions: [{ label: strings.downloadCopy, run: () => void downloadCopy() }],
      closable: true,
    });

  const downloadCopy = async () => {
    const reply = await session.bytes();
    if (reply.ok) platform.download(reply.value.name, reply.value.bytes);
    else complain(reply.failure, "other", session.getState().name, []);
  };

  return {
    save: () => {
      const { hasFile, readOnly } = session.getState();
      return hasFile && !readOnly ? write(false) : saveAs();
    },
    saveAs,
  };
}
