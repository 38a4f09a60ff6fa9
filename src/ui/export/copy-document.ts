/** Puts the document on the clipboard, as text and as part of a web page. */
import type { DocumentWish, PlanSession } from "../session/plan-session.ts";

/** False where the host or the browser did not let it. */
export async function copyDocument(session: PlanSession, wish: DocumentWish): Promise<boolean> {
  const reply = await session.texts(wish);
  if (!reply.ok) return false;
  const { text, html } = reply.value;
  return copied({ "text/plain": text.replace(/^\uFEFF/, ""), "text/html": html });
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
