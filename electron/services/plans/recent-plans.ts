/** Files that the drafter has chosen, by opaque handle, and the list of recent plans, kept between starts. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type WorkPlan, yearSchema } from "../../../src/core/plan/model.ts";
import { HostError } from "../../../src/host/host-error.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readJsonFile, writeJsonFile } from "../files/json-file.ts";

/** Plans remembered; the oldest go first. */
const MAX_RECENT = 200;
const EXCERPT_CHARACTERS = 80;

const recentSchema = z.strictObject({
  handle: z.string().min(1).max(128),
  path: z.string(),
  /** Document that the file held; lists of earlier versions do not have it. */
  documentId: z.string().max(64).optional(),
  title: z.string(),
  year: yearSchema.nullable(),
  excerpt: z.string(),
  editedAt: z.iso.datetime(),
  /** Taken off the list by the drafter. */
  forgotten: z.boolean(),
});
const fileSchema = z.strictObject({ recent: z.array(recentSchema).readonly() });
export type RecentPlan = Readonly<z.infer<typeof recentSchema>>;

export interface RecentPlans {
  /** Handle of a path, always the same for one path. */
  readonly handleOf: (path: string) => Promise<string>;
  /** Path of a handle; fails with `not-found`. */
  readonly pathOf: (handle: string) => Promise<string>;
  /** Newest first, without those that were forgotten. */
  readonly list: () => Promise<readonly RecentPlan[]>;
  /** Whether a path is on the list or was taken off it. */
  readonly knows: (path: string) => Promise<boolean>;
  /** Puts a plan at the top of the list. */
  readonly remember: (path: string, documentId: string, plan: WorkPlan, editedAt: string) => Promise<void>;
  /** Document that the file at a path held when it was last opened or saved. */
  readonly documentAt: (path: string) => Promise<string | undefined>;
  readonly forget: (handle: string) => Promise<void>;
}

/** The list in the file at `path`, which is read when it is first needed. */
export function openRecentPlans(files: FileSystem, path: string): RecentPlans {
  const paths = new Map<string, string>();
  const handles = new Map<string, string>();
  let recent: readonly RecentPlan[] = [];
  let loading: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const know = (handle: string, file: string) => {
    paths.set(handle, file);
    handles.set(file, handle);
  };
  const load = async () => {
    ({ recent } = await readJsonFile(files, path, fileSchema, { recent: [] }));
    for (const each of recent) know(each.handle, each.path);
  };
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  const store = (next: readonly RecentPlan[]) => {
    recent = next.slice(0, MAX_RECENT);
    const written = writing.then(() => writeJsonFile(files, path, { recent }));
    writing = written.catch(() => {
      // Whoever asked is told; the next change writes the whole list again.
    });
    return written;
  };
  const handleOf = async (file: string) => {
    await loaded();
    const handle = handles.get(file) ?? randomUUID();
    know(handle, file);
    return handle;
  };

  return {
    handleOf,
    pathOf: async (handle) => {
      await loaded();
      const file = paths.get(handle);
      if (file === undefined) throw new HostError("not-found", "unknown handle");
      return file;
    },
    list: async () => {
      await loaded();
      return recent.filter(({ forgotten }) => !forgotten);
    },
    knows: async (file) => {
      await loaded();
      return recent.some((each) => each.path === file);
    },
    documentAt: async (file) => {
      await loaded();
      return recent.find((each) => each.path === file)?.documentId;
    },
    remember: async (file, documentId, plan, editedAt) => {
      const handle = await handleOf(file);
      const entry = { handle, path: file, documentId, ...summaryOf(plan), editedAt, forgotten: false };
      await store([entry, ...recent.filter((each) => each.path !== file)]);
    },
    forget: async (handle) => {
      await loaded();
      await store(recent.map((each) => (each.handle === handle ? { ...each, forgotten: true } : each)));
    },
  };
}

/** What a list shows of a plan. */
export function summaryOf(plan: WorkPlan): Pick<RecentPlan, "title" | "year" | "excerpt"> {
  const first = plan.leadIn[0]?.text ?? plan.children[0]?.lead.text ?? "";
  return {
    title: plan.title.text.replaceAll("\n", ""),
    year: plan.year,
    excerpt: [...first].slice(0, EXCERPT_CHARACTERS).join(""),
  };
}
