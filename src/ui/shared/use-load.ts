/** One call to the host whose answer a component shows. */
import { useCallback, useEffect, useState } from "react";
import type { Host } from "../../host/client.ts";
import type { Envelope, Method, ReplyOf, RequestOf } from "../../host/contract.ts";
import { useServices } from "../services.ts";

export interface Loaded<T> {
  /** Undefined until the first answer. */
  readonly answer: Envelope<T> | undefined;
  readonly reload: () => void;
}

/** Calls `method` once and again on `reload`; `request` must be a constant. */
export function useLoad<M extends Method>(method: M, request: RequestOf<M>): Loaded<ReplyOf<M>> {
  const { host }: { readonly host: Host } = useServices();
  const [answer, setAnswer] = useState<Envelope<ReplyOf<M>>>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another call
  useEffect(() => {
    let wanted = true;
    void host.call(method, request).then((reply) => {
      if (wanted) setAnswer(reply);
    });
    return () => {
      wanted = false;
    };
  }, [host, method, request, round]);
  return { answer, reload: useCallback(() => setRound((before) => before + 1), []) };
}

/** The request of methods that ask nothing. */
export const NOTHING = {};
