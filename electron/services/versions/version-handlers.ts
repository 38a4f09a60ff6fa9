/** The rows of the contract about versions of the open plan. */
import type { WorkPlan } from "../../../src/core/plan/model.ts";
import { NO_LABEL } from "../../../src/core/plan/version.ts";
import { revisedPlan } from "../../../src/core/revise/revised-plan.ts";
import type { ReplyOf, RequestOf } from "../../../src/host/contract.ts";
import type { Handlers } from "../../../src/host/dispatch.ts";
import { HostError } from "../../../src/host/host-error.ts";
import { safeFileName } from "../files/safe-name.ts";
import type { TaskPool } from "../jobs/task-pool.ts";
import type { Profiles } from "../output/profiles.ts";
import type { PlanDesk } from "../plans/plan-desk.ts";
import type { VersionStore } from "./version-store.ts";

type VersionMethod = Extract<keyof Handlers, `version.${string}`>;
type CopyRequest = RequestOf<"version.copy">;

export interface VersionOptions {
  readonly versions: VersionStore;
  readonly desk: PlanDesk;
  readonly profiles: Profiles;
  readonly pool: TaskPool;
  readonly now: () => Date;
  /** Fails for a file that must not be written, before anything is. */
  readonly exportPath: (handle: string) => Promise<string>;
  readonly deliver: (
    target: CopyRequest["target"],
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<ReplyOf<"version.copy">>;
}

/** Who made the changes, where neither drafter nor issuer is named. */
const UNKNOWN_AUTHOR = "起草人";
const LONGEST_AUTHOR = 64;
const COPY_NAMES = { asFormatting: "花脸稿", asRevisions: "修订稿", clean: "清样" } as const;
const WORD_ENDING = ".docx";
const UNTITLED = "工作要点";

/** Handlers of every `version.` method. */
export function versionHandlers(options: VersionOptions): Pick<Handlers, VersionMethod> {
  const { versions, desk, profiles, pool, now, exportPath, deliver } = options;
  const documentOf = (session: string) => desk.find(session).state.documentId;
  const planOf = async (session: string, id: string) => (await versions.read(documentOf(session), id)).plan;

  return {
    "version.list": ({ session }) => versions.list(documentOf(session)),
    "version.add": async ({ session, revision, plan: given, author, label, cause }) => {
      const plan = given ?? desk.find(session).planAt(revision);
      return { version: await versions.add(documentOf(session), { plan, author, label, cause }) };
    },
    "version.label": async ({ session, id, label }) => ({
      version: await versions.label(documentOf(session), id, label),
    }),
    "version.plan": async ({ session, id }) => ({ plan: await planOf(session, id) }),
    "version.copy": async ({ session, revision, before, after, markup, author, target }) => {
      const open = desk.find(session).planAt(revision);
      const [last, next] = await Promise.all([
        before === null ? null : planOf(session, before),
        after === null ? open : planOf(session, after),
      ]);
      if (before === null && !revisedPlan(next)) throw new HostError("not-found", "no change is open");
      if (target.kind === "file") await exportPath(target.handle);
      const bytes = await pool.run("marked", {
        before: last,
        after: next,
        profile: await profiles.get(null),
        markup,
        author: (author || next.frontMatter.issuer || UNKNOWN_AUTHOR).slice(0, LONGEST_AUTHOR),
        date: now().toISOString(),
      });
      const delivered = await deliver(target, copyName(next, markup), bytes);
      if (after === null) {
        await versions.add(documentOf(session), { plan: open, author, label: NO_LABEL, cause: "export" });
      }
      return delivered;
    },
  };
}

function copyName({ title }: WorkPlan, markup: CopyRequest["markup"]): string {
  const ending = `（${COPY_NAMES[markup]}）${WORD_ENDING}`;
  return safeFileName(title.text.replaceAll("\n", ""), ending) ?? `${UNTITLED}${ending}`;
}
