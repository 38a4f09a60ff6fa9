/** What the drafter reads when the host cannot do something: one sentence per failure code and deed. */
import type { Failure, FailureCode } from "../host/contract.ts";
import { type SourceProblem, sourceProblemOf } from "../host/source-problem.ts";

/** What was being done. */
export type Deed = "open" | "read" | "save" | "export" | "other";

/** A sentence with the name of the file in it, and the one for when no name is known. */
interface Sentence {
  readonly named: string;
  readonly unnamed: string;
}

const NAME = "{name}";

const GENERAL: Record<FailureCode, Sentence> = {
  "unknown-method": same("本窗口与后台服务的版本不一致。请关闭窗口后重新启动“要点”。"),
  "bad-request": same("后台服务没有接受这项操作，文稿未受影响。请重试；若仍不行，请重新启动“要点”。"),
  unsupported: same("当前运行方式不支持这项操作。"),
  "not-found": {
    named: "找不到“{name}”。文件可能已被移动、改名或删除，请重新选择。",
    unnamed: "找不到这个文件。它可能已被移动、改名或删除，请重新选择。",
  },
  "is-folder": {
    named: "“{name}”是文件夹。请选择其中的文件。",
    unnamed: "选中的是文件夹。请选择其中的文件。",
  },
  "empty-file": {
    named: "“{name}”是空文件，没有可读的内容。请换一个文件。",
    unnamed: "这是空文件，没有可读的内容。请换一个文件。",
  },
  "binary-file": {
    named: "“{name}”不是文字材料，无法读取。请选择 Word、WPS、PDF、网页或纯文本文件。",
    unnamed: "这不是文字材料，无法读取。请选择 Word、WPS、PDF、网页或纯文本文件。",
  },
  "too-large": {
    named: "“{name}”太大，无法处理。请把需要的部分另存为较小的文件后再试。",
    unnamed: "内容太大，无法处理。请把需要的部分另存为较小的文件后再试。",
  },
  "unsupported-format": {
    named:
      "读不了“{name}”：格式不支持，或者是扫描件、加密文件。请在 WPS 或 Word 中另存为不加密的 .docx 后再打开。",
    unnamed:
      "读不了这个文件：格式不支持，或者是扫描件、加密文件。请在 WPS 或 Word 中另存为不加密的 .docx 后再打开。",
  },
  damaged: {
    named: "“{name}”已损坏，内容与保存时不符。文件未被改动，请改用备份，或从“恢复”列表中找回。",
    unnamed: "文件已损坏，内容与保存时不符。文件未被改动，请改用备份，或从“恢复”列表中找回。",
  },
  newer: {
    named: "“{name}”由更新版本的“要点”保存，本版本不能打开。文件未被改动，请升级后再打开。",
    unnamed: "文件由更新版本的“要点”保存，本版本不能打开。文件未被改动，请升级后再打开。",
  },
  conflict: {
    named: "“{name}”在打开之后被别人或别的程序改过。",
    unnamed: "文件在打开之后被别人或别的程序改过。",
  },
  "no-space": {
    named: "磁盘空间不足，“{name}”没有写入。请清理磁盘，或换一个位置。",
    unnamed: "磁盘空间不足，没有写入。请清理磁盘后重试。",
  },
  "no-permission": {
    named: "没有权限使用“{name}”。请换一个位置，或请管理员开放权限。",
    unnamed: "没有权限使用这个位置。请换一个位置，或请管理员开放权限。",
  },
  busy: {
    named: "“{name}”正被别的窗口或程序使用。请在那里关闭后重试。",
    unnamed: "文件正被别的窗口或程序使用。请在那里关闭后重试。",
  },
  "read-only": {
    named: "“{name}”是只读文件，不能写入。请另存一份。",
    unnamed: "文件是只读的，不能写入。请另存一份。",
  },
  "name-too-long": {
    named: "文件名“{name}”太长。请改短后重试。",
    unnamed: "文件名太长。请改短后重试。",
  },
  "bad-name": {
    named: '“{name}”不能用作文件名。请去掉 \\ / : * ? " < > | 等符号后重试。',
    unnamed: '文件名不能用。请去掉 \\ / : * ? " < > | 等符号后重试。',
  },
  "library-unavailable": same("事项库不可用。写作、保存和导出不受影响。"),
  "stale-revision": same("窗口中的文字与后台的副本不同步，正在重新对齐。文字没有丢失，请稍后重试。"),
  "no-session": same("后台服务已重新启动，正在重新打开这份文稿。文字没有丢失，请稍后重试。"),
  "timed-out": same("后台服务没有及时答复。请稍后重试。"),
  disconnected: same("后台服务已中断，正在重新连接；请勿关闭窗口。"),
  internal: same("程序内部出错，这项操作没有完成，文稿未受影响。请重试；若仍不行，请重新启动“要点”。"),
};

