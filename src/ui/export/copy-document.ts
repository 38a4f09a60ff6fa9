/** Puts the document on the clipboard, as text and as part of a web page. */
import { NO_TASKS } from "../../core/tasks/task-output.ts";
import type { DocumentWish, PlanSession } from "../session/plan-session.ts";

/** False where the host or the browser did not let it. */
export async function copyDocument(session: PlanSession, wish: DocumentWish): Promise<boolean> {
  const reply = await session.texts(wish);
  if (!reply.ok) return false;
  const { text, html } = reply.value;
  return copied({ "text/plain": text.replace(/^\uFEFF/, ""), "text/html": html });
}

/** Puts the text of the plan with its numbers on the clipboard, for chats and mails; false as above. */
export async function copyPlain(session: PlanSession): Promise<boolean> {
  const reply = await session.texts({ form: "plan", profile: null, tasks: NO_TASKS });
  return reply.ok && copied({ "text/plain": reply.value.text.replace(/^\uFEFF/, "") });
}

/** Puts values on the clipboard by type: by a copy event, which needs no permission that an office's browser may withhold. */
export function copied(values: Readonly<Record<string, string>>): boolean {
  let done = false;
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, value] of Object.entries(values)) event.clipboardData?.setData(type, value);
    done = true;
  };
  document.addEventListener("copy", give, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", give, { capture: true });
  return done;
}
