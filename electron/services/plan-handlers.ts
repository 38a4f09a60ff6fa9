/** The plans' rows of the contract. */
import { basename } from "node:path";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import type { Calendar } from "../../src/core/rollover/calendar.ts";
import { createClassifier } from "../../src/core/rollover/classify.ts";
import { draftFromPlan, instantiate } from "../../src/core/template/draft.ts";
import type { ReplyOf, RequestOf } from "../../src/host/contract.ts";
import type { Handlers } from "../../src/host/dispatch.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";
import { listRecent } from "./plans/list-recent.ts";
import type { PlanDesk } from "./plans/plan-desk.ts";
import { MAX_PLAN_BYTES } from "./plans/plan-file.ts";
import { type RecentPlans, summaryOf } from "./plans/recent-plans.ts";
import { journalKey } from "./plans/recovery.ts";
import { planOf } from "./plans/replica.ts";
import type { Templates } from "./templates.ts";
import type { VersionStore } from "./versions/version-store.ts";

type PlanMethod = Extract<keyof Handlers, `plan.${string}`>;

/** Template that a blank draft is made of. */
const BLANK_TEMPLATE = "blank";

/** Handlers of every `plan.` method. */
export function planHandlers(options: {
  readonly files: FileSystem;
  readonly desk: PlanDesk;
  readonly recent: RecentPlans;
  readonly templates: Templates;
  readonly documentsFolder: string;
  readonly libraryPlan: (documentId: string) => Promise<WorkPlan>;
  readonly versions: VersionStore;
  readonly calendar: () => Promise<Calendar>;
  readonly report: (error: unknown) => void;
}): Pick<Handlers, PlanMethod> {
  const { files, desk, recent, templates, documentsFolder, libraryPlan, versions, calendar, report } =
    options;

  const draft = async ({ source, options }: RequestOf<"plan.create">): Promise<WorkPlan> => {
    const classify = createClassifier(await calendar());
    switch (source.kind) {
      case "blank":
        return instantiate(await templates.get(BLANK_TEMPLATE), options, classify);
      case "template":
        return instantiate(await templates.get(source.id), options, classify);
      case "library":
        return draftFromPlan(await libraryPlan(source.documentId), options, classify);
      case "plan":
        return draftFromPlan(source.plan, options, classify);
    }
  };

  type Saved = ReplyOf<"plan.save">;
  /** A plan that is in its file is saved, whatever becomes of the version; one that was edited since waits for the next save. */
  const versioned = async (session: string, saved: Saved): Promise<Saved> => {
    try {
      const open = desk.find(session);
      if (open.state.revision === saved.savedRevision) {
        await versions.addAfterSave(saved.documentId, open.plan);
      }
    } catch (error) {
      report(error);
    }
    return saved;
  };

  return {
    "plan.recent": async () => ({ plans: await listRecent(files, recent, documentsFolder) }),
    "plan.forget": async ({ handle }) => {
      await recent.forget(handle);
      return {};
    },
    "plan.create": async (request) => desk.create(await draft(request)),
    "plan.open": async ({ handle }) => desk.open(await recent.pathOf(handle)),
    "plan.openBytes": ({ name, bytes }) => desk.openBytes(name, bytes),
    "plan.openPrevious": ({ documentId, name }) => desk.openPrevious(documentId, name),
    "plan.recoverable": async () => ({
      plans: (await desk.recoverable()).map(({ key, head, replica, revision, editedAt }) => {
        const { title, year } = summaryOf(planOf(replica));
        return { documentId: key, name: head.name, title, year, editedAt, changes: revision - head.revision };
      }),
    }),
    "plan.recover": ({ documentId }) => desk.recover(journalKey(documentId)),
    "plan.discardRecovery": async ({ documentId }) => {
      await desk.discard(journalKey(documentId));
      return {};
    },
    "plan.apply": async ({ session, baseRevision, steps }) => ({
      revision: await desk.find(session).apply(baseRevision, steps),
    }),
    "plan.save": async ({ session, revision, overwrite }) =>
      versioned(session, await desk.save(session, revision, overwrite)),
    "plan.saveAs": async ({ session, revision, target }) =>
      versioned(
        session,
        target.kind === "file"
          ? await desk.saveAsFile(session, revision, await recent.pathOf(target.handle))
          : await desk.saveAsName(session, revision, target.name),
      ),
    "plan.bytes": async ({ session }) => {
      const { file, name } = desk.find(session).state;
      if (file === null) throw new HostError("not-found", "the plan has no file yet", name);
      return { name: basename(file.path), bytes: await readGuarded(files, file.path, MAX_PLAN_BYTES) };
    },
    "plan.close": async ({ session, keep }) => {
      await desk.close(session, keep);
      return {};
    },
  };
}
