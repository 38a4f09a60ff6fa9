/** The drafter's decisions, one function each: old decisions in, new decisions out. */
import { type LineRole, placeKey, type ReadingDecisions, repairKey } from "../../core/reading/decisions.ts";
import type { ReadingNotice } from "../../core/reading/plan-reading.ts";

/** Gives lines a role. Where the heading of a line ends is decided anew when its role changes. */
export function withRole(
  decisions: ReadingDecisions,
  lines: readonly number[],
  role: LineRole,
): ReadingDecisions {
  const roles = { ...decisions.roles };
  const headingEnds = { ...decisions.headingEnds };
  for (const line of lines) {
    roles[line] = role;
    delete headingEnds[line];
  }
  return { ...decisions, roles, headingEnds };
}

/** Ends the heading of a line after so many characters of its text without ordinal. */
export function withHeadingEnd(decisions: ReadingDecisions, line: number, end: number): ReadingDecisions {
  return { ...decisions, headingEnds: { ...decisions.headingEnds, [line]: end } };
}

/** Takes repairs back, or refuses proposals; of a counted kind all its places. */
export function takeBack(decisions: ReadingDecisions, notices: readonly ReadingNotice[]): ReadingDecisions {
  const { undone, accepted } = without(decisions, notices);
  return { ...decisions, undone: [...undone, ...notices.map(repairKey)], accepted };
}

/** Accepts proposals, or puts repairs back that were taken back; of a counted kind all its places. */
export function accept(decisions: ReadingDecisions, notices: readonly ReadingNotice[]): ReadingDecisions {
  const { undone, accepted } = without(decisions, notices);
  return { ...decisions, undone, accepted: [...accepted, ...notices.map(repairKey)] };
}

/** Takes one place of a counted kind back, or refuses it, by its `placeKey`. */
export function takeBackPlace(decisions: ReadingDecisions, key: string): ReadingDecisions {
  const others = (keys: readonly string[]) => keys.filter((each) => each !== key);
  return { ...decisions, undone: [...others(decisions.undone), key], accepted: others(decisions.accepted) };
}

/** Accepts one place of a counted kind, or puts it back; the others stay taken back where the whole kind was. */
export function acceptPlace(
  decisions: ReadingDecisions,
  key: string,
  takenBack: readonly ReadingNotice[] = [],
): ReadingDecisions {
  const whole = takenBack.filter(({ code, places = [] }) =>
    places.some((place) => placeKey({ code, ...place }) === key),
  );
  const rest = whole.flatMap(({ code, places = [] }) => places.map((place) => placeKey({ code, ...place })));
  const { undone, accepted } = without(decisions, whole);
  const others = (keys: readonly string[]) => keys.filter((each) => each !== key);
  return { ...decisions, undone: others([...undone, ...rest]), accepted: [...others(accepted), key] };
}

/** The decisions but for those about these repairs and their places. */
function without(
  { undone, accepted }: ReadingDecisions,
  notices: readonly ReadingNotice[],
): Pick<ReadingDecisions, "undone" | "accepted"> {
  const keys = new Set(
    notices.flatMap((notice) => [
      repairKey(notice),
      ...(notice.places ?? []).map((place) => placeKey({ code: notice.code, ...place })),
    ]),
  );
  const others = (all: readonly string[]) => all.filter((key) => !keys.has(key));
  return { undone: others(undone), accepted: others(accepted) };
}

/** Chooses one of several plans in a file. What was decided about lines holds for all of them. */
export function choosePlan(decisions: ReadingDecisions, plan: number): ReadingDecisions {
  return { ...decisions, plan };
}
