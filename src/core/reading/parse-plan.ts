/** `parsePlan`: the lines of a document from outside → its plan, with every repair and every dropped line. */

import { EMPTY_FRONT_MATTER, MAX_ATTACHMENTS } from "../plan/model.ts";
import { withReferencesLinked } from "../references/plan-references.ts";
import { findDate } from "../text/dates.ts";
import { append } from "./append.ts";
import { settleAttachments } from "./attachments.ts";
import { buildTree, cutClosingTables } from "./build-tree.ts";
import { readBullets } from "./bullets.ts";
import { choosePlan } from "./choose-plan.ts";
import { cleanLines, type Paragraph } from "./clean-lines.ts";
import { moveClosing } from "./closing.ts";
import { NO_DECISIONS, type ReadingDecisions } from "./decisions.ts";
import type { DocumentParts } from "./document-parts.ts";
import { dropFurniture } from "./drop-furniture.ts";
import { inferHeadings } from "./infer-headings.ts";
import { inferNumbering, reportOrdinals } from "./infer-numbering.ts";
import { joinBrokenLines } from "./join-lines.ts";
import { kindOf, yearsOf } from "./kind.ts";
import { lineRoles } from "./line-roles.ts";
import { readOrdinalWords } from "./ordinal-words.ts";
import { inferIssuer, isOrganName, organsIn, regionOf } from "./organs.ts";
import { removePageMarkers } from "./page-markers.ts";
import type { DroppedLine, PlanReading, SourceLines } from "./plan-reading.ts";
import { proposeQuotationMarks } from "./quotation-marks.ts";
import { collectRepairs, type Repairs } from "./repairs.ts";
import { noteResponsibleUnits } from "./responsible-units.ts";
import { settleNotice, settleTitle } from "./settle-title.ts";
import { splitHeadings } from "./split-headings.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { splitParts } from "./split-parts.ts";
import { suspectHeadings } from "./suspect-headings.ts";
import { cutTaskTables } from "./task-tables.ts";
import { isPlanTitle } from "./titles.ts";
import { toPlan } from "./to-plan.ts";

/**
 * Reads a document. Never throws on odd text: what finds no place in the structure stays as text, what is no part
 * of the document is listed in `dropped`, and every change of a character is a notice.
 */
export function parsePlan(source: SourceLines, decisions: ReadingDecisions = NO_DECISIONS): PlanReading {
  const repairs = collectRepairs(decisions);
  const aside = settleAside(source, decisions);
  const cleaned = cleanLines(aside.lines, decisions, repairs);
  const page = dropFurniture(removePageMarkers(cleaned, repairs));
  const chosen = choosePlan(joinBrokenLines(page.kept, repairs), decisions.plan, repairs);
  const parts = splitParts(chosen.lines, page.fileTitles, page.date);
  const title = settleTitle(parts, repairs);
  const { body, tables } = cutClosingTables(parts.body);
  const inside = cutTaskTables(body, repairs);
  const worded = readBullets(readOrdinalWords(inside.body, repairs), repairs);
  const numbered = isPlanTitle(title) ? inferHeadings(worded, repairs) : worded;
  const tree = buildTree(splitParagraphs(numbered, repairs), repairs);
  splitHeadings(tree, repairs);
  suspectHeadings(tree, repairs);
  proposeQuotationMarks(tree, repairs);
  moveClosing(tree);
  noteResponsibleUnits(tree, repairs);
  const behind = settleAttachments(
    parts.attachments,
    [...tables, ...parts.appendix],
    repairs,
    MAX_ATTACHMENTS - inside.tables.length,
  );
  append(tree.closing, behind.text);
  countCharacterRepairs(
    cleaned,
    page.dropped.map(({ line }) => line),
    repairs,
  );

  const text = parts.body.map((paragraph) => paragraph.text).join("\n");
  const years = yearsOf(title, text, tree, repairs);
  // A title may begin with a name that is an organ's only there; a signature says it better.
  const organs = organsIn(parts.organs.find(isOrganName) ?? parts.organs[0] ?? page.issuer ?? "");
  const issuer = organs[0] || null;
  const guessed = issuer === null ? (page.source ?? inferIssuer(title, text) ?? null) : null;
  const isGuessed =
    guessed !== null && repairs.allows({ code: "issuer-inferred", after: guessed, certain: false });
  const issuerInferred = isGuessed ? guessed : null;
  const date = settleDate(parts, repairs) ?? page.issued;
  const notice = settleNotice(parts, title, issuer);

  const placed = toPlan(
    {
      year: years.year,
      title,
      frontMatter: {
        ...EMPTY_FRONT_MATTER,
        issuer: issuer ?? "",
        region: regionOf(issuer ?? issuerInferred ?? title),
        documentNumber: parts.documentNumber ?? page.documentNumber ?? "",
        addressees: parts.addressees.join("；").slice(0, LONGEST_ADDRESSEES),
        jointIssuers: jointIssuers(parts, organs),
        authority: parts.signature === issuer ? "" : (parts.signature ?? "").slice(0, LONGEST_LINE),
        dateOfIssue: date,
      },
      notice: notice.notice,
      numbering: inferNumbering(tree),
      attachments: [...behind.attachments, ...inside.tables],
    },
    tree,
  );
  reportOrdinals(placed, tree, repairs);
  const kind = kindOf(title, parts, tree, text, tables.length + inside.tables.length);
  if (title === "" && kind !== "other") repairs.add({ code: "title-missing", certain: false });
  const dropped = [
    ...page.dropped,
    ...chosen.dropped,
    ...notice.dropped,
    ...behind.dropped,
    ...aside.dropped,
  ].sort((one, other) => one.line - other.line);
  return {
    kind,
    plan: withReferencesLinked(placed.plan, placed.ordinals),
    year: years.year,
    planYear: kind === "summary" ? years.planYear : null,
    issuer,
    issuerInferred,
    date,
    pageDate: page.date,
    documentNumber: parts.documentNumber ?? page.documentNumber,
    addressees: parts.addressees,
    signature: parts.signature,
    attachments: parts.attachments,
    notices: [...source.notices, ...repairs.list(placed.blocks)],
    dropped,
    lines: placed.lines,
    ordinals: placed.ordinals,
    roles: lineRoles(placed, parts, dropped),
    plans: chosen.plans,
  };
}

