/**
 * The pages of the open plan as last laid out. They follow the text after a pause; the pages of before stay until the
 * new ones are there, and only the newest question counts.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { PrintedDocument } from "../../core/official/printed-page.ts";
import type { Envelope, Failure } from "../../host/contract.ts";
import type { DocumentWish } from "../session/plan-session.ts";

/** Pause in typing after which the pages are laid out, in milliseconds. */
const PAUSE = 150;

export interface PreviewState {
  readonly document: PrintedDocument | undefined;
  /** Whether newer pages are on their way. */
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export interface PreviewStore extends StoreApi<PreviewState> {
  /** The text has changed, or another form is wanted: lays out after a pause. */
  readonly follow: (wish: DocumentWish) => void;
  /** Lays out now; gives the pages of everything typed so far, or undefined where that failed. */
  readonly current: (wish: DocumentWish) => Promise<PrintedDocument | undefined>;
  readonly dispose: () => void;
}

type LayOut = (wish: DocumentWish) => Promise<Envelope<{ readonly document: PrintedDocument }>>;

/** A store over `layOut`, which flushes what was typed and asks the host. */
export function createPreviewStore(layOut: LayOut): PreviewStore {
  const store = createStore<PreviewState>(() => ({ document: undefined, busy: false, failure: null }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const ask = async (wish: DocumentWish): Promise<PrintedDocument | undefined> => {
    clearTimeout(timer);
    newest += 1;
    const question = newest;
    store.setState({ busy: true });
    const reply = await layOut(wish);
    if (question !== newest) return undefined;
    if (reply.ok) store.setState({ document: reply.value.document, busy: false, failure: null });
    else store.setState({ busy: false, failure: reply.failure });
    return reply.ok ? reply.value.document : undefined;
  };

  return {
    ...store,
    follow: (wish) => {
      clearTimeout(timer);
      newest += 1;
      store.setState({ busy: true });
      timer = setTimeout(() => void ask(wish), PAUSE);
    },
    current: ask,
    dispose: () => {
      clearTimeout(timer);
      newest += 1;
    },
  };
}
