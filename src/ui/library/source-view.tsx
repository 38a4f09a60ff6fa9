/** A document of the library as it was read, opened at an item. */
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { splitLead } from "../../core/plan/heading.ts";
import type { OriginSource, PlanChild, WorkPlan } from "../../core/plan/model.ts";
import { numbersOf, ordinalLabel } from "../../core/plan/numbering.ts";
import { failureText } from "../messages.ts";
import { useLoad } from "../shared/use-load.ts";
import { libraryStrings as strings } from "./library.strings.ts";

export interface SourceViewProps {
  readonly origin: OriginSource;
  readonly onBack: () => void;
}

export function SourceView({ origin, onBack }: SourceViewProps): ReactNode {
  const request = useRef({ documentId: origin.documentId });
  const { answer } = useLoad("library.document", request.current);
  const found = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (answer) found.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  const lines = answer?.ok ? linesOf(answer.value.reading.plan) : [];
  const at = lines.findIndex(({ text }) => origin.heading !== "" && text.includes(origin.heading));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
    <section className="library-entry focusable" tabIndex={0} aria-label={origin.title}>
      <Button size="small" onClick={onBack}>
        {strings.back}
      </Button>
      <h3>{origin.title}</h3>
      {answer && !answer.ok && <p>{failureText(answer.failure, "other")}</p>}
      {lines.map(({ key, text, heading }, index) => (
        <p
          key={key}
          ref={index === at ? found : undefined}
          className={[
            "library-line",
            heading ? "library-line-heading" : "",
            index === at ? "library-line-at" : "",
          ].join(" ")}
        >
          {text}
        </p>
      ))}
    </section>
  );
}

interface Line {
  readonly key: string;
  readonly text: string;
  readonly heading: boolean;
}

/** Every line of a plan with its ordinal, as printed. */
function linesOf(plan: WorkPlan): readonly Line[] {
  const numbers = numbersOf(plan);
  const visit = (child: PlanChild): readonly Line[] => {
    const number = numbers.get(child.id);
    const label = number === undefined ? "" : ordinalLabel(child.kind, number);
    const heading = child.kind !== "item" && splitLead(child.lead.text).body === "";
    return [
      { key: child.id, text: label + child.lead.text, heading },
      ...child.body.map(({ id, text }) => ({ key: id, text, heading: false })),
      ...(child.kind === "item" ? [] : child.children.flatMap(visit)),
      ...(child.kind === "item"
        ? []
        : child.closing.map(({ id, text }) => ({ key: id, text, heading: false }))),
    ];
  };
  const plain = (blocks: WorkPlan["leadIn"]) =>
    blocks.map(({ id, text }) => ({ key: id, text, heading: false }));
  return [...plain(plan.leadIn), ...plan.children.flatMap(visit), ...plain(plan.closing)];
}
