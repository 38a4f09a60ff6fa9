/** The top line: what is open and where its text is. */
import { Button, Tooltip } from "@fluentui/react-components";
import { HomeRegular, SearchRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { shownKeyOf } from "../commands/keys.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { type PlanSession, type PlanSessionState, savedStateOf } from "../session/plan-session.ts";
import { clockTime } from "../shared/dates.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface TitleBarProps {
  readonly session: PlanSession;
  readonly link: EditorLink;
  readonly onHome: () => void;
  readonly onPalette: () => void;
}

export function TitleBar({ session, link, onHome, onPalette }: TitleBarProps): ReactNode {
  const title = useStore(link, (facts) => facts.title.replaceAll("\n", ""));
  const state = useStore(session);
  const saved = savedStateOf(state);
  return (
    <header className="title-bar">
      <Tooltip content={strings.home} relationship="label">
        <Button appearance="subtle" size="small" icon={<HomeRegular />} onClick={onHome} />
      </Tooltip>
      <h1 className="title-bar-title">{title || strings.untitled}</h1>
      <p className={`title-bar-saved title-bar-${saved}`} role="status">
        {savedText(state)}
      </p>
      <button type="button" className="title-bar-palette" onClick={onPalette}>
        <SearchRegular />
        <span>{strings.findCommand}</span>
        <kbd>{shownKeyOf("palette")}</kbd>
      </button>
    </header>
  );
}

function savedText(state: PlanSessionState): string {
  const { savedAt, stashedAt } = state;
  switch (savedStateOf(state)) {
    case "saved":
      return savedAt ? strings.saved.saved(clockTime(savedAt)) : strings.saved.savedBefore;
    case "stashed":
      return stashedAt ? strings.saved.stashed(clockTime(stashedAt)) : strings.saved.stashedBefore;
    case "pending":
      return strings.saved.pending;
    case "saving":
      return strings.saved.saving;
    case "lost":
      return strings.saved.lost;
    case "new":
      return strings.saved.new;
    case "read-only":
      return strings.saved.readOnly;
  }
}
