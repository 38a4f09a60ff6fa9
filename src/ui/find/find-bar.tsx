/** Find and replace: a bar above the page that leaves caret and text alone until something is replaced. */
import { Button, Checkbox, Input } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular, DismissRegular } from "@fluentui/react-icons";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useStore } from "zustand";
import { matchFrom } from "../../core/find/find-text.ts";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { findStrings as strings } from "./find.strings.ts";
import { type FindResult, type FindStore, foundIn } from "./find-store.ts";
import { ReplacePreview } from "./replace-preview.tsx";
import "./find.css";

export interface FindBarProps {
  readonly link: EditorLink;
  readonly find: FindStore;
}

/** Most matches that are coloured at once, those nearest to the shown one; all of them are counted. */
const MOST_COLOURED = 1_000;
/** Milliseconds of rest before a pattern is matched: half a pattern is another one. */
const PATTERN_PAUSE = 200;

export function FindBar({ link, find }: FindBarProps): ReactNode {
  const { bars } = useServices();
  const state = useStore(find);
  const result = useFound(link, find);
  const [previewed, setPreviewed] = useState<FindResult>();
  const field = useRef<HTMLInputElement>(null);
  const replacementField = useRef<HTMLInputElement>(null);
  const { found, current, problem } = result ?? { found: [], current: -1, problem: undefined };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the bar takes the keyboard again
  useEffect(() => field.current?.select(), [state.asked]);

  const tell = (done: boolean, text: string) =>
    bars.show({
      topic: "find",
      intent: done ? "success" : "warning",
      text: done ? text : strings.waiting,
      actions: [],
      closable: true,
    });
  const replaceOne = () => {
    if (find.replaceOne()) bars.close("find");
    else tell(false, "");
  };
  const press = (event: KeyboardEvent) => {
    // Keys of an input method; those of the preview belong to it.
    if (event.nativeEvent.isComposing || previewed) return;
    if (event.key === "Escape") find.close();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      if (event.ctrlKey || event.metaKey) find.goThere();
      else find.step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  return (
    <search className="find-bar" aria-label={strings.bar} onKeyDown={press}>
      <div className="find-row">
        <TextField
          label={strings.find}
          value={state.text}
          fieldRef={field}
          onValue={(text) => find.change({ text })}
        />
        <output className={found.length === 0 && state.text !== "" ? "find-count amber" : "find-count"}>
          {problem ? strings.problems[problem] : countText(state.text, current, found.length)}
        </output>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronUpRegular />}
          aria-label={strings.previous}
          title={strings.previous}
          onClick={() => find.step(-1)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronDownRegular />}
          aria-label={strings.next}
          title={strings.next}
          onClick={() => find.step(1)}
        />
        <Button
          size="small"
          appearance="subtle"
          title={strings.goThereHint}
          disabled={current < 0}
          onClick={find.goThere}
        >
          {strings.goThere}
        </Button>
        <Checkbox
          label={strings.inPart}
          checked={state.inPart}
          disabled={state.part === undefined}
          onChange={(_, { checked }) => find.change({ inPart: checked === true })}
        />
        <Checkbox
          label={state.pattern ? strings.exactCase : strings.exact}
          checked={state.exact}
          onChange={(_, { checked }) => find.change({ exact: checked === true })}
        />
        <Checkbox
          label={strings.pattern}
          title={strings.patternHint}
          checked={state.pattern}
          onChange={(_, { checked }) => find.change({ pattern: checked === true })}
        />
        <span className="find-gap" />
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={strings.close}
          title={strings.close}
          onClick={find.close}
        />
      </div>
      {state.mode === "replace" && (
        <div className="find-row">
          <TextField
            label={strings.replaceBy}
            value={state.replacement}
            fieldRef={replacementField}
            onValue={(replacement) => find.change({ replacement })}
          />
          <Button size="small" disabled={current < 0} onClick={replaceOne}>
            {strings.replaceOne}
          </Button>
          <Button size="small" disabled={current < 0} onClick={() => setPreviewed(result)}>
            {strings.replaceAll}
          </Button>
        </div>
      )}
      {previewed && (
        <ReplacePreview
          found={previewed.found}
          replacement={state.replacement}
          onApply={(chosen) => {
            setPreviewed(undefined);
            tell(find.replaceAll(previewed.doc, chosen), strings.replaced(chosen.length));
          }}
          onCancel={() => setPreviewed(undefined)}
        />
      )}
    </search>
  );
}

/** Searches again when text or question change, colours the matches and shows the current one. */
function useFound(link: EditorLink, find: FindStore): FindResult | undefined {
  const doc = useStore(link, (facts) => facts.doc);
  const state = useStore(find);
  const { text, exact, pattern, matched, inPart, part, anchor } = state;
  // biome-ignore format: the reason stands above what it is about
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the state only these say what is looked for
  const { found, problem } = useMemo(() => (doc ? foundIn(doc, state) : NOTHING), [doc, text, exact, pattern, matched, inPart, part]);
  const current = matchFrom(found, anchor);
  const shown = found[current];

  useEffect(() => {
    if (!doc) return;
    const first = Math.max(0, current - MOST_COLOURED / 2);
    link.highlight(doc, found.slice(first, first + MOST_COLOURED));
    return () => link.highlight(doc, []);
  }, [link, doc, found, current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pattern is matched anew for another text or question
  useEffect(() => {
    if (!pattern) return;
    const timer = setTimeout(() => void find.searchPattern(), PATTERN_PAUSE);
    return () => clearTimeout(timer);
  }, [find, doc, text, exact, pattern, inPart, part]);
  // Not when only the text changed: whoever writes beside the open bar must not be carried away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => link.reveal(shown), [link, anchor, text, exact, pattern, matched?.question, inPart, part]);
  useEffect(() => () => link.reveal(undefined), [link]);

  return doc ? { doc, found, current, problem } : undefined;
}

const NOTHING = { found: [], problem: undefined };

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly onValue: (value: string) => void;
}

/** A field that tells its value only when no input method is composing in it. */
function TextField({ label, value, fieldRef, onValue }: TextFieldProps): ReactNode {
  const [composed, setComposed] = useState<string>();
  return (
    <Input
      className="find-field"
      size="small"
      aria-label={label}
      placeholder={label}
      value={composed ?? value}
      input={{ ref: fieldRef }}
      onChange={(event, data) => {
        const { nativeEvent } = event;
        if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) return setComposed(data.value);
        setComposed(undefined);
        onValue(data.value);
      }}
      onCompositionEnd={(event) => {
        setComposed(undefined);
        onValue(event.currentTarget.value);
      }}
    />
  );
}

function countText(text: string, current: number, total: number): string {
  if (text === "") return "";
  return total === 0 ? strings.none : strings.count(current + 1, total);
}
