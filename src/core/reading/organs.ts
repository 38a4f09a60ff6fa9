/** Names of issuing organs (发文机关): recognised where they stand, inferred where they do not. */
import table from "./data/organ-words.json" with { type: "json" };

const ENDINGS = [...table.organEndings].sort((one, other) => other.length - one.length).join("|");
const ORGAN = new RegExp(`^(?:中共)?[\\p{Script=Han}XＸ×*＊○（）·、\\s]{1,38}(?:${ENDINGS})$`, "u");
const TITLE_PREFIX = /^(.{2,60}?)\s?(?:关于|印发|“|《|[12]\d{3}|[二一][〇○零Ｏ九]|工作|“?十[一二三四五])/;
const TITLE_ORGAN =
  /^[\p{Script=Han}XＸ×*＊○·\s]{1,38}(?<!平安|美丽|文明|和谐|智慧)(?:社区|镇|(?<!城)乡|处|站|所|馆|队|部|园)$/u;
/** Words that no organ's name has but a heading that ends like one may have. */
const NO_ORGAN = /工作要点|加强|推进|落实|做好|全面|深入|提升|打造|建设.*中心$|：|，|。|^各|^全/;
/** Letter of a name; names are blanked out with X, × or *. */
const LETTER = "[\\p{Script=Han}XＸ×*＊○]";
const REGION = new RegExp(
  `^(?:${LETTER}{2,7}?(?:省|自治区|特别行政区))?(?:${LETTER}{2,7}?(?:市|自治州|州|盟|地区))?(?:${LETTER}{1,7}?(?:自治县|县|区|旗|市))?`,
  "u",
);
const PLACE = /(?=(\p{Script=Han}{2})([市县区州省旗]))/gu;
/** Not names: 全市, 我县, 各区, 城市, 地市, 上市, 县市 … */
const NO_NAME = /[全我各本该县区市省州旗城都地直级辖个跨邻上大中小和及与对在向到国其外内全两每]/;

/** Whether the line is the name of an organ and nothing else. */
export function isOrganName(line: string): boolean {
  const text = line.replace(/\s/g, "");
  return text.length >= 3 && text.length <= 60 && ORGAN.test(text) && !NO_ORGAN.test(text);
}

/** Organ at the beginning of a title, e.g. of `…教育局关于印发…的通知` and `…民政局2023年工作要点`. */
export function organOfTitle(title: string): string | undefined {
  const [, subtitle] = title.split(/\n—{1,2}/);
  const prefix = TITLE_PREFIX.exec(subtitle ?? title)?.[1]?.trim();
  if (prefix === undefined) return undefined;
  return isOrganName(prefix) || isTitleOrgan(prefix) ? prefix : undefined;
}

/** Names that stand for an organ only before the year of a title: `河西镇2020年…`, `县图书馆2021年…`. */
function isTitleOrgan(prefix: string): boolean {
  return TITLE_ORGAN.test(prefix) && !NO_ORGAN.test(prefix);
}

/** Organs that are named together, the host first: `县委办公室 县政府办公室`, `市教育局、市财政局`. */
export function organsIn(name: string): readonly string[] {
  const parts = name.split(/[\s、]+/);
  return parts.length > 1 && parts.every(isOrganName) ? parts : [name];
}

/** Region at the beginning of a name or title, e.g. `南平市建阳区`; empty where there is none. */
export function regionOf(name: string): string {
  return REGION.exec(name.replace(/^中共/, ""))?.[0] ?? "";
}

/**
 * Bureau that a plan without a stated issuer is likely to be from: its region (from the title, else the place
 * named most often) and the matter it speaks of. `undefined` where either cannot be told.
 */
export function inferIssuer(title: string, text: string): string | undefined {
  const region = regionOf(title) || mostNamedPlace(text);
  if (region === undefined || region === "") return undefined;
  const bureau = bureauFor(title, text);
  if (!bureau) return undefined;
  if (/(?:省|自治区)$/.test(region)) return region + bureau.province;
  return region + (/(?:市|州|盟)$/.test(region) && !/市.+市$/.test(region) ? bureau.city : bureau.county);
}

/** A matter named less often is not what the plan is about. */
const FEWEST_WORDS = 5;
const TITLE_WEIGHT = 20;
const FEWEST_PLACES = 3;

function bureauFor(title: string, text: string) {
  let best: { readonly bureau: (typeof table.bureaus)[number]; readonly count: number } | undefined;
  for (const bureau of table.bureaus) {
    let count = 0;
    for (const word of bureau.words) {
      count += text.split(word).length - 1;
      if (title.includes(word)) count += TITLE_WEIGHT * word.length;
    }
    if (count >= FEWEST_WORDS && count > (best?.count ?? 0)) best = { bureau, count };
  }
  return best?.bureau;
}

function mostNamedPlace(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(PLACE)) {
    const [, name = "", kind = ""] = match;
    if (NO_NAME.test(name)) continue;
    counts.set(name + kind, (counts.get(name + kind) ?? 0) + 1);
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= FEWEST_PLACES ? best[0] : undefined;
}