/** For a damaged plan file of which the version before its last save is still there. */
const DAMAGED_WITH_PREVIOUS: Sentence = {
  named: "“{name}”已损坏，内容与保存时不符。文件未被改动，可以打开它上一个保存的版本。",
  unnamed: "文件已损坏，内容与保存时不符。文件未被改动，可以打开它上一个保存的版本。",
};

const SAVING: Partial<Record<FailureCode, Sentence>> = {
  conflict: {
    named: "“{name}”在打开之后被别人或别的程序改过，尚未保存，以免盖掉对方的改动。改动已暂存在本机。",
    unnamed: "文件在打开之后被别人或别的程序改过，尚未保存，以免盖掉对方的改动。改动已暂存在本机。",
  },
  "no-space": {
    named: "无法保存“{name}”：磁盘空间不足。原文件未受影响，改动已暂存在本机。",
    unnamed: "无法保存：磁盘空间不足。原文件未受影响，改动已暂存在本机。",
  },
  "no-permission": {
    named: "无法保存“{name}”：没有写入权限。原文件未受影响，改动已暂存在本机。",
    unnamed: "无法保存：没有写入权限。原文件未受影响，改动已暂存在本机。",
  },
  "read-only": {
    named: "无法保存“{name}”：文件是只读的。原文件未受影响，改动已暂存在本机。",
    unnamed: "无法保存：文件是只读的。原文件未受影响，改动已暂存在本机。",
  },
  busy: {
    named: "无法保存“{name}”：文件正被别的程序使用。请在那里关闭后重试，改动已暂存在本机。",
    unnamed: "无法保存：文件正被别的程序使用。请在那里关闭后重试，改动已暂存在本机。",
  },
  "not-found": {
    named: "无法保存“{name}”：原来的文件或文件夹已不在。请另存一份，改动已暂存在本机。",
    unnamed: "无法保存：原来的文件或文件夹已不在。请另存一份，改动已暂存在本机。",
  },
  "name-too-long": {
    named: "无法保存“{name}”：文件名太长。请改短后再保存，改动已暂存在本机。",
    unnamed: "无法保存：文件名太长。请改短后再保存，改动已暂存在本机。",
  },
  internal: {
    named: "无法保存“{name}”：程序内部出错。原文件未受影响，请重试或另存一份。",
    unnamed: "无法保存：程序内部出错。原文件未受影响，请重试或另存一份。",
  },
};

const EXPORTING: Partial<Record<FailureCode, Sentence>> = {
  busy: {
    named: "无法导出“{name}”：这个文件正在 WPS 或 Word 中打开。请关闭后重试，或换一个文件名。",
    unnamed: "无法导出：这个文件正在 WPS 或 Word 中打开。请关闭后重试，或换一个文件名。",
  },
  "no-space": {
    named: "无法导出“{name}”：磁盘空间不足。文稿未受影响，请清理磁盘或换一个位置。",
    unnamed: "无法导出：磁盘空间不足。文稿未受影响，请清理磁盘或换一个位置。",
  },
  "no-permission": {
    named: "无法导出“{name}”：没有写入权限。文稿未受影响，请换一个位置。",
    unnamed: "无法导出：没有写入权限。文稿未受影响，请换一个位置。",
  },
  internal: same("导出没有完成：程序内部出错。文稿未受影响，请重试。"),
};

