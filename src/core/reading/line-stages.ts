/** The stages of repair that a line needs: most lines hold nothing that most stages look for. */
import { characterStages, mirrorStages, ORDINARY, WIDENING } from "./character-stages.ts";
import { lostMarksStages } from "./lost-quotation-marks.ts";
import { DEBRIS_TRACES, debrisStages } from "./ocr-debris.ts";
import type { Stage } from "./repair-text.ts";

/** Gives the stages for each line of a document, in their order. */
export function lineStages(texts: readonly string[]): (text: string) => readonly Stage[] {
  const always = [...lostMarksStages(texts), WIDENING];
  const ordinary = mirrorStages(texts);
  const characters = characterStages(ordinary);
  const debris = debrisStages(texts);
  const lists = [
    [...ordinary, ...always],
    [...ordinary, ...debris, ...always],
    [...characters, ...always],
    [...characters, ...debris, ...always],
  ];
  return (text) => {
    const index = (ORDINARY.test(text) ? 0 : 2) + (DEBRIS_TRACES.test(text) ? 1 : 0);
    return lists[index] ?? always;
  };
}
