/** Documents under import, out of lines of text. */
import type { ReadingDecisions } from "../../src/core/reading/decisions.ts";
import { parsePlan } from "../../src/core/reading/parse-plan.ts";
import { decided, type ImportedDocument, importedDocument } from "../../src/ui/import/imported-document.ts";
import { readHere } from "../../src/ui/import/read-again.ts";
import { linesOf } from "./reading.ts";

export function imported(...lines: readonly string[]): ImportedDocument {
  const source = linesOf(lines.join("\n"));
  const file = { name: "往年.txt", bytes: new TextEncoder().encode(lines.join("\n")) };
  return importedDocument({ file, format: "text", source, reading: parsePlan(source) });
}

/** The document read again with a change of its decisions. */
export function deciding(
  document: ImportedDocument,
  change: (decisions: ReadingDecisions) => ReadingDecisions,
): ImportedDocument {
  return readHere(decided(document, change(document.decisions)));
}

/** A plan with furniture, a heading without 。 (line 6) and a heading that looks like text (line 8). */
export const DOUBTFUL: readonly string[] = [
  "首页 > 政务公开 > 工作要点",
  "清河区民政局2022年工作要点",
  "",
  "2022年,全区民政工作以人民为中心。",
  "一、抓项目促发展",
  "1.加快推进城市更新启动3个老旧片区改造，完成投资5亿元，改善居住条件。同步完善配套。",
  "2.提升管理水平。开展专项行动。",
  "健全养老服务体系",
  "二、保障措施",
  "3.加强组织领导。成立工作专班。",
];
