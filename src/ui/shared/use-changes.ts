/** Effects that follow a store without drawing the component again, for what changes with every key. */
import { useEffect } from "react";
import type { StoreApi } from "zustand/vanilla";

/**
 * Runs `effect` with the selected value at first, whenever it changes, and when the effect itself changes; what it
 * returns is run before the next time and at the end. `effect` must be kept (`useCallback`).
 */
export function useChanges<State, Value>(
  store: Pick<StoreApi<State>, "getState" | "subscribe">,
  select: (state: State) => Value,
  effect: (value: Value) => (() => void) | undefined,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selector is written in place and never changes
  useEffect(() => {
    let value = select(store.getState());
    let undo = effect(value);
    const unsubscribe = store.subscribe((state) => {
      const next = select(state);
      if (Object.is(next, value)) return;
      value = next;
      undo?.();
      undo = effect(value);
    });
    return () => {
      unsubscribe();
      undo?.();
    };
  }, [store, effect]);
}
