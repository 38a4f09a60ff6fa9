/** The items of a document for the library, each with where it came from. */
import { splitLead } from "../plan/heading.ts";
import type { Block, HeadedPart, OriginSource, PlanItem, WorkPlan } from "../plan/model.ts";
import { bareOrdinal, type NumberedKind, numbersOf, ordinalLabel } from "../plan/numbering.ts";
import type { PlanReading } from "../reading/plan-reading.ts";
import type { LibraryItem } from "./suggestion.ts";

export type HarvestedItem = Omit<LibraryItem, "id">;

/**
 * Items of a read document in order. Besides numbered items these are: every clause (一是…) of a subsection or section
 * that has no items, because there the clauses are the tasks; and a subsection or section whose whole content is text,
 * in parts where short sentences name tasks in it. A lead-in and the words before the first item give nothing.
 */
export function harvest(reading: PlanReading, documentId: string): readonly HarvestedItem[] {
  const { plan } = reading;
  const issuer = reading.issuer ?? reading.issuerInferred ?? "";
  const title = plan.title.text.replaceAll("\n", "");
  const numbers = numbersOf(plan);
  return plan.children.flatMap((child) => {
    const year = yearOf(reading, child.lead.text);
    const harvester: Harvester = {
      numbers,
      printed: reading.ordinals,
      origin: (section, item, heading) => ({ documentId, title, issuer, year, section, item, heading }),
    };
    return itemsOf(harvester, child, NO_SECTION);
  });
}

/** The last part of a summary plans the year after the one it reports, and says so in its heading. */
function yearOf(reading: PlanReading, lead: string): number | null {
  const { year, planYear } = reading;
  return planYear !== null && splitLead(lead).heading.includes(String(planYear)) ? planYear : year;
}

interface Harvester {
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers as the source prints them; a provenance has to be found again there. */
  readonly printed: Readonly<Record<string, string>>;
  readonly origin: (section: string | null, item: string | null, heading: string) => OriginSource;
}

/** The section or subsection around an item. */
interface Around {
  readonly ordinal: string | null;
  readonly heading: string;
}
const NO_SECTION: Around = { ordinal: null, heading: "" };

function itemsOf(
  harvester: Harvester,
  child: WorkPlan["children"][number],
  around: Around,
): readonly HarvestedItem[] {
  if (child.kind === "item") return [itemOf(harvester, child, around)];
  const { heading } = splitLead(child.lead.text);
  const inside: Around = { ordinal: ordinalOf(harvester, child, around), heading };
  if (child.children.length === 0) return textItems(harvester, child, around, inside);
  return child.children.flatMap((each) => itemsOf(harvester, each, inside));
}

/** `四`, and `四（二）` for a subsection inside it; sections are named without their part. */
function ordinalOf(harvester: Harvester, child: HeadedPart, around: Around): string | null {
  const bare = bareOf(harvester, child.kind, child.id);
  if (bare === null) return around.ordinal;
  return child.kind === "subsection" ? `${around.ordinal ?? ""}（${bare}）` : bare;
}

/** The number as printed in the source, else as counted; null where there is none. */
function bareOf(harvester: Harvester, kind: NumberedKind, id: string): string | null {
  const number = harvester.numbers.get(id);
  return harvester.printed[id] ?? (number === undefined ? null : bareOrdinal(kind, number));
}

function itemOf(harvester: Harvester, item: PlanItem, around: Around): HarvestedItem {
  const { heading, body } = splitLead(item.lead.text, item.plain);
  return {
    origin: harvester.origin(around.ordinal, bareOf(harvester, "item", item.id), heading),
    sectionHeading: around.heading,
    heading,
    body: joined(harvester, body, item.body),
  };
}

/** Items of a section or subsection that has no numbered ones. */
function textItems(
  harvester: Harvester,
  child: HeadedPart,
  around: Around,
  inside: Around,
): readonly HarvestedItem[] {
  const { heading, body } = splitLead(child.lead.text);
  const clauses = child.body.filter((block) => block.kind === "clause");
  if (clauses.length > 0) return clauses.map((block) => clauseOf(harvester, block, inside));
  const text = joined(harvester, body, [...child.body, ...child.closing]);
  if (text === "") return [];
  const tasks = runInTasks(text);
  if (tasks.length > 0)
    return tasks.map((task) => ({
      origin: harvester.origin(inside.ordinal, null, task.heading),
      sectionHeading: inside.heading,
      ...task,
    }));
  return [
    {
      origin: harvester.origin(inside.ordinal, null, heading),
      sectionHeading: around.heading || heading,
      heading,
      body: text,
    },
  ];
}

function clauseOf(harvester: Harvester, block: Block, around: Around): HarvestedItem {
  const { heading, body } = splitClause(block.text);
  return {
    origin: harvester.origin(around.ordinal, bareOf(harvester, "clause", block.id), heading),
    sectionHeading: around.heading,
    heading,
    body,
  };
}

/** A first sentence longer than this is no heading: the clause names its matter before the first comma. */
const LONGEST_CLAUSE_HEADING = 40;

function splitClause(text: string): Pick<HarvestedItem, "heading" | "body"> {
  const { heading, body } = splitLead(text);
  const comma = heading.search(/[，,]/);
  if (heading.length <= LONGEST_CLAUSE_HEADING || comma < 0) return { heading, body };
  return { heading: text.slice(0, comma), body: text.slice(comma + 1) };
}

/** A sentence that names a task inside running text: a few words and no mark before its 。 */
const TASK_NAME = /(?<=^|[。\n])([^。，、；：\n\d]{4,12})。(?=[^。\n]{13})/g;

/** Tasks named by short sentences (强化政治功能。…筑牢思想防线。…); none where fewer than two names are found. */
function runInTasks(text: string): readonly Pick<HarvestedItem, "heading" | "body">[] {
  const names = [...text.matchAll(TASK_NAME)];
  if (names.length < 2) return [];
  return names.map((name, index) => ({
    heading: name[1] ?? "",
    body: text.slice(name.index + name[0].length, names[index + 1]?.index ?? text.length).trim(),
  }));
}

/** Run-in body and paragraphs joined by line breaks; a clause run into the paragraph before it stays in its line. */
function joined(harvester: Harvester, runIn: string, blocks: readonly Block[]): string {
  let text = runIn;
  for (const block of blocks) {
    const number = harvester.numbers.get(block.id);
    const marker = block.kind === "clause" && number !== undefined ? ordinalLabel("clause", number) : "";
    const joint = text === "" || (block.kind === "clause" && block.runIn) ? "" : "\n";
    text += `${joint}${marker}${block.text}`;
  }
  return text;
}
