/** Documents in traditional characters: every line also in simplified ones. Reading uses these, and the drafter can take that back. */
import type { SourceLines } from "../../../src/core/reading/plan-reading.ts";

/** Traditional forms that nearly every official text has; none of them is used in simplified text. */
const TELLING = /[們個這國說對時會學業務發經過為與來實點機關現開長進動無問東車強導領總結設備農產黨]/gu;
const HAN = /\p{Script=Han}/gu;
/** Share of them in traditional text is about a fifth; quotations do not reach this. */
const LEAST_SHARE = 0.04;
const FEWEST = 8;

/** The lines with `simplified` texts where the document is in traditional characters, else as they are. */
export async function withSimplified(source: SourceLines): Promise<SourceLines> {
  if (!isTraditional(source)) return source;
  const { Converter } = await import("opencc-js/t2cn");
  const convert = Converter({ from: "t", to: "cn" });
  return {
    ...source,
    lines: source.lines.map((line) => {
      const simplified = convert(line.text);
      return simplified === line.text ? line : { ...line, simplified };
    }),
  };
}

function isTraditional(source: SourceLines): boolean {
  let telling = 0;
  let han = 0;
  for (const { text } of source.lines) {
    telling += text.match(TELLING)?.length ?? 0;
    han += text.match(HAN)?.length ?? 0;
  }
  return telling >= FEWEST && telling >= LEAST_SHARE * han;
}
