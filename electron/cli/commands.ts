/** The commands, each over the same services as the app. */
import { basename } from "node:path";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { createClassifier } from "../../src/core/rollover/classify.ts";
import type { Suggestion } from "../../src/core/suggest/suggestion.ts";
import { draftFromPlan, instantiate } from "../../src/core/template/draft.ts";
import type { Arguments } from "./arguments.ts";
import { compareDocuments } from "./commands/compare.ts";
import { printReading } from "./commands/read.ts";
import { listDated } from "./commands/rollover.ts";
import { listTargets } from "./commands/targets.ts";
import { exportTasks } from "./commands/tasks.ts";
import { layoutOutline } from "./layout-outline.ts";
import { commandFailure, messageFor } from "./messages.ts";
import { about, sourcePlan } from "./source-plan.ts";
import type { Tools } from "./tools.ts";

export interface Surroundings {
  readonly tools: Tools;
  /** Prints a line of output. */
  readonly print: (line: string) => void;
  /** Prints a message for the user of something that failed while the command goes on. */
  readonly complain: (message: string) => void;
}

/** Runs a command; throws `CommandFailure` with what to tell the user. Resolves to whether all of it succeeded. */
export async function runCommand(given: Arguments, surroundings: Surroundings): Promise<boolean> {
  switch (given.command) {
    case "read":
      return readDocument(given, surroundings);
    case "new":
      return newPlan(given, surroundings);
    case "rollover":
      return printed(listDated(given.file, given.year, surroundings.tools), surroundings);
    case "compare":
      return printed(compareDocuments(given.last, given.next, surroundings.tools), surroundings);
    case "targets":
      return printed(listTargets(given.file, surroundings.tools), surroundings);
    case "export":
      return exportPlan(given, surroundings);
    case "layout":
      return layOut(given, surroundings);
    case "library add":
      return addToLibrary(given, surroundings);
    case "library search":
      return searchLibrary(given, surroundings);
  }
}

type Given<C extends Arguments["command"]> = Extract<Arguments, { readonly command: C }>;

async function printed(output: Promise<string>, { print }: Surroundings): Promise<boolean> {
  print(await output);
  return true;
}

async function readDocument({ file, view }: Given<"read">, { tools, print }: Surroundings): Promise<boolean> {
  const reading = await about(file, tools.readSource(file));
  for (const line of printReading(reading, view)) print(line);
  return true;
}

async function newPlan(given: Given<"new">, { tools, print }: Surroundings): Promise<boolean> {
  const { from, year, out, issuer, region, carry, force } = given;
  const options = { year, issuer, region, carry };
  const plan = await about(from, draftFrom(from, options, tools));
  await about(out, tools.writePlan(out, plan, force));
  print(`已起草“${plan.title.text.replaceAll("\n", "")}”，保存为 ${out}`);
  return true;
}

async function draftFrom(
  from: string,
  options: Omit<Parameters<typeof draftFromPlan>[1], "numbering">,
  tools: Tools,
): Promise<WorkPlan> {
  const classify = createClassifier(await tools.calendar());
  if (await tools.exists(from)) {
    const plan = await sourcePlan(from, tools);
    return draftFromPlan(plan, { ...options, numbering: plan.numbering }, classify);
  }
  const templates = await tools.templates.list();
  if (!templates.some(({ id }) => id === from)) {
    throw commandFailure("noSource", { name: from, templates: templates.map(({ id }) => id).join("、") });
  }
  const template = await tools.templates.get(from);
  return instantiate(template, { ...options, numbering: template.numbering }, classify);
}

async function exportPlan(given: Given<"export">, { tools, print }: Surroundings): Promise<boolean> {
  const { file, outputs, force } = given;
  const request = await documentOf(given, tools);
  const wanted = OUTPUT_FORMATS.flatMap((format) => {
    const out = outputs[format];
    return out === undefined ? [] : [{ format, out }];
  });
  const formats = wanted.map(({ format }) => format);
  // A PDF takes a program that may be missing, so it is there before anything is written.
  const written = await about(file, tools.exportPlan(request, formats));
  for (const { format, out } of wanted) {
    await about(out, tools.writeFile(out, written.get(format) ?? new Uint8Array(), force));
    print(`已导出 ${out}`);
  }
  for (const table of await exportTasks(request.plan, given, tools)) print(`已导出 ${table}`);
  return true;
}

const OUTPUT_FORMATS = ["docx", "pdf", "txt", "html"] as const;

async function layOut(given: Given<"layout">, { tools, print }: Surroundings): Promise<boolean> {
  const document = await about(given.file, tools.layOut(await documentOf(given, tools)));
  print(JSON.stringify(layoutOutline(document), null, 2));
  return true;
}

/** The plan with the form and the profile that it is to be printed in. */
async function documentOf(
  { file, form, profile }: Pick<Given<"layout">, "file" | "form" | "profile">,
  tools: Tools,
) {
  const plan = await about(file, tools.readPlan(file));
  const own =
    plan.frontMatter.form === "plan" && plan.frontMatter.notice !== null ? "notice" : plan.frontMatter.form;
  return { plan, form: form ?? own, profile: await about(profile ?? file, tools.profile(profile)) };
}

async function addToLibrary(
  { files }: Given<"library add">,
  { tools, print, complain }: Surroundings,
): Promise<boolean> {
  let allAdded = true;
  for (const file of files) {
    try {
      const bytes = await tools.readBytes(file);
      const added = await tools.library.handlers["library.add"]({ name: basename(file), bytes });
      print(`${added.updated ? "已更新" : "已加入"}：${added.document.title}，${added.document.items} 条`);
    } catch (error) {
      complain(messageFor(error, file));
      allAdded = false;
    }
  }
  return allAdded;
}

async function searchLibrary(
  { text, limit, own, heading, json }: Given<"library search">,
  { tools, print }: Surroundings,
): Promise<boolean> {
  const { suggestions } = await about(
    text,
    tools.library.handlers["library.suggest"]({
      place: heading === "" ? "heading" : "body",
      typed: text,
      heading,
      sectionHeading: "",
      issuer: own,
      covered: [],
      title: "",
      year: null,
      limit,
    }),
  );
  if (json) print(JSON.stringify({ hits: suggestions.map(hitOf) }, null, 2));
  else for (const suggestion of suggestions) print(lineOf(suggestion));
  return true;
}

/** A find as batches read it: where it stands, what it says, and why it was found. */
function hitOf({ item, score, reasons, years, own }: Suggestion) {
  const { documentId, title, issuer, year, section, item: ordinal } = item.origin;
  const { heading, body } = item;
  const place = { document: title, documentId, issuer, year, section, ordinal };
  return { ...place, heading, body, score, reason: reasons, years, own };
}

function lineOf({ item, years }: Suggestion): string {
  return `${item.heading}（${[item.origin.issuer, years.join("、")].filter((part) => part !== "").join("，")}）`;
}
