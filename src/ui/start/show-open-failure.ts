/** Says why a plan file cannot be opened, and offers the version before its last save where there is one. */
import type { Failure } from "../../host/contract.ts";
import { failureText } from "../messages.ts";
import type { OpenedPlan } from "../platform/platform.ts";
import type { Services } from "../services.ts";
import type { BarAction } from "../session/bars.ts";
import { startStrings as strings } from "./start.strings.ts";

/** `name` is that of the file where the failure names none; `onOpen` shows an opened plan. */
export function showOpenFailure(
  { host, bars }: Pick<Services, "host" | "bars">,
  failure: Failure,
  name: string | null,
  onOpen: (opened: OpenedPlan) => void,
): void {
  const { previous: documentId } = failure;
  const show = (actions: readonly BarAction[]) =>
    bars.show({
      topic: "open",
      intent: "error",
      text: failureText(failure, "open", name),
      actions,
      closable: true,
    });
  if (documentId === undefined) {
    show([]);
    return;
  }

  const openPrevious = async () => {
    const shown = failure.name ?? name ?? strings.untitled;
    const reply = await host.call("plan.openPrevious", { documentId, name: shown });
    if (!reply.ok) return showOpenFailure({ host, bars }, reply.failure, shown, onOpen);
    onOpen(reply.value);
    // Afterwards: a plan that opens takes away the bars of the screen before it.
    bars.show({
      topic: "open",
      intent: "info",
      text: strings.previousOpened(shown),
      actions: [],
      closable: true,
    });
  };
  show([{ label: strings.openPrevious, run: () => void openPrevious() }]);
}
