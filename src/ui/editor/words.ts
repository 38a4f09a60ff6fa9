/** What the editor says to the drafter. */
import type { LineKind } from "../../core/editor/lines.ts";

/** Name of the text for screen readers. */
export const EDITOR_LABEL = "正文";
/** Name of the same text shown a second time. */
export const SECOND_EDITOR_LABEL = "正文另一处";

/** Prompts in empty paragraphs. */
export const PLACEHOLDERS: Readonly<Record<Exclude<LineKind, "clause">, string>> = {
  title: "填写标题，例如：2027年教育工作要点",
  part: "填写部分标题，例如：2027年重点工作",
  section: "填写大标题，例如：全面加强党的建设",
  subsection: "填写小标题，例如：推进教育公平",
  item: "填写条目标题，例如：促进学前教育优质普惠发展",
  paragraph: "填写正文",
};

const EXCERPT_LENGTH = 30;

/** What stands in the text for open changes (修订) that it does not show itself. */
export const CHANGE_WORDS = {
  kinds: {
    title: "标题",
    part: "部分",
    section: "部分",
    subsection: "小标题",
    item: "条目",
    clause: "分句",
    paragraph: "段落",
  } satisfies Readonly<Record<LineKind, string>>,
  block: (kind: string, text: string) =>
    text === ""
      ? `空${kind}`
      : `${kind}“${text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text}”`,
  byline: (author: string, time: string) => (author === "" ? `未署名　${time}` : `${author}　${time}`),
  deleted: (block: string) => `已删去：${block}`,
  movedFrom: (block: string) => `原在此处：${block}`,
} as const;
