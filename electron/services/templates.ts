/** The templates that come with the app. */
import { join } from "node:path";
import { type PlanTemplate, planTemplateSchema } from "../../src/core/template/plan-template.ts";
import type { ReplyOf } from "../../src/host/contract.ts";
import { HostError } from "../../src/host/host-error.ts";
import type { FileSystem } from "./files/file-system.ts";
import { readGuarded } from "./files/read-guarded.ts";

const MAX_TEMPLATE_BYTES = 4 * 1024 * 1024;
const ENDING = ".json";

type TemplateSummary = ReplyOf<"templates.list">["templates"][number];

export interface Templates {
  readonly list: () => Promise<readonly TemplateSummary[]>;
  /** Fails with `not-found`. */
  readonly get: (id: string) => Promise<PlanTemplate>;
}

/** Templates in a folder, read when they are first asked for; one that breaks the schema is a bug of the app. */
export function openTemplates(files: FileSystem, folder: string): Templates {
  let loading: Promise<readonly PlanTemplate[]> | undefined;
  const load = async () => {
    const names = (await files.list(folder)).filter((name) => name.endsWith(ENDING)).sort();
    const bytes = await Promise.all(
      names.map((name) => readGuarded(files, join(folder, name), MAX_TEMPLATE_BYTES)),
    );
    return bytes.map((each) => planTemplateSchema.parse(JSON.parse(new TextDecoder().decode(each))));
  };
  const all = () => {
    loading ??= load();
    return loading;
  };
  return {
    list: async () => (await all()).map(summaryOf),
    get: async (id) => {
      const template = (await all()).find((each) => each.id === id);
      if (!template) throw new HostError("not-found", "no such template", id);
      return template;
    },
  };
}

function summaryOf({ id, name, source, children }: PlanTemplate): TemplateSummary {
  return {
    id,
    name,
    issuer: source?.issuer ?? "",
    year: source?.year ?? null,
    sections: children.filter(({ kind }) => kind === "section").length,
    items: itemsIn(children),
    headings: children.map(({ heading }) => heading),
  };
}

function itemsIn(slots: readonly PlanTemplate["children"][number][]): number {
  return slots.reduce((sum, slot) => sum + (slot.kind === "item" ? 1 : itemsIn(slot.children)), 0);
}