/** As the model limits them. */
const LONGEST_ADDRESSEES = 2_000;
const LONGEST_LINE = 500;

/** Text beside the body is no part of the document, unless the drafter gives its line a role. */
function settleAside(source: SourceLines, decisions: ReadingDecisions) {
  const isWanted = ({ line }: DroppedLine) => (decisions.roles[line] ?? "furniture") !== "furniture";
  const beside = source.aside ?? [];
  const wanted = new Map(beside.filter(isWanted).map(({ line, text }) => [line, text]));
  const lines = source.lines.map((line) => {
    const text = wanted.get(line.number);
    return text === undefined ? line : { ...line, text };
  });
  return { lines, dropped: beside.filter((line) => !isWanted(line)) };
}

/** Organs that sign, or head the notice, beside the host. */
function jointIssuers(parts: DocumentParts, [issuer = "", ...others]: readonly string[]): readonly string[] {
  const signed = (parts.signature ?? "").split("、");
  const beside = signed.includes(issuer) ? signed.filter((name) => name !== issuer) : [];
  const names = [...new Set([...others, ...beside])];
  return names.filter((name) => name.length <= LONGEST_LINE).slice(0, MOST_ISSUERS);
}

/** As the model limits them. */
const MOST_ISSUERS = 20;

function countCharacterRepairs(
  paragraphs: readonly Paragraph[],
  dropped: readonly number[],
  repairs: Repairs,
): void {
  const gone = new Set(dropped);
  for (const paragraph of paragraphs) {
    if (gone.has(paragraph.line)) continue;
    for (const repair of paragraph.repairs) repairs.count(repair);
  }
}

function settleDate(parts: DocumentParts, repairs: Repairs): string | null {
  const found = parts.date;
  if (!found) return null;
  switch (found.date.form) {
    case "complete":
      return found.date.date;
    case "damaged": {
      const repair = { code: "date-repaired", line: found.line, before: found.text };
      const { date, certain } = found.date;
      if (repairs.allows({ ...repair, after: date ?? "", certain })) return date;
      repairs.add({ ...repair, code: "date-incomplete", certain: false });
      return null;
    }
    case "incomplete":
      repairs.add({
        code: "date-incomplete",
        line: found.line,
        before: found.text,
        after: findDate(found.text) ?? "",
        certain: false,
      });
      return null;
  }
}
