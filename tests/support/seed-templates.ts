/** The templates that ship with the app, as today's code derives them from the seed documents. */
import { deriveTemplate } from "../../src/core/template/derive-template.ts";
import type { PlanTemplate } from "../../src/core/template/plan-template.ts";
import { readPlan, seeds } from "./reading.ts";

export const TEMPLATE_FOLDER = new URL("../../templates/", import.meta.url);

/** One template a seed, named after its file. */
export function seedTemplates(): readonly PlanTemplate[] {
  return seeds().map((seed) => {
    const { plan, issuerInferred } = readPlan(seed.text);
    const issuer = issuerInferred ?? "";
    const title = plan.title.text;
    // A title without its organ says too little in a list of templates.
    const name = title.startsWith(String(seed.year)) ? `${issuer}${title}` : title;
    return deriveTemplate(plan, { id: seed.file.replace(/\.txt$/, ""), name, issuer });
  });
}

/** The file content of a template. */
export function templateFile(template: PlanTemplate): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}
