import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_ARCHIVE_ENTRIES } from "../../../electron/services/archive/open-archive.ts";
import { readSource } from "../../../electron/services/reading/read-source.ts";
import { MAX_SOURCE_LINES } from "../../../electron/services/reading/source-limits.ts";
import { body, p, r, row, table } from "../../support/word-parts.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");
const LINES = [
  "石泉县民政局2024年工作要点",
  "一、兜牢基本民生底线",
  "2.加强儿童福利保障。建立困境儿童档案，开展“春蕾”关爱行动不少于12场。",
  "3.扩大居家养老供给。新建村级互助养老点20个，完成特殊困难老年人家庭适老化改造300户。",
];

describe("readSource", () => {
  it.each(["docx", "doc", "pdf"])(
    "reads a .%s that LibreOffice wrote, whatever it is called",
    async (format) => {
      const reading = await readSource(readFileSync(join(SAMPLES, `small.${format}`)));
      if (!reading.ok) throw new Error(`${reading.code} ${reading.detail}`);
      expect(reading.format).toBe(format);
      const texts = reading.source.lines.map((line) => line.text);
      for (const line of LINES) expect(texts).toContain(line);
    },
  );

  it("writes the automatic numbers of a .doc out, and counts past those that were typed", async () => {
    const reading = await readSource(readFileSync(join(SAMPLES, "numbered.doc")));
    if (!reading.ok) throw new Error(`${reading.code} ${reading.detail}`);
    expect(reading.source.lines.map(({ text }) => text).filter((text) => text !== "")).toEqual([
      "石泉县文化馆2022年工作要点",
      "2022年，县文化馆重点做好以下工作。",
      "一、丰富群众文化",
      "（一）办好品牌活动。",
      "1.举办乡村春晚。每个乡镇不少于1场，录制精品节目10个。",
      "2.举办广场舞大赛。组织队伍40支，评选优秀团队。",
      "（二）延长开放时间。",
      "1.推行错时开放。周末和节假日不闭馆。",
      "二、保护文化遗产",
      "（一）摸清家底。",
      "普查非遗项目120个，分三步：",
      "①登记造册",
      "②分类建档",
      "三、强化保障",
      "落实经费。纳入财政预算，专款专用。",
    ]);
    expect(reading.source.notices).toMatchObject([{ code: "automatic-numbers", count: 10 }]);
  });

  it("takes a page for a page and a text that speaks of markup for a text", async () => {
    const page = await readSource(
      strToU8("<html><body><p>一、总体要求</p><script>x()</script></body></html>"),
    );
    expect(page).toMatchObject({ ok: true, format: "html" });
    const text = await readSource(strToU8("网页编辑培训：学会使用<p>标签。\n一、总体要求\n"));
    expect(text).toMatchObject({ ok: true, format: "text" });
  });

  it.each([
    ["an .ofd", zipSync({ "OFD.xml": strToU8("<ofd/>") }), "ofd"],
    [
      "a workbook",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.xml": strToU8("<x/>") }),
      "xlsx",
    ],
    [
      "an OpenDocument text",
      zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
      "odt",
    ],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), "png"],
    ["rich text", strToU8("{\\rtf1\\ansi }"), "rtf"],
  ])("refuses %s by name", async (_, bytes, kind) => {
    const reading = await readSource(bytes);
    expect(reading).toMatchObject({ ok: false, code: "unsupported-format" });
    expect(reading.ok ? "" : reading.detail).toMatch(new RegExp(`^${kind}\\b`));
  });
});

