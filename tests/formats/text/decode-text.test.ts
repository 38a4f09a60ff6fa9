import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TEXT_BYTES, type ReadText, readText } from "../../../src/formats/text/decode-text.ts";
import { seeds } from "../../support/reading.ts";

const PLAN =
  "清河区民政局2024年工作要点\n一、健全社会救助体系\n1.规范低保审核确认。严格执行审核程序，开展专项治理。\n";
/** Made with `iconv -t GB18030` and `iconv -t BIG5` from the first line and from 工作要點 in traditional characters. */
const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../data/text/${name}`, import.meta.url)));

function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return new Uint8Array(order === "le" ? bytes : bytes.swap16());
}

function textOf(read: ReadText): string {
  return read.ok ? read.source.lines.map((line) => line.text).join("\n") : `refused: ${read.code}`;
}

function codeOf(bytes: Uint8Array): string {
  const read = readText(bytes);
  return read.ok ? "read" : `${read.code} ${read.detail}`;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("readText", () => {
  it("reads UTF-8 as it is", () => {
    const read = readText(utf8(PLAN));
    expect(read).toEqual({
      ok: true,
      encoding: "utf-8",
      source: { lines: PLAN.split("\n").map((text, index) => ({ number: index + 1, text })), notices: [] },
    });
  });

  it("takes a byte-order mark away and says so", () => {
    const read = readText(utf8(`\uFEFF${PLAN}`));
    expect(textOf(read)).toBe(PLAN);
    expect(read.ok && read.source.notices.map((notice) => notice.code)).toEqual(["byte-order-mark"]);
  });

  it.each([
    ["le", true],
    ["be", true],
    ["le", false],
    ["be", false],
  ] as const)("reads UTF-16 %s, mark: %s", (order, mark) => {
    const read = readText(utf16(PLAN, order, mark));
    expect(textOf(read)).toBe(PLAN);
    expect(read.ok && read.encoding).toBe(`utf-16${order}`);
  });

  it("reads GB18030 and reports that the encoding was detected", () => {
    for (const seed of seeds()) {
      const name = seed.file.replace(".txt", ".gb18030");
      const read = readText(sample(name));
      expect(textOf(read)).toBe(seed.text);
      expect(read.ok && read.source.notices[0]).toMatchObject({
        code: "encoding-detected",
        after: "gb18030",
        certain: true,
      });
    }
  });

  it("reads a short GBK text", () => {
    expect(textOf(readText(sample("short.gbk")))).toBe("清河区民政局2024年工作要点\n");
  });

  it("reads Big5", () => {
    const read = readText(sample("plan.big5"));
    expect(read.ok && read.encoding).toBe("big5");
    expect(textOf(read)).toContain("教育工作要點");
  });

  it("splits lines at LF, CR LF, CR and form feed", () => {
    expect(textOf(readText(utf8("甲\r\n乙\r丙\f丁\n")))).toBe("甲\n乙\n丙\n丁\n");
  });

  it("reads a damaged UTF-8 text and counts what could not be decoded", () => {
    const bytes = utf8(PLAN.repeat(3));
    bytes[40] = 0xff;
    const read = readText(bytes);
    expect(read.ok && read.encoding).toBe("utf-8");
    expect(read.ok && read.source.notices.at(-1)).toMatchObject({
      code: "undecodable-characters",
      certain: false,
    });
  });

  it("refuses empty files and blanks", () => {
    expect(codeOf(new Uint8Array())).toBe("empty-file 0 bytes");
    expect(codeOf(utf8(" \n\u3000\n"))).toMatch(/^empty-file/);
  });

  it("names formats that are no text, by content", () => {
    expect(codeOf(utf8("%PDF-1.7\n…"))).toBe("unsupported-format pdf");
    expect(codeOf(utf8("PK\u0003\u0004…word/document.xml"))).toBe("unsupported-format docx");
    expect(codeOf(utf8("PK\u0003\u0004…xl/workbook.xml"))).toBe("unsupported-format xlsx");
    expect(codeOf(utf8("PK\u0003\u0004…Doc_0/OFD.xml"))).toBe("unsupported-format ofd");
    expect(codeOf(utf8("{\\rtf1\\ansi"))).toBe("unsupported-format rtf");
    expect(codeOf(compound("WordDocument"))).toBe("unsupported-format doc");
    expect(codeOf(compound("WpsCustomData"))).toBe("unsupported-format wps");
  });

  it("refuses binary files", () => {
    const noise = new Uint8Array(5_000).map((_, index) => (index * index * 7 + index * 31) % 256);
    expect(codeOf(noise)).toMatch(/^binary-file/);
    expect(codeOf(new Uint8Array(1_000))).toMatch(/^binary-file/);
  });

  it("refuses a file above the limit and reads one at the limit", () => {
    expect(codeOf(new Uint8Array(50 * 1024 * 1024).fill(0x41))).toMatch(/^too-large/);
    expect(codeOf(new Uint8Array(MAX_TEXT_BYTES).fill(0x41))).toBe("read");
  });

  it("answers for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const read = readText(bytes);
        expect(typeof read.ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});

function compound(stream: string): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return new Uint8Array([
    ...head,
    ...new Uint8Array(100),
    ...Buffer.from(stream, "utf16le"),
    ...new Uint8Array(100),
  ]);
}
