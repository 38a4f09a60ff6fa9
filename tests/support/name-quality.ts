/** How well the names of a source are found, measured on the hand labels of `tests/data/names`. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { harvest } from "../../src/core/suggest/harvest.ts";
import { namesOf } from "../../src/core/suggest/item-names.ts";
import { readPlan, seeds } from "./reading.ts";

const sentenceSchema = z.strictObject({ text: z.string(), names: z.array(z.string()) });
const labelsSchema = z.object({
  documents: z.array(
    z.strictObject({ file: z.string(), names: z.array(z.string()), open: z.array(z.string()) }),
  ),
  sentences: z.array(sentenceSchema),
  heldOut: z.array(sentenceSchema),
});

export interface NameQuality {
  readonly name: string;
  /** Places in the texts where a label stands. */
  readonly labels: number;
  readonly found: number;
  /** Found names that are a label to the character. */
  readonly right: number;
  readonly mistakes: readonly string[];
}

/** The seed documents one by one, then the composed sentences. The plan's own bureau is of another province. */
export function nameQuality(): readonly NameQuality[] {
  const file = new URL("../data/names/names.json", import.meta.url);
  const labels = labelsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const documents = seeds().flatMap(({ file, text }) => {
    const wanted = labels.documents.find((each) => each.file === file);
    if (!wanted) return [];
    const items = harvest(readPlan(text), file);
    const issuer = items[0]?.origin.issuer ?? "";
    const texts = items.flatMap(({ heading, body }) => [heading, body]);
    return [
      qualityOf(
        file,
        texts.map((each) => ({ text: each, names: wanted.names })),
        issuer,
        wanted.open,
      ),
    ];
  });
  return [
    ...documents,
    qualityOf("sentences", labels.sentences, "甲市教育局", []),
    qualityOf("heldOut", labels.heldOut, "甲市教育局", []),
  ];
}

interface Labelled {
  readonly text: string;
  readonly names: readonly string[];
}

function qualityOf(
  name: string,
  texts: readonly Labelled[],
  issuer: string,
  open: readonly string[],
): NameQuality {
  const counts = { labels: 0, found: 0, right: 0 };
  const mistakes: string[] = [];
  for (const { text, names } of texts) {
    const wanted = placesOf(text, names);
    const undecided = placesOf(text, open);
    const found = namesOf(text, issuer, "乙县教育局", "n").filter(
      (mark) =>
        mark.proposed === null &&
        (isAt(wanted, mark) || !undecided.some(({ from, to }) => from < mark.to && mark.from < to)) &&
        // A place of the issuer itself is the business of the tests of namesOf.
        !issuer.includes(mark.original),
    );
    const missed = wanted.filter((each) => !isAt(found, each));
    const wrong = found.filter((each) => !isAt(wanted, each));
    counts.labels += wanted.length;
    counts.found += found.length;
    counts.right += found.length - wrong.length;
    mistakes.push(...missed.map((each) => `missed ${around(text, each)}`));
    mistakes.push(...wrong.map((each) => `wrong ${around(text, each)}`));
  }
  return { name, ...counts, mistakes };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the names stand; the longer first, so that 寻甸 is not looked for in 寻甸县. */
function placesOf(text: string, names: readonly string[]): readonly Range[] {
  const taken: Range[] = [];
  for (const name of [...names].sort((one, other) => other.length - one.length))
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
      const to = from + name.length;
      if (!taken.some((each) => each.from < to && from < each.to)) taken.push({ from, to });
    }
  return taken.sort((one, other) => one.from - other.from);
}

function isAt(ranges: readonly Range[], { from, to }: Range): boolean {
  return ranges.some((each) => each.from === from && each.to === to);
}

function around(text: string, { from, to }: Range): string {
  return `${text.slice(Math.max(0, from - 6), from)}[${text.slice(from, to)}]${text.slice(to, to + 6)}`;
}
