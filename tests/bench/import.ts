/** Quality of reading on composed documents, those held out apart, and on those written by hand: each and in total. */
import { composedDocuments } from "../support/compose-documents.ts";
import { officeDocuments } from "../support/office-documents.ts";
import { type Quality, qualityOf, totalOf } from "../support/reading-quality.ts";

/** Prints the figures. `faults` also prints what is wrong with the documents of development, never of those held out. */
export async function benchImport(faults = process.env["IMPORT_FAULTS"] === "1"): Promise<void> {
  const qualities: Quality[] = [];
  for (const document of composedDocuments()) qualities.push(await qualityOf(document));
  const byHand: Quality[] = [];
  for (const document of officeDocuments()) byHand.push(await qualityOf(document));
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const pair = ([right, all]: readonly [number, number]) => `${right}/${all}`.padStart(9);
  const yes = (value: boolean) => (value ? "+" : "-");
  console.log("title issuer year date   sections     items  characters  furniture  false");
  for (const quality of [...qualities, ...byHand]) {
    const { title, issuer, year, date, sections, items, characters, furniture, falseItems, heldOut, name } =
      quality;
    console.log(
      `${[title, issuer, year, date].map(yes).join(" ")} ${pair(sections)} ${pair(items)} ${pair(characters)} ${String(furniture).padStart(3)} ${String(falseItems).padStart(3)}  ${heldOut ? "(held out) " : ""}${name}`,
    );
    if (faults && !heldOut)
      for (const fault of quality.faults.slice(0, 12))
        console.log(`      ${fault.replaceAll("\n", "⏎").slice(0, 110)}`);
  }
  for (const [label, some] of [
    ["development", qualities.filter(({ heldOut }) => !heldOut)],
    ["held out", qualities.filter(({ heldOut }) => heldOut)],
    ["by hand", byHand],
  ] as const) {
    const total = totalOf(some);
    console.log(
      `${label}: ${total.documents} documents; title ${percent(total.title)}, issuer ${percent(total.issuer)}, year ${percent(total.year)}, date ${percent(total.date)}, sections ${percent(total.sections)}, items ${percent(total.items)}, characters ${percent(total.characters)}, units ${percent(total.units)}, furniture left ${total.furniture}, false items ${total.falseItemsPerHundred.toFixed(2)} per 100`,
    );
  }
}
