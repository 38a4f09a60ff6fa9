/** The places of a counted kind of repair: folded at first, then each with its own button. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { type ReactNode, useState } from "react";
import { importStrings as strings } from "./import.strings.ts";
import type { PlaceEntry } from "./repair-groups.ts";

export interface RepairPlacesProps {
  readonly places: readonly PlaceEntry[];
  /** How many more there are that only the whole kind decides. */
  readonly unlisted: number;
  readonly onTakeBackPlace: (key: string) => void;
  readonly onAcceptPlace: (key: string) => void;
  readonly onShowLine: (line: number) => void;
}

/** Places shown at once. */
const PAGE = 100;

export function RepairPlaces({ places, unlisted, ...actions }: RepairPlacesProps): ReactNode {
  const [shown, setShown] = useState(0);
  const isOpen = shown > 0;
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className="import-fold"
        aria-expanded={isOpen}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        onClick={() => setShown(isOpen ? 0 : PAGE)}
      >
        {isOpen ? strings.foldPlaces : strings.showPlaces}
      </Button>
      {isOpen && (
        <ul>
          {places.slice(0, shown).map((entry) => (
            <Place key={entry.key} entry={entry} {...actions} />
          ))}
        </ul>
      )}
      {isOpen && shown < places.length && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {strings.morePlaces(places.length - shown)}
        </Button>
      )}
      {isOpen && shown >= places.length && unlisted > 0 && (
        <p className="quiet import-unlisted">{strings.unlistedPlaces(unlisted)}</p>
      )}
    </>
  );
}

function Place({
  entry,
  onTakeBackPlace,
  onAcceptPlace,
  onShowLine,
}: Omit<RepairPlacesProps, "places" | "unlisted"> & { readonly entry: PlaceEntry }): ReactNode {
  const { key, place, state, ahead, before, after, behind } = entry;
  return (
    <li className={`import-repair import-repair-${state === "undone" ? "taken-back" : state}`}>
      <span className="import-repair-place">
        <Button size="small" appearance="transparent" onClick={() => onShowLine(place.line)}>
          {strings.line(place.line)}
        </Button>
      </span>
      <span className="import-place">
        {ahead}
        {before !== after && before !== "" && <del>{visible(before)}</del>}
        {before === after && before}
        {before !== after && after !== "" && <ins>{visible(after)}</ins>}
        {behind}
      </span>
      <span className="import-repair-state quiet">{strings.placeStates[state]}</span>
      {state === "done" && (
        <Button size="small" onClick={() => onTakeBackPlace(key)}>
          {strings.takeBack}
        </Button>
      )}
      {(state === "proposed" || state === "undone") && (
        <Button size="small" onClick={() => onAcceptPlace(key)}>
          {state === "proposed" ? strings.accept : strings.restore}
        </Button>
      )}
    </li>
  );
}

/** Blanks as `␣`, what cannot be seen by its number, so that the drafter sees what is meant. */
function visible(text: string): string {
  return text
    .replace(/[\p{Zs}]/gu, "␣")
    .replace(
      /[\p{Cc}\p{Cf}]/gu,
      (found) => `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
}
