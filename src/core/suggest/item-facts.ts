/** What an item says besides its matter: who is responsible, by when, and which targets. Read from its text when asked. */
import { extractTargets } from "../targets/extract-targets.ts";
import { deadlineIn } from "../tasks/deadlines.ts";
import { unitTailIn } from "../tasks/unit-tails.ts";
import type { LibraryItem } from "./suggestion.ts";

export interface ItemFacts {
  /** 牵头 first, then those that support; empty where the text names none. */
  readonly units: readonly string[];
  /** As written, e.g. `7月底前`; empty where there is none. */
  readonly deadline: string;
  /** Targets as they stand in the text. */
  readonly targets: readonly string[];
}

export function factsOfItem({ heading, body }: Pick<LibraryItem, "heading" | "body">): ItemFacts {
  const text = `${heading}\n${body}`;
  const named = unitTailIn(text);
  const units = named ? [named.lead, ...named.support].filter((unit) => unit !== "") : [];
  return {
    units,
    deadline: named?.deadline || deadlineIn(text),
    targets: extractTargets(text).map((target) => target.text),
  };
}
