/** Fonts of official documents on this machine: what each is called, and what is shown where it is missing. */

/** Names of one font: systems and vendors name the same font differently. */
const SAME_FONTS: readonly (readonly string[])[] = [
  ["仿宋_GB2312", "FangSong_GB2312"],
  ["楷体_GB2312", "KaiTi_GB2312"],
  ["仿宋", "FangSong"],
  ["楷体", "KaiTi"],
  ["黑体", "SimHei"],
  ["宋体", "SimSun"],
  ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"],
  ["Times New Roman"],
];

/** What stands in for fonts of a kind, best first; the last one is the browser's own choice. */
const STAND_INS = {
  fangsong: ["FangSong", "仿宋", "STFangsong", "FandolFang R", "Noto Serif CJK SC", "serif"],
  kai: ["KaiTi", "楷体", "STKaiti", "LXGW WenKai", "Noto Serif CJK SC", "serif"],
  title: ["方正小标宋_GBK", "STZhongsong", "Noto Serif CJK SC", "SimSun", "serif"],
  hei: ["SimHei", "STHeiti", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"],
  song: ["SimSun", "STSong", "Noto Serif CJK SC", "serif"],
  latin: ["Liberation Serif", "Tinos", "serif"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Kind = keyof typeof STAND_INS;

/** Kinds by what their names have in them; 仿宋 and 小标宋 before 宋, which they end in. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/标宋|biaosong|zhongsong|xbs/i, "title"],
  [/仿|fang/i, "fangsong"],
  [/楷|kai/i, "kai"],
  [/黑|hei|gothic/i, "hei"],
  [/宋|song|sun/i, "song"],
];

const GENERIC: ReadonlySet<string> = new Set(["serif", "sans-serif"]);

function kindOf(font: string): Kind {
  const found = KINDS.find(([pattern]) => pattern.test(font));
  if (found) return found[1];
  return /^[ -~]*$/.test(font) ? "latin" : "fangsong";
}

/** The names that a font is looked for under. */
export function namesOf(font: string): readonly string[] {
  return SAME_FONTS.find((names) => names.includes(font)) ?? [font];
}

/** Whether a font without a bold face of its own is shown heavier: the stand-in of 小标宋. */
export function isTitleFont(font: string): boolean {
  return kindOf(font) === "title";
}

/** CSS list of a font: its names, then what stands in for it. */
export function fontFamily(font: string): string {
  // The title's stand-in needs the bold face of another font, which only a font rule can ask for.
  const special = isTitleFont(font) ? ["Paper Title"] : [];
  return [...namesOf(font), ...special, ...STAND_INS[kindOf(font)]]
    .map((name) => (GENERIC.has(name) ? name : `"${name.replaceAll(/["\\]/g, "")}"`))
    .join(", ");
}

/** A font that this machine does not have; `instead` is null where the browser chooses. */
export interface MissingFont {
  readonly font: string;
  readonly instead: string | null;
}

/** Those of `fonts` that are missing here, with what is shown instead. Nothing is loaded from anywhere. */
export async function missingFonts(
  fonts: readonly string[],
  isInstalled: (name: string) => Promise<boolean>,
): Promise<readonly MissingFont[]> {
  const first = async (names: readonly string[]) => {
    for (const name of names) if (!GENERIC.has(name) && (await isInstalled(name))) return name;
    return undefined;
  };
  const results = await Promise.all(
    fonts.map(async (font): Promise<MissingFont | undefined> => {
      if ((await first(namesOf(font))) !== undefined) return undefined;
      return { font, instead: (await first(STAND_INS[kindOf(font)])) ?? null };
    }),
  );
  return results.filter((each) => each !== undefined);
}
