/** Text that measures a page: Han characters without punctuation, which fills every line to its last character. */
import { CHARACTERS_PER_LINE, LINES_PER_PAGE } from "../../src/formats/docx/gbt9704.ts";

const HAN =
  "深入学习贯彻新时代中国特色社会主义思想全面落实立德树人根本任务加快建设高质量教育体系办好人民满意的教育";

/** As many characters as fill `pages` pages, and half a line more. */
export function calibrationText(pages: number): string {
  const length = CHARACTERS_PER_LINE * LINES_PER_PAGE * pages + CHARACTERS_PER_LINE / 2;
  return HAN.repeat(Math.ceil(length / HAN.length)).slice(0, length);
}
