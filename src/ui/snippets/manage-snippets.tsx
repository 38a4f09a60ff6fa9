/** 管理常用语: names, texts and their order, saved as a whole. */
import { Button, Field, Input, Spinner, Textarea } from "@fluentui/react-components";
import { AddRegular, ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  MAX_SNIPPET_NAME,
  MAX_SNIPPET_TEXT,
  MAX_SNIPPETS,
  type Snippet,
  type Snippets,
  tidiedSnippets,
} from "../../core/office/snippets.ts";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { snippetStrings as strings } from "./snippets.strings.ts";
import "./snippets.css";

interface Removed {
  readonly snippet: Snippet;
  readonly before: Snippets;
}

export function ManageSnippets({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { host } = useServices();
  const { answer } = useLoad("snippets.get", NOTHING);
  const [snippets, setSnippets] = useState<Snippets>();
  const [removed, setRemoved] = useState<Removed>();
  const [failed, setFailed] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (answer?.ok) setSnippets(answer.value.snippets);
  }, [answer]);

  const change = (next: Snippets) => {
    setSnippets(next);
    setRemoved(undefined);
  };
  const add = () => {
    change([...(snippets ?? []), { id: crypto.randomUUID(), name: "", text: "" }]);
    // The keyboard goes on in the new row once it is there.
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector("input")?.focus());
  };
  const remove = (snippet: Snippet) => {
    if (!snippets) return;
    setSnippets(snippets.filter((each) => each !== snippet));
    setRemoved({ snippet, before: snippets });
  };
  const save = async () => {
    if (!snippets) return;
    const reply = await host.call("snippets.set", { snippets: tidiedSnippets(snippets) });
    if (reply.ok) onClose();
    else setFailed(true);
  };

  return (
    <Modal
      title={strings.manage}
      className="snippets-dialog"
      onCancel={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button appearance="primary" disabled={!snippets} onClick={() => void save()}>
            {strings.save}
          </Button>
        </>
      }
    >
      <p className="quiet">{snippets?.length === 0 ? strings.empty : strings.intro}</p>
      {answer && !answer.ok && <p role="alert">{strings.notRead}</p>}
      {failed && <p role="alert">{strings.notSaved}</p>}
      {!answer && <Spinner size="small" />}
      {snippets && (
        <>
          <ol ref={list} className="snippets-list">
            {snippets.map((snippet, place) => (
              <SnippetRow
                key={snippet.id}
                snippet={snippet}
                place={place}
                last={place === snippets.length - 1}
                onChange={(next) => change(snippets.map((each) => (each === snippet ? next : each)))}
                onMove={(by) => change(moved(snippets, place, by))}
                onRemove={() => remove(snippet)}
              />
            ))}
          </ol>
          {removed && (
            <p className="snippets-removed" role="status">
              {strings.removed(removed.snippet.name)}
              <Button size="small" onClick={() => change(removed.before)}>
                {strings.undo}
              </Button>
            </p>
          )}
          <Button
            className="snippets-add"
            size="small"
            icon={<AddRegular />}
            disabled={snippets.length >= MAX_SNIPPETS}
            onClick={add}
          >
            {strings.add}
          </Button>
        </>
      )}
    </Modal>
  );
}

interface SnippetRowProps {
  readonly snippet: Snippet;
  readonly place: number;
  readonly last: boolean;
  readonly onChange: (snippet: Snippet) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function SnippetRow({ snippet, place, last, onChange, onMove, onRemove }: SnippetRowProps): ReactNode {
  const { name, text } = snippet;
  return (
    <li className="snippets-row">
      <Field label={strings.nameLabel} size="small">
        <Input
          size="small"
          aria-label={strings.name(place + 1)}
          maxLength={MAX_SNIPPET_NAME}
          value={name}
          onChange={(_, { value }) => onChange({ ...snippet, name: value })}
        />
      </Field>
      <Field label={strings.textLabel} size="small">
        <Textarea
          size="small"
          rows={2}
          resize="vertical"
          aria-label={strings.text(place + 1)}
          maxLength={MAX_SNIPPET_TEXT}
          value={text}
          onChange={(_, { value }) => onChange({ ...snippet, text: value })}
        />
      </Field>
      <div className="snippets-buttons">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUpRegular />}
          aria-label={strings.up(name)}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownRegular />}
          aria-label={strings.down(name)}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={strings.remove(name)}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}

function moved(snippets: Snippets, place: number, by: 1 | -1): Snippets {
  const rest = snippets.filter((_, at) => at !== place);
  return rest.toSpliced(place + by, 0, ...snippets.slice(place, place + 1));
}
