/** New year's plan in three short steps: source, reading, year. */
import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect, useReducer, useRef, useState } from "react";
import { readFile } from "../import/read-file.ts";
import { failureText } from "../messages.ts";
import type { OpenedPlan, SourceFile } from "../platform/platform.ts";
import { useServices } from "../services.ts";
import type { RightTab } from "../session/settings.ts";
import { Modal } from "../shared/modal.tsx";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import {
  type Beginning,
  draftRequest,
  initialNewPlan,
  neighbours,
  newPlanReducer,
  type Step,
} from "./new-plan-state.ts";
import { OptionsStep } from "./options-step.tsx";
import { ReadingStep } from "./reading-step.tsx";
import { SourceStep } from "./source-step.tsx";
import "./new-plan.css";

export interface NewPlanDialogProps {
  readonly beginning: Beginning;
  readonly onClose: () => void;
  readonly onOpen: (opened: OpenedPlan, tab?: RightTab) => void;
}

const STEPS: readonly Step[] = ["source", "reading", "options"];

export function NewPlanDialog({ beginning, onClose, onOpen }: NewPlanDialogProps): ReactNode {
  const { host, platform, status } = useServices();
  const [state, dispatch] = useReducer(newPlanReducer, status.today, initialNewPlan);
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const begun = useRef(false);

  const read = async (file: SourceFile) => {
    setTrouble(undefined);
    setBusy(strings.reading(file.name));
    const outcome = await readFile(host, file);
    setBusy(undefined);
    if (!outcome.ok) return setTrouble(outcome.text);
    dispatch({ type: "choose", source: { kind: "file", document: outcome.document } });
  };
  const chooseFile = async () => {
    const reply = await platform.chooseSource();
    if (!reply.ok) setTrouble(failureText(reply.failure, "read"));
    else if (reply.value) await read(reply.value);
  };
  const create = async () => {
    const request = draftRequest(state);
    if (!request) return;
    setTrouble(undefined);
    setBusy(strings.creating);
    const reply = await host.call("plan.create", request);
    setBusy(undefined);
    if (!reply.ok) return setTrouble(failureText(reply.failure, "other"));
    onOpen(reply.value, request.source.kind === "blank" ? "suggestions" : "dated");
  };

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (beginning.from === "blank") dispatch({ type: "choose", source: { kind: "blank" } });
    if (beginning.from === "dropped") void read(beginning.file);
    if (beginning.from === "file") void chooseFile();
    if (beginning.from === "imported") {
      dispatch({ type: "choose", source: { kind: "file", document: beginning.document } });
      dispatch({ type: "go", step: "options" });
    }
  });

  const { back, next } = neighbours(state);
  const isImport = state.step === "reading" && state.source?.kind === "file";
  return (
    <Modal
      title={strings.title}
      className={isImport ? "new-plan import-dialog" : "new-plan"}
      aside={<StepList current={state.step} />}
      onCancel={() => busy === undefined && onClose()}
      actions={
        <>
          <Button appearance="subtle" onClick={onClose} disabled={busy !== undefined}>
            {strings.cancel}
          </Button>
          <span className="new-plan-foot-gap" />
          {back && (
            <Button onClick={() => dispatch({ type: "go", step: back })} disabled={busy !== undefined}>
              {strings.back}
            </Button>
          )}
          {state.step === "options" ? (
            <Button
              appearance="primary"
              disabled={busy !== undefined || draftRequest(state) === undefined}
              onClick={() => void create()}
            >
              {strings.create}
            </Button>
          ) : (
            <Button
              appearance="primary"
              disabled={busy !== undefined || next === undefined}
              onClick={() => next && dispatch({ type: "go", step: next })}
            >
              {strings.next}
            </Button>
          )}
        </>
      }
    >
      {trouble !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {busy !== undefined && <Spinner className="new-plan-busy" size="small" label={busy} />}
      {state.step === "source" && (
        <SourceStep
          source={state.source}
          onFile={(file) => void read(file)}
          onChooseFile={() => void chooseFile()}
          onChoose={(source) => dispatch({ type: "choose", source })}
        />
      )}
      {state.step === "reading" && state.source && (
        <ReadingStep
          source={state.source}
          onCorrect={(document) => dispatch({ type: "correct", document })}
        />
      )}
      {state.step === "options" && (
        <OptionsStep state={state} onAnswer={(values) => dispatch({ type: "answer", values })} />
      )}
    </Modal>
  );
}

function StepList({ current }: { readonly current: Step }): ReactNode {
  return (
    <ol className="new-plan-steps">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined}>
          <span className="new-plan-step-number">{index + 1}</span>
          {strings.steps[step]}
        </li>
      ))}
    </ol>
  );
}