/** For a document that cannot be read, where it is known what it is; they always stand beside a name. */
const SOURCES: Record<SourceProblem, Sentence> = {
  ofd: named("是 OFD 版式文件，暂不能读。请用 WPS 打开，另存为 .docx 后再选。"),
  spreadsheet: named("是电子表格，不是要点文稿。请把要点正文复制到文档中，另存为 .docx 后再选。"),
  presentation: named("是演示文稿，不是要点文稿。请把文字复制到文档中，另存为 .docx 后再选。"),
  rtf: named("是 RTF 文件，暂不能读。请在 WPS 或 Word 中另存为 .docx 后再选。"),
  odt: named("是 ODT 文件，暂不能读。请在 WPS 或 Word 中另存为 .docx 后再选。"),
  mht: named("是单个文件的网页存档，暂不能读。请在浏览器中另存为 .html，或复制正文后另存为 .docx 再选。"),
  image: named("是图片，没有可读的文字。请用 WPS 的图片转文字，另存为 .docx 后再选。"),
  archive: named("是压缩包。请先解压，再选其中的文件。"),
  program: named("是程序，不是文档。请换一个文件。"),
  scan: named("是扫描件，没有可读的文字。请用 WPS 的 PDF 转 Word（文字识别）另存为 .docx 后再选。"),
  encrypted: named("设有密码。请在 WPS 或 Word 中打开，去掉密码后另存为 .docx 再选。"),
  bomb: named("展开后大得不正常，为安全起见没有读取。请在 WPS 或 Word 中打开核对，另存为 .docx 后再选。"),
  lines: named("行数太多，不像要点文稿，没有读取。请只保留要点正文，另存为 .docx 后再选。"),
  damaged: named("已损坏，读不出来，文件未被改动。请在 WPS 或 Word 中打开，另存为 .docx 后再选。"),
  slow: named("读取用时过长，已停止，文件未被改动。请只保留要点正文，另存为 .docx 后再选。"),
};

const READING: Partial<Record<FailureCode, Sentence>> = {
  "binary-file": named("不是文字材料，无法读取。请选择 Word、PDF、网页或纯文本文件。"),
  "unsupported-format": named("的格式暂不支持。请在 WPS 或 Word 中另存为 .docx 后再选。"),
  "is-folder": named("是文件夹，这里一次只读一份文件。请选择其中的文件。"),
};

const BY_DEED: Record<Deed, Partial<Record<FailureCode, Sentence>>> = {
  save: SAVING,
  export: EXPORTING,
  open: {},
  read: READING,
  other: {},
};

/** The sentence for a failure of `deed`; `name` stands in where the failure names no file. */
export function failureText(failure: Failure, deed: Deed, name: string | null = null): string {
  const problem = deed === "read" ? sourceProblemOf(failure) : undefined;
  const sentence = problem ? SOURCES[problem] : sentenceFor(failure, deed);
  const shown = failure.name ?? name;
  return shown === null || shown === "" ? sentence.unnamed : sentence.named.replaceAll(NAME, () => shown);
}

function sentenceFor({ code, previous }: Failure, deed: Deed): Sentence {
  if (deed === "open" && previous !== undefined) return DAMAGED_WITH_PREVIOUS;
  return BY_DEED[deed][code] ?? GENERAL[code];
}

/** A sentence that begins with the name of the file. */
function named(rest: string): Sentence {
  return { named: `“${NAME}”${rest}`, unnamed: `这份文件${rest}` };
}

/** A sentence that names no file. */
function same(text: string): Sentence {
  return { named: text, unnamed: text };
}
