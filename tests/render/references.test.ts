/**
 * Pages of five documents beside images of them that somebody looked at: what no measurement names, moved or lost, is
 * seen here. After a wanted change run `REWRITE_REFERENCES=1 npm run render -- references`, and look at every image that git
 * shows as changed before it is committed.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkPlan } from "../../src/core/plan/model.ts";
import { composeDocument } from "../../src/formats/docx/compose-document.ts";
import { writeDocx } from "../../src/formats/docx/write-docx.ts";
import {
  type GreyImage,
  greyPng,
  LARGEST_SHARE,
  readGreyPng,
  readPgm,
  worstDifference,
} from "../support/grey-image.ts";
import { type Renderer, startRenderer } from "../support/libreoffice.ts";
import { NOTICE, OFFICIAL_SAMPLES, samplePlan, taskTable } from "../support/official-samples.ts";
import { seedPlans } from "../support/seed-plans.ts";

const run = promisify(execFile);
const REFERENCES = join(import.meta.dirname, "references");
/** Where pages go that do not look like their reference; git ignores it. */
const DIFFERENT = join(import.meta.dirname, "../../out/references");
const REWRITES = process.env["REWRITE_REFERENCES"] === "1";
const DOTS_PER_INCH = 50;
/** Pixels from one line of text to the next: 22 lines on 225 mm. */
const LINE = Math.round((225 / 22 / 25.4) * DOTS_PER_INCH);

interface Sample {
  readonly name: string;
  readonly source: () => Promise<WorkPlan>;
  readonly pages: number;
  /** Pages that are compared: those that differ in kind. */
  readonly compared: readonly number[];
}

const SAMPLES: readonly Sample[] = [
  { name: "bare-plan", source: () => seedPlan("qingyuan-2022"), pages: 12, compared: [1, 2, 12] },
  { name: "notice", source: async () => officialSample("sealed"), pages: 4, compared: [1, 2, 4] },
  { name: "letter", source: async () => officialSample("letter"), pages: 4, compared: [1, 2, 3, 4] },
  {
    name: "wide-table",
    source: async () => samplePlan(2, { ...NOTICE, sealed: false, attachments: [taskTable(12, true)] }),
    pages: 6,
    compared: [3, 4, 5, 6],
  },
  { name: "joint-long-title", source: async () => jointWithLongTitle(), pages: 6, compared: [1, 2, 3, 5, 6] },
];

let renderer: Renderer;
let folder: string;
beforeAll(async () => {
  renderer = await startRenderer();
  folder = await mkdtemp(join(tmpdir(), "yaodian-references-"));
});
afterAll(async () => {
  await renderer.close();
  await rm(folder, { recursive: true, force: true });
});

async function seedPlan(name: string): Promise<WorkPlan> {
  const seed = (await seedPlans()).find((each) => each.name === name);
  if (!seed) throw new Error(`no seed ${name}`);
  return seed.plan;
}

function officialSample(name: string): WorkPlan {
  const sample = OFFICIAL_SAMPLES[name];
  if (!sample) throw new Error(`no sample ${name}`);
  return sample;
}

function jointWithLongTitle(): WorkPlan {
  const joint = samplePlan(3, {
    ...NOTICE,
    jointIssuers: ["示例市财政局"],
    signatories: ["张三", "欧阳小五"],
    attachments: [taskTable(12, false)],
  });
  const text = "示例市义务教育优质均衡发展和城乡一体化改革2027年重点工作要点";
  return { ...joint, title: { ...joint.title, text } };
}

async function printed({ name, source }: Sample): Promise<string> {
  return renderer.toPdf(await writeDocx(composeDocument(await source())), name);
}

