/** Message bars under the command bar: what happened and what to do. At most one per topic. */
import { createStore, type StoreApi } from "zustand/vanilla";

export interface BarAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Bar {
  /** A new bar replaces the one of the same topic. */
  readonly topic:
    | "save"
    | "export"
    | "completion"
    | "connection"
    | "open"
    | "library"
    | "insert"
    | "import"
    | "tasks"
    | "find"
    | "reference"
    | "snippet"
    | "calendar"
    | "revise";
  readonly intent: "success" | "warning" | "error" | "info";
  readonly text: string;
  readonly actions: readonly BarAction[];
  /** Whether the drafter can close it; a bar about a lasting state goes when the state does. */
  readonly closable: boolean;
}

export interface BarStore extends StoreApi<{ readonly bars: readonly Bar[] }> {
  readonly show: (bar: Bar) => void;
  /** Shows what became of a deed; it can be closed and asks nothing. */
  readonly say: (topic: Bar["topic"], done: boolean, text: string) => void;
  readonly close: (topic: Bar["topic"]) => void;
}

export function createBarStore(): BarStore {
  const store = createStore<{ readonly bars: readonly Bar[] }>(() => ({ bars: [] }));
  const without = (topic: Bar["topic"]) => store.getState().bars.filter((bar) => bar.topic !== topic);
  const show = (bar: Bar) => store.setState({ bars: [...without(bar.topic), bar] });
  return {
    ...store,
    show,
    say: (topic, done, text) =>
      show({ topic, intent: done ? "success" : "error", text, actions: [], closable: true }),
    close: (topic) => {
      const bars = without(topic);
      if (bars.length < store.getState().bars.length) store.setState({ bars });
    },
  };
}
