/** What the command line says to its user: one Chinese sentence with the file and the remedy. */
import type { FailureCode } from "../../src/host/contract.ts";
import { HostError } from "../../src/host/host-error.ts";
import { type SourceProblem, sourceProblemOf } from "../../src/host/source-problem.ts";
import { MAX_PLAN_BYTES } from "../services/plans/plan-file.ts";
import { MAX_SOURCE_BYTES } from "../services/reading/source-limits.ts";

const MEBIBYTE = 1024 * 1024;
const SOURCE_LIMIT = MAX_SOURCE_BYTES / MEBIBYTE;
const PLAN_LIMIT = MAX_PLAN_BYTES / MEBIBYTE;

/** `{name}` stands for the file. */
const MESSAGES: Readonly<Record<FailureCode, string>> = {
  "not-found": "找不到“{name}”。请检查文件名和路径。",
  "is-folder": "“{name}”是文件夹。请给出其中的某一个文件。",
  "empty-file": "“{name}”是空文件，没有可读的文字。请换一个文件。",
  "binary-file": "“{name}”不是文本文件。请另存为 .docx 或纯文本（.txt）后再试。",
  "too-large": `“{name}”太大：原文件不超过 ${SOURCE_LIMIT} MB，要点文稿不超过 ${PLAN_LIMIT} MB。请拆分，或只保留要点正文后再试。`,
  "unsupported-format": "暂不支持“{name}”的格式。请在 WPS 或 Word 中另存为 .docx 或纯文本（.txt）后再试。",
  damaged: "“{name}”已损坏或不是要点文稿，未作改动。请改用备份或上一版本。",
  newer: "“{name}”由更新版本的要点保存，未作改动。请升级后再打开。",
  conflict: "“{name}”已经存在，或已被其他程序修改，未作改动。请换一个文件名，确要覆盖请加 --force。",
  "no-space": "磁盘空间不足，未能写入“{name}”，原文件未受影响。请清理磁盘或换一个位置。",
  "no-permission": "没有读写“{name}”的权限。请换一个位置，或请管理员授权。",
  busy: "“{name}”正被其他程序占用。请关闭后再试。",
  "read-only": "“{name}”所在的位置是只读的。请换一个位置。",
  "name-too-long": "文件名“{name}”过长，最多 80 个汉字。请缩短后再试。",
  "bad-name": "文件名“{name}”不可用。请换一个文件名。",
  "library-unavailable": "往年条目库不可用。请检查数据文件夹，或用 --data 换一个。",
  "timed-out": "处理“{name}”用时过长，已停止。请检查文件内容，或只保留要点正文后再试。",
  unsupported: "不能处理“{name}”：它不是普通文件。请先复制成普通文件。",
  "bad-request": "“{name}”的内容不能处理。请检查文件内容。",
  "unknown-method": "程序内部出错，“{name}”未作改动。请重试，仍不行请联系维护人员。",
  "stale-revision": "程序内部出错，“{name}”未作改动。请重试，仍不行请联系维护人员。",
  "no-session": "程序内部出错，“{name}”未作改动。请重试，仍不行请联系维护人员。",
  disconnected: "后台程序意外中断，“{name}”未作改动。请重试。",
  internal: "程序内部出错，“{name}”未作改动。请重试，仍不行请联系维护人员。",
};

/** For a document that cannot be read, where it is known what it is. */
const SOURCE_MESSAGES: Readonly<Record<SourceProblem, string>> = {
  ofd: "“{name}”是 OFD 版式文件，暂不能读。请用 WPS 打开，另存为 .docx 后再试。",
  spreadsheet: "“{name}”是电子表格，不是要点文稿。请把要点正文复制到文档中，另存为 .docx 后再试。",
  presentation: "“{name}”是演示文稿，不是要点文稿。请把文字复制到文档中，另存为 .docx 后再试。",
  rtf: "“{name}”是 RTF 文件，暂不能读。请在 WPS 或 Word 中另存为 .docx 后再试。",
  odt: "“{name}”是 ODT 文件，暂不能读。请在 WPS 或 Word 中另存为 .docx 后再试。",
  mht: "“{name}”是单个文件的网页存档，暂不能读。请在浏览器中另存为 .html，或复制正文后另存为 .docx 再试。",
  image: "“{name}”是图片，没有可读的文字。请用 WPS 的图片转文字，另存为 .docx 后再试。",
  archive: "“{name}”是压缩包。请先解压，再读其中的文件。",
  program: "“{name}”是程序，不是文档。请换一个文件。",
  scan: "“{name}”是扫描件，没有可读的文字。请用 WPS 的 PDF 转 Word（文字识别）另存为 .docx 后再试。",
  encrypted: "“{name}”设有密码。请在 WPS 或 Word 中打开，去掉密码后另存为 .docx 再试。",
  bomb: "“{name}”展开后大得不正常，为安全起见没有读取。请在 WPS 或 Word 中打开核对，另存为 .docx 后再试。",
  lines: "“{name}”行数太多，不像要点文稿，没有读取。请只保留要点正文，另存为 .docx 后再试。",
  damaged: "“{name}”已损坏，读不出来，未作改动。请在 WPS 或 Word 中打开，另存为 .docx 后再试。",
  slow: "读取“{name}”用时过长，已停止，未作改动。请只保留要点正文，另存为 .docx 后再试。",
};

/** A matter of a command with a sentence of its own. */
export class CommandFailure extends Error {}

/** Matters that no failure code speaks of. */
export const OTHER_MESSAGES = {
  noLibreOffice:
    "生成 PDF 需要 LibreOffice，本机没有找到。请安装后再试，或在“要点”窗口中导出 PDF，或用 --docx 导出后在 WPS 中另存。",
  noPdf: "LibreOffice 没有生成 PDF。请用 --docx 导出后在 WPS 或 Word 中另存为 PDF。",
  noProfile: "找不到版式“{name}”。自带的版式：{profiles}；也可以给出版式文件的路径。",
  exists: "“{name}”已经存在，未作改动。请换一个文件名，确要覆盖请加 --force。",
  noPlan: "“{name}”里没有识别出工作要点，无法据此起草。请换一份往年要点。",
  noPlanHere: "“{name}”里没有识别出工作要点或总结。请换一份文稿。",
  isPlan: "“{name}”是要点文稿，不是往年原文。请用 export 导出，或用 new --from 起草新一年的要点。",
  noPlanFile: "“{name}”不是要点文稿（.yaodian）。请先用 new --from 据它起草，再导出。",
  noSource: "找不到文件或模板“{name}”。请检查路径；可用的模板：{templates}。",
} as const;

/** A sentence of `OTHER_MESSAGES` with its places filled. */
export function commandFailure(
  message: keyof typeof OTHER_MESSAGES,
  values: Readonly<Record<string, string>>,
): CommandFailure {
  return new CommandFailure(fill(OTHER_MESSAGES[message], values));
}

/** The sentence for whatever a command failed with; `file` is what the user named. */
export function messageFor(error: unknown, file: string): string {
  if (error instanceof CommandFailure) return error.message;
  if (!(error instanceof HostError)) return fill(MESSAGES.internal, { name: file });
  const problem = sourceProblemOf({ code: error.code, detail: error.message, name: file });
  return fill(problem === undefined ? MESSAGES[error.code] : SOURCE_MESSAGES[problem], { name: file });
}

function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
}
