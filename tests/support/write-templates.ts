/** Writes the templates derived from the seed documents: `node tests/support/write-templates.ts`. */
import { writeFileSync } from "node:fs";
import { seedTemplates, TEMPLATE_FOLDER, templateFile } from "./seed-templates.ts";

for (const template of seedTemplates()) {
  const file = new URL(`${template.id}.json`, TEMPLATE_FOLDER);
  writeFileSync(file, templateFile(template));
  console.log(`wrote templates/${template.id}.json`);
}
