/** Words of composed documents: bureaus, headings and sentences, chosen by a generator with a seed. */
import { readFileSync } from "node:fs";
import { z } from "zod";

export const bureauSchema = z.strictObject({
  place: z.string(),
  organ: z.string(),
  matter: z.string(),
  staff: z.string(),
  units: z.array(z.string()),
  objects: z.array(z.string()),
});
export type Bureau = Readonly<z.infer<typeof bureauSchema>>;

export const BUREAUS: readonly Bureau[] = z
  .array(bureauSchema)
  .parse(JSON.parse(readFileSync(new URL("../data/compose/bureaus.json", import.meta.url), "utf8")));

/** Mulberry32: a small generator with a seed, so that every document can be made again. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** Number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** Whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  pick<T>(list: readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): readonly T[] {
    return list
      .map((value) => ({ value, key: this.next() }))
      .sort((one, other) => one.key - other.key)
      .map(({ value }) => value);
  }
}

const VERBS = [
  "推进",
  "加强",
  "深化",
  "抓实",
  "规范",
  "强化",
  "做好",
  "健全",
  "优化",
  "持续抓好",
  "扎实推进",
  "不断深化",
  "着力抓好",
  "全面加强",
];
const SECTIONS = [
  "坚持党建引领，凝聚发展合力",
  "聚焦主责主业，推动提质增效",
  "强化底线思维，守牢安全防线",
  "深化改革创新，增强内生动力",
  "提升服务效能，增进民生福祉",
  "加强自身建设，提高履职能力",
  "夯实基层基础",
  "突出重点任务，补齐短板弱项",
  "完善治理体系",
  "狠抓作风建设，营造干事氛围",
];
const SENTENCES = [
  "完善@工作机制，落实属地责任，做到层层有人抓。",
  "全年新建示范点#个，覆盖率达到#%以上。",
  "制定@年度计划，明确时间表、路线图，按月调度。",
  "组织开展专题培训#场次，培训业务骨干#人。",
  "对重点区域、重点环节逐一排查，建立问题清单，限期整改到位。",
  "加大经费投入力度，争取上级资金#万元。",
  "各单位要明确专人负责，每季度报送@进展情况。",
  "联合有关部门开展督查#次，结果纳入年度考核。",
  "总结推广先进经验，选树典型#个，形成可复制的做法。",
  "依托信息平台实现数据共享，让数据多跑路、群众少跑腿。",
  "修订《@管理办法》，规范办理流程，压缩办理时限。",
  "力争@走在前列，群众满意度保持在#%以上。",
  "深入基层一线调研，帮助解决实际困难#件。",
  "充分利用“两微一端”等媒体，广泛宣传@成效。",
];
const CLAUSES = [
  "健全组织体系",
  "压实工作责任",
  "抓好业务培训",
  "加强监督检查",
  "落实经费保障",
  "做好宣传引导",
  "严格考核奖惩",
  "推动信息共享",
  "夯实基层力量",
];

/** What a plan of one bureau is made of. Headings are never given twice. */
export class Words {
  readonly chance: Chance;
  readonly bureau: Bureau;
  #objects: string[] = [];
  #sections: string[] = [];
  #given = new Set<string>();
  constructor(chance: Chance, bureau: Bureau) {
    this.chance = chance;
    this.bureau = bureau;
  }
  object(): string {
    if (this.#objects.length === 0) this.#objects = [...this.chance.shuffle(this.bureau.objects)];
    return this.#objects.pop() ?? "";
  }
  /** Heading of an item or subsection: `规范宅基地管理`. */
  heading(): string {
    for (;;) {
      const heading = this.chance.pick(VERBS) + this.object();
      if (this.#given.has(heading)) continue;
      this.#given.add(heading);
      return heading;
    }
  }
  section(): string {
    if (this.#sections.length === 0) this.#sections = [...this.chance.shuffle(SECTIONS)];
    return this.#sections.pop() ?? "";
  }
  sentence(): string {
    return this.chance
      .pick(SENTENCES)
      .replaceAll("@", () => this.chance.pick(this.bureau.objects).replace(/[“”]/g, ""))
      .replaceAll("#", () => String(this.chance.between(3, 98)));
  }
  paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join("");
  }
  /** One task in one clause, without its mark at the end. */
  task(): string {
    return `${this.heading()}，${this.sentence().slice(0, -1)}`;
  }
  clauses(count: number): readonly string[] {
    return this.chance.shuffle(CLAUSES).slice(0, count);
  }
}
