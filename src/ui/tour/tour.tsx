/** The first look round: four explanations, each beside what it explains. */
import {
  Button,
  TeachingPopover,
  TeachingPopoverBody,
  TeachingPopoverHeader,
  TeachingPopoverSurface,
  TeachingPopoverTitle,
} from "@fluentui/react-components";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { tourStrings as strings } from "./tour.strings.ts";
import { TOUR_PLACES, TOUR_SIDES, tourTarget } from "./tour-places.ts";
import "./tour.css";

export interface TourProps {
  /** Gone through or left; the keyboard is where it was before. */
  readonly onEnd: () => void;
}

/**
 * Not a modal dialog: whoever would rather write clicks into the text, which ends it. The library's trap for the keyboard
 * is not used, as for dialogs (`shared/modal.tsx`).
 */
export function Tour({ onEnd }: TourProps): ReactNode {
  const [at, setAt] = useState(0);
  const place = TOUR_PLACES[at] ?? "page";
  const words = strings.steps[place];
  const target = useMemo(() => tourTarget(place, document), [place]);
  const title = useId();
  const text = useId();
  const foot = useRef<HTMLDivElement>(null);
  const isLast = at === TOUR_PLACES.length - 1;
  // Asked for before the first explanation is there, which takes the keyboard by itself.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    // The last button goes on.
    foot.current?.querySelector<HTMLElement>("button:last-child")?.focus();
    return () => {
      // A click elsewhere has moved the keyboard already.
      const free = document.activeElement === null || document.activeElement === document.body;
      if (free && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return (
    <TeachingPopover
      open
      withArrow
      positioning={{ ...TOUR_SIDES[place], target }}
      onOpenChange={(_, { open }) => {
        // Not within the click: what was clicked would be drawn anew before it has taken the click.
        if (!open) setTimeout(onEnd);
      }}
    >
      <TeachingPopoverSurface role="dialog" aria-labelledby={title} aria-describedby={text} className="tour">
        <TeachingPopoverHeader dismissButton={null} icon={null}>
          {strings.progress(at + 1, TOUR_PLACES.length)}
        </TeachingPopoverHeader>
        <TeachingPopoverBody aria-live="polite">
          <TeachingPopoverTitle id={title}>{words.title}</TeachingPopoverTitle>
          <div id={text}>{words.text}</div>
        </TeachingPopoverBody>
        <div className="tour-foot" ref={foot}>
          {!isLast && <Button onClick={onEnd}>{strings.skip}</Button>}
          <span className="tour-gap" />
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{strings.back}</Button>}
          <Button appearance="primary" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
            {isLast ? strings.done : strings.next}
          </Button>
        </div>
      </TeachingPopoverSurface>
    </TeachingPopover>
  );
}