/** Every page of a PDF as an image. */
async function pageImages(pdf: string, name: string): Promise<readonly GreyImage[]> {
  await run("pdftoppm", ["-r", String(DOTS_PER_INCH), "-gray", pdf, join(folder, name)]);
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`)).sort();
  return Promise.all(files.map(async (file) => readPgm(await readFile(join(folder, file)))));
}

/** A page as poppler's other rasteriser draws it, with other edges and other positions between pixels. */
async function otherwiseDrawn(pdf: string, page: number): Promise<GreyImage> {
  const file = join(folder, "other");
  const range = ["-f", String(page), "-l", String(page), "-singlefile"];
  await run("pdftocairo", ["-r", String(DOTS_PER_INCH), "-gray", "-png", ...range, pdf, file]);
  return readGreyPng(await readFile(`${file}.png`));
}

function referenceOf(name: string, page: number): string {
  return join(REFERENCES, `${name}-${page}.png`);
}

/** The page with the rows from `top` to `bottom` lower by `distance`; what they cover is gone. */
function moved(image: GreyImage, top: number, bottom: number, distance: number): GreyImage {
  const { width, pixels } = image;
  const result = Uint8Array.from(pixels);
  result.fill(255, top * width, bottom * width);
  result.set(pixels.subarray(top * width, bottom * width), (top + distance) * width);
  return { ...image, pixels: result };
}

/** Rows of the highest ink on the page: a line of text, or a rule. */
function firstLine({ width, height, pixels }: GreyImage): { readonly top: number; readonly bottom: number } {
  const hasInk = (row: number) => pixels.subarray(row * width, (row + 1) * width).some((grey) => grey < 128);
  let top = 0;
  while (top < height && !hasInk(top)) top += 1;
  let bottom = top;
  while (bottom < height && hasInk(bottom)) bottom += 1;
  return { top, bottom };
}

describe("pages beside their references", () => {
  it.each(SAMPLES)("look as they were reviewed: $name", async (sample) => {
    const images = await pageImages(await printed(sample), sample.name);
    expect(images).toHaveLength(sample.pages);
    const different: string[] = [];
    for (const page of sample.compared) {
      const image = images[page - 1];
      if (!image) throw new Error(`no page ${page}`);
      const file = referenceOf(sample.name, page);
      if (REWRITES) await writeFile(file, greyPng(image));
      const share = worstDifference(readGreyPng(await readFile(file)), image);
      if (share <= LARGEST_SHARE) continue;
      different.push(`${sample.name}-${page} (${share.toFixed(2)})`);
      await mkdir(DIFFERENT, { recursive: true });
      await writeFile(join(DIFFERENT, `${sample.name}-${page}.png`), greyPng(image));
    }
    expect(different, `see ${DIFFERENT}`).toEqual([]);
  });
});

describe("worstDifference", () => {
  it.each(SAMPLES)("passes every page that another rasteriser draws: $name", async (sample) => {
    const pdf = await printed(sample);
    for (const page of sample.compared) {
      const reference = readGreyPng(await readFile(referenceOf(sample.name, page)));
      expect(worstDifference(reference, await otherwiseDrawn(pdf, page))).toBeLessThan(LARGEST_SHARE);
    }
  });

  it.each(SAMPLES.flatMap(({ name, compared }) => compared.map((page) => [name, page] as const)))(
    "fails where all or one of the lines stand a line lower: %s, page %i",
    async (name, page) => {
      const reference = readGreyPng(await readFile(referenceOf(name, page)));
      const all = moved(reference, 0, reference.height - LINE, LINE);
      expect(worstDifference(reference, all)).toBeGreaterThan(LARGEST_SHARE);
      const { top, bottom } = firstLine(reference);
      expect(worstDifference(reference, moved(reference, top, bottom, LINE))).toBeGreaterThan(LARGEST_SHARE);
    },
  );

  it("fails for a page that is turned, and for one that lost its last line", async () => {
    const reference = readGreyPng(await readFile(referenceOf("notice", 4)));
    expect(
      worstDifference(reference, { ...reference, width: reference.height, height: reference.width }),
    ).toBe(1);
    const half = Math.floor(reference.height / 2) * reference.width;
    const empty = { ...reference, pixels: Uint8Array.from(reference.pixels).fill(255, half) };
    expect(worstDifference(reference, empty)).toBeGreaterThan(LARGEST_SHARE);
  });
});

describe("greyPng", () => {
  it("is read again as it was written, to sixteen greys", () => {
    const pixels = Uint8Array.from({ length: 35 }, (_, at) => (at % 16) * 17);
    const image = { width: 7, height: 5, pixels };
    expect(readGreyPng(greyPng(image))).toEqual(image);
  });
});
