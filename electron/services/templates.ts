/** The templates that come with the app, and those the drafter made. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { deriveTemplate } from "../../src/core/template/derive-template.ts";
import {
  type PlanTemplate,
  planTemplateSchema,
  summarizeTemplate,
} from "../../src/core/template/plan-template.ts";
import type { ReplyOf } from "../../src/host/contract.ts";
import { HostError } from "../../src/host/host-error.ts";
import { isErrno } from "./files/file-failure.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";
import { writeAtomically } from "./files/write-atomically.ts";

const MAX_TEMPLATE_BYTES = 4 * 1024 * 1024;
const ENDING = ".json";
/** Begins the id of a template that the drafter made. */
const OWN = "own-";
/** Characters of the checksum in such an id: enough never to meet by accident. */
const ID_LENGTH = 24;

type TemplateSummary = ReplyOf<"templates.list">["templates"][number];

export interface Templates {
  readonly list: () => Promise<readonly TemplateSummary[]>;
  /** Fails with `not-found`. */
  readonly get: (id: string) => Promise<PlanTemplate>;
  /** Makes a template of a plan; one of the same name, issuer and year is replaced. Without a name it has the title's. */
  readonly add: (plan: WorkPlan, issuer: string, name?: string) => Promise<ReplyOf<"templates.add">>;
}

export interface TemplatesOptions {
  readonly files: FileSystem;
  /** Those of the app, read when they are first asked for; one that breaks the schema is a bug of the app. */
  readonly folder: string;
  /** Those of the drafter; made when it is first written to. One that cannot be read is left out and reported. */
  readonly ownFolder: string;
  readonly report: (error: unknown) => void;
}

export function openTemplates({ files, folder, ownFolder, report }: TemplatesOptions): Templates {
  let loading: Promise<readonly PlanTemplate[]> | undefined;
  const load = async () => {
    const own = await ownTemplates(files, ownFolder, report);
    const names = (await files.list(folder)).filter((name) => name.endsWith(ENDING)).sort();
    const supplied = await Promise.all(names.map((name) => readTemplate(files, join(folder, name))));
    return [...own, ...supplied];
  };
  const all = () => {
    loading ??= load();
    return loading;
  };
  return {
    list: async () => (await all()).map((each) => summarizeTemplate(each)),
    get: async (id) => {
      const template = (await all()).find((each) => each.id === id);
      if (!template) throw new HostError("not-found", "no such template", id);
      return template;
    },
    add: async (plan, issuer, name) => {
      const template = ownTemplate(plan, issuer, name);
      const updated = (await all()).some(({ id }) => id === template.id);
      await files.makeFolder(ownFolder);
      const bytes = Buffer.from(JSON.stringify(template, null, 2));
      await writeAtomically(files, { path: join(ownFolder, `${template.id}${ENDING}`), bytes });
      loading = undefined;
      return { template: summarizeTemplate(template), updated };
    },
  };
}

function ownTemplate(plan: WorkPlan, issuer: string, given?: string): PlanTemplate {
  const name = given ?? plan.title.text.replaceAll("\n", "");
  const key = JSON.stringify([name, plan.frontMatter.issuer || issuer, plan.year]);
  const id = `${OWN}${createHash("sha256").update(key).digest("hex").slice(0, ID_LENGTH)}`;
  return deriveTemplate(plan, { id, name: name || `${plan.frontMatter.issuer || issuer}工作要点`, issuer });
}

async function readTemplate(files: FileSystem, path: string): Promise<PlanTemplate> {
  const bytes = await readGuarded(files, path, MAX_TEMPLATE_BYTES);
  return planTemplateSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

async function ownTemplates(
  files: FileSystem,
  folder: string,
  report: (error: unknown) => void,
): Promise<readonly PlanTemplate[]> {
  const names = await files.list(folder).catch((error: unknown) => {
    // Nobody has made a template yet.
    if (isErrno(error, "ENOENT")) return [];
    throw error;
  });
  const read = await Promise.all(
    names
      .filter((name) => name.startsWith(OWN) && name.endsWith(ENDING))
      .sort()
      .map((name) =>
        readTemplate(files, join(folder, name)).catch((error: unknown) => {
          report(error);
          return undefined;
        }),
      ),
  );
  return read.filter((template) => template !== undefined);
}
