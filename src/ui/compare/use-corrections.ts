/** The drafter's corrections of pairs, kept for each plan and each plan of last year on this machine. */
import { useCallback, useEffect, useState } from "react";
import { type Corrections, correctionsSchema, NO_CORRECTIONS } from "../../core/compare/comparison.ts";
import { useServices } from "../services.ts";

/** Corrections and how to change them; `key` names the two plans. */
export function useCorrections(key: string): readonly [Corrections, (corrections: Corrections) => void] {
  const { host } = useServices();
  const [corrections, setCorrections] = useState(NO_CORRECTIONS);
  const name = `compare:${key}`.slice(0, 64);
  useEffect(() => {
    let wanted = true;
    setCorrections(NO_CORRECTIONS);
    void host.call("settings.get", {}).then((reply) => {
      if (!wanted || !reply.ok) return;
      const kept = correctionsSchema.safeParse(reply.value.values[name]);
      if (kept.success) setCorrections(kept.data);
    });
    return () => {
      wanted = false;
    };
  }, [host, name]);
  const change = useCallback(
    (changed: Corrections) => {
      setCorrections(changed);
      const { forced, forbidden } = changed;
      const value = {
        forced: forced.map((pair) => ({ ...pair })),
        forbidden: forbidden.map((pair) => ({ ...pair })),
      };
      void host.call("settings.set", { values: { [name]: value } });
    },
    [host, name],
  );
  return [corrections, change];
}
