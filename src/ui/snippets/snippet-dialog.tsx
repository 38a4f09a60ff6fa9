/** Ctrl+Alt+I: a snippet for the caret, found by its name, its words or the initials of its name. */
import type { ReactNode } from "react";
import type { Snippet } from "../../core/office/snippets.ts";
import { PickDialog } from "../commands/pick-dialog.tsx";
import { matchesName } from "../shared/initials.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { snippetStrings as strings } from "./snippets.strings.ts";

export interface SnippetDialogProps {
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

/** Characters of the text that a row shows. */
const EXCERPT = 24;

export function SnippetDialog({ onChoose, onClose }: SnippetDialogProps): ReactNode {
  const { answer } = useLoad("snippets.get", NOTHING);
  const snippets = answer?.ok ? answer.value.snippets : [];
  const none = () => {
    if (!answer) return strings.loading;
    if (!answer.ok) return strings.notRead;
    return snippets.length === 0 ? strings.empty : strings.none;
  };
  return (
    <PickDialog
      name={strings.insert}
      placeholder={strings.placeholder}
      list={strings.list}
      hint={strings.hint}
      none={none}
      rowsFor={(typed) =>
        snippetsFor(snippets, typed).map(({ id, name, text }) => ({
          id,
          group: "",
          name,
          aside: excerptOf(text),
          disabled: false,
        }))
      }
      onChoose={(id) => {
        const chosen = snippets.find((snippet) => snippet.id === id);
        if (chosen) onChoose(chosen.text);
      }}
      onClose={onClose}
    />
  );
}

/** Those whose name answers to what was typed first, then those whose text holds it. */
export function snippetsFor(snippets: readonly Snippet[], typed: string): readonly Snippet[] {
  const named = snippets.filter(({ name }) => matchesName(name, typed));
  const holding = snippets.filter(
    (snippet) => !named.includes(snippet) && snippet.text.includes(typed.trim()),
  );
  return [...named, ...holding];
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