describe("readSource on hostile packages", () => {
  it("refuses a bomb while inflating it", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await readSource(bomb)).toMatchObject({
      ok: false,
      code: "too-large",
      detail: expect.stringMatching(/^bomb/),
    });
  });

  it("refuses a package of too many entries", async () => {
    const names = Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_, index) => [
      `x/${index}`,
      new Uint8Array(0),
    ]);
    expect(await readSource(zipSync(Object.fromEntries(names)))).toMatchObject({
      ok: false,
      code: "too-large",
    });
  });

  it("refuses a header that lies about sizes", async () => {
    const bytes = docx(body(p(r("一".repeat(50_000)))));
    const name = findLast(bytes, strToU8("word/document.xml"));
    // Uncompressed size in the central directory: 22 bytes before the name's end of header, at offset 24 of it.
    new DataView(bytes.buffer).setUint32(name - 46 + 24, 1_000, true);
    expect(await readSource(bytes)).toMatchObject({ ok: false, code: "damaged" });
  });

  it.each(["../../etc/passwd", "/absolute.xml", "C:\\windows\\x.xml"])(
    "refuses the entry name %s",
    async (name) => {
      const bytes = zipSync({ [name]: strToU8("x"), "word/document.xml": strToU8(body(p(r("正文")))) });
      expect(await readSource(bytes)).toMatchObject({
        ok: false,
        code: "damaged",
        detail: expect.stringMatching(/^bad-name/),
      });
    },
  );

  it("refuses entity expansion", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "${"哈".repeat(100)}"><!ENTITY b "&a;&a;&a;">]>${body(p(r("&b;")))}`;
    expect(await readSource(docx(xml))).toMatchObject({
      ok: false,
      code: "damaged",
      detail: expect.stringContaining("doctype"),
    });
  });

  it("reads text around a remote template and linked pictures without following them", async () => {
    const bytes = zipSync({
      "word/document.xml": strToU8(body(p(r("正文")))),
      "word/_rels/document.xml.rels": strToU8(
        '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://198.51.100.1/t.dotm" TargetMode="External"/></Relationships>',
      ),
    });
    expect(await readSource(bytes)).toMatchObject({ ok: true, format: "docx" });
  });

  it("refuses tables nested without end, and reads those that Word could make", async () => {
    const nested = (depth: number) =>
      "<w:tbl><w:tr><w:tc>".repeat(depth) + p(r("底")) + "</w:tc></w:tr></w:tbl>".repeat(depth);
    expect(await readSource(stored(body(nested(3_000))))).toMatchObject({
      ok: false,
      code: "damaged",
      detail: expect.stringContaining("too-deep"),
    });
    expect(await readSource(stored(body(nested(20))))).toMatchObject({ ok: true });
  });

  it("reads 300 000 runs and a paragraph of 5 MB", async () => {
    expect(await readSource(stored(body(p(r("一").repeat(300_000)))))).toMatchObject({ ok: true });
    const long = await readSource(
      stored(
        body(p(Array.from({ length: 50 }, (_, index) => r(String(index).padEnd(100_000, "长"))).join(""))),
      ),
    );
    expect(long).toMatchObject({ ok: true });
  });

  it("refuses more lines than any plan has, empty ones apart", async () => {
    const words = "甲乙\n".repeat(MAX_SOURCE_LINES + 1);
    expect(await readSource(strToU8(words))).toMatchObject({ ok: false, code: "too-large" });
    expect(await readSource(strToU8("\n".repeat(MAX_SOURCE_LINES + 1).concat("甲乙")))).toMatchObject({
      ok: true,
    });
  });

  it("says that a truncated package is damaged, wherever it was cut", async () => {
    const whole = docx(body(p(r("正文".repeat(500))), table(row(p(r("甲")), p(r("乙"))))));
    for (let part = 1; part < 32; part += 1) {
      const reading = await readSource(whole.slice(0, Math.floor((whole.length * part) / 32)));
      expect(reading.ok ? "read" : reading.code).toBe("damaged");
    }
  });

  it("never throws on mutated files of any kind", async () => {
    const random = generator(20_261_125);
    const originals = ["small.docx", "small.doc", "small.pdf", "numbered.doc"].map((name) =>
      readFileSync(join(SAMPLES, name)),
    );
    originals.push(
      Buffer.from("<html><body><table><tr><td>一、总体要求<td>二</table><ol><li>甲</ol></body></html>"),
    );
    for (let round = 0; round < 150; round += 1) {
      const bytes = Uint8Array.from(originals[round % originals.length] ?? []);
      const changes = 1 + Math.floor(random() * 20);
      for (let change = 0; change < changes; change += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const reading = await readSource(bytes);
      if (!reading.ok)
        expect(["empty-file", "binary-file", "too-large", "unsupported-format", "damaged"]).toContain(
          reading.code,
        );
    }
  });
});

function docx(document: string): Uint8Array {
  return zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(document) });
}

/** Packed without compression, so that the limit on inflating says nothing of it. */
function stored(document: string): Uint8Array {
  return zipSync({ "word/document.xml": strToU8(document) }, { level: 0 });
}

function findLast(bytes: Uint8Array, sought: Uint8Array): number {
  return Buffer.from(bytes).lastIndexOf(Buffer.from(sought));
}

/** Mulberry32: a small generator with a seed, so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
