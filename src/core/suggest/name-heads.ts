/** What the name of a school, a place or another unit ends with. */

/** `school` and `unit`: an institution; `place`: a part of the country, from the county down to the village. */
export type HeadFamily = "school" | "place" | "unit" | "cup";

export interface NameHead {
  readonly text: string;
  readonly family: HeadFamily;
  readonly to: number;
}

/** In each family the longest first. `中` is a head behind a number only (二中). */
const HEADS: readonly (readonly [HeadFamily, RegExp])[] = [
  [
    "school",
    /(?:教育集团|幼教集团|职教中心|幼儿园|党校|分校|校区|附小|附中|学院|(?:小学|中学)(?!校(?![长园区本舍])|[生段期])|(?:大学|学校)(?![生段期])|高中(?![学生段期教招]))/uy,
  ],
  [
    "unit",
    /(?:有限责任公司|股份有限公司|有限公司|集团公司|社区卫生服务中心|卫生院|人民医院|中医院|医院|产业园区|工业园区|产业园|园区|联盟|大桥|公园|水库|灌区)/uy,
  ],
  [
    "place",
    /(?:自治县|自治州|街道|社区|镇(?![村街级化])|乡(?![村镇土贤愁情])|村(?![级民务史庄居企镇社])|县(?![域级直城区委])|市(?![场民政容属级直域区委])|区(?![域级位块间属划分别委]))/uy,
  ],
  ["cup", /杯/uy],
];

/** What heads begin with: most characters of a text are told apart by this. */
const FIRST = new Set("教幼职党分校附学小中大高有股集社卫人医产工园联桥公水灌自街镇乡村县市区杯");

/** The head that begins at `at`; undefined where none does. */
export function headAt(text: string, at: number): NameHead | undefined {
  if (!FIRST.has(text.charAt(at))) return undefined;
  for (const [family, pattern] of HEADS) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { text: found, family, to: at + found.length };
  }
  return undefined;
}
