/** Every place that is about to be replaced, each with a tick that can be taken away. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { FoundText } from "../../core/find/find-text.ts";
import { replacementOf } from "../../core/find/replace-text.ts";
import { Modal } from "../shared/modal.tsx";
import { findStrings as strings } from "./find.strings.ts";

export interface ReplacePreviewProps {
  readonly found: readonly FoundText[];
  readonly replacement: string;
  readonly onApply: (chosen: readonly FoundText[]) => void;
  readonly onCancel: () => void;
}

export function ReplacePreview({ found, replacement, onApply, onCancel }: ReplacePreviewProps): ReactNode {
  const [left, setLeft] = useState<ReadonlySet<FoundText>>(new Set());
  const chosen = found.filter((match) => !left.has(match));
  const tick = (match: FoundText, ticked: boolean) => {
    const next = new Set(left);
    if (ticked) next.delete(match);
    else next.add(match);
    setLeft(next);
  };
  return (
    <Modal
      title={strings.preview.title}
      className="replace-preview"
      aside={<span className="quiet">{strings.preview.hint}</span>}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{strings.preview.cancel}</Button>
          <Button appearance="primary" disabled={chosen.length === 0} onClick={() => onApply(chosen)}>
            {strings.preview.apply(chosen.length)}
          </Button>
        </>
      }
    >
      <label className="replace-all">
        <input
          type="checkbox"
          checked={chosen.length === found.length}
          onChange={({ target }) => setLeft(new Set(target.checked ? [] : found))}
        />
        {strings.preview.all}
      </label>
      <ul className="replace-list" aria-label={strings.preview.list}>
        {found.map((match) => (
          <li key={match.from}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(match)}
                onChange={({ target }) => tick(match, target.checked)}
              />
              <span>
                {match.before}
                <del>{match.text}</del>
                <ins>{replacementOf(match, replacement) || strings.preview.removed}</ins>
                {match.after}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
