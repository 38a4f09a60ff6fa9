/** The status bar: words against the budget, what is still open, numbering and zoom. */
import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { ZOOM_STEPS } from "../session/settings.ts";
import { windowStrings as strings } from "./window.strings.ts";

/** Characters a plan of a local bureau should not exceed (rule of 2024 on the length of documents). */
export const CHARACTER_BUDGET = 5_000;

export interface StatusBarProps {
  readonly link: EditorLink;
  /** Percent that `fit` gives now. */
  readonly fitZoom: number;
  /** Undefined: not known. */
  readonly pages: number | undefined;
  readonly onShowDated: () => void;
  readonly onShowPending: () => void;
  readonly onShowChanges: () => void;
}

export function StatusBar({
  link,
  fitZoom,
  pages,
  onShowDated,
  onShowPending,
  onShowChanges,
}: StatusBarProps): ReactNode {
  const characters = useStore(link, (facts) => facts.characters);
  const open = useStore(link, (facts) => facts.dated.filter(({ mark }) => mark.state === "open").length);
  const marked = useStore(link, (facts) => facts.dated.length > 0);
  const pending = useStore(link, (facts) => facts.pending.length);
  const tracking = useStore(link, (facts) => facts.tracking);
  const changes = useStore(link, (facts) => facts.changes.length);
  const numbering = useStore(link, (facts) => facts.numbering.items);
  const over = characters - CHARACTER_BUDGET;
  return (
    <footer className="status-bar">
      <Tooltip content={strings.budgetHint} relationship="description">
        <span className="status-words">
          {strings.words(grouped(characters), grouped(CHARACTER_BUDGET))}
          <progress
            className={over > 0 ? "status-progress status-over" : "status-progress"}
            max={CHARACTER_BUDGET}
            value={Math.min(characters, CHARACTER_BUDGET)}
            aria-label={strings.budgetHint}
          />
          {over > 0 && <span className="amber">{strings.wordsOver(grouped(over))}</span>}
        </span>
      </Tooltip>
      {pages !== undefined && <span>{strings.pages(pages)}</span>}
      {marked && (
        <button
          type="button"
          className={open > 0 ? "status-button amber" : "status-button"}
          onClick={onShowDated}
        >
          {open > 0 ? strings.datedOpen(open) : strings.datedDone}
        </button>
      )}
      {pending > 0 && (
        <button type="button" className="status-button amber" onClick={onShowPending}>
          {strings.pending(pending)}
        </button>
      )}
      {(tracking || changes > 0) && (
        <button
          type="button"
          className={tracking ? "status-button status-tracking" : "status-button amber"}
          onClick={onShowChanges}
        >
          {tracking ? strings.tracking(changes) : strings.changesOpen(changes)}
        </button>
      )}
      <span className="status-gap" />
      <span>{strings.numbering.names[numbering]}</span>
      <ZoomMenu fitZoom={fitZoom} />
    </footer>
  );
}

function ZoomMenu({ fitZoom }: { readonly fitZoom: number }): ReactNode {
  const { settings } = useServices();
  const zoom = useStore(settings, (values) => values.zoom);
  return (
    <Menu
      checkedValues={{ zoom: [String(zoom)] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const [chosen] = checkedItems;
        settings.change({ zoom: chosen === "fit" || chosen === undefined ? "fit" : Number(chosen) });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" size="small" className="status-zoom">
          <span className="visually-hidden">{strings.zoom}</span>
          {strings.zoomPercent(zoom === "fit" ? fitZoom : zoom)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="zoom" value="fit">
            {strings.zoomFit(fitZoom)}
          </MenuItemRadio>
          {ZOOM_STEPS.map((step) => (
            <MenuItemRadio key={step} name="zoom" value={String(step)}>
              {strings.zoomPercent(step)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** `4812` → `4 812`, with a space that does not break. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}
