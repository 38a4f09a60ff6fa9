/** Searching while typing: the newest question counts, the old answer stays until its answer has come. */
import { useEffect, useRef, useState } from "react";
import type { LibraryFilters, LibraryFound } from "../../core/suggest/library-search.ts";
import { MAX_SEARCH_ROWS } from "../../core/suggest/library-search.ts";
import type { Failure } from "../../host/contract.ts";
import { useServices } from "../services.ts";

/** Pause in typing before the library is asked, in milliseconds. */
const ASK_DELAY = 120;

export interface Searched {
  readonly found: LibraryFound | undefined;
  readonly failure: Failure | undefined;
  /** Asks again, e.g. after a mark was changed. */
  readonly refresh: () => void;
}

export function useSearch(text: string, filters: LibraryFilters): Searched {
  const { host } = useServices();
  const [found, setFound] = useState<LibraryFound>();
  const [failure, setFailure] = useState<Failure>();
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another call
  useEffect(() => {
    newest.current += 1;
    const number = newest.current;
    const timer = setTimeout(async () => {
      const reply = await host.call("library.search", { text, filters, limit: MAX_SEARCH_ROWS });
      if (number !== newest.current) return;
      if (reply.ok) setFound(reply.value);
      setFailure(reply.ok ? undefined : reply.failure);
    }, ASK_DELAY);
    return () => clearTimeout(timer);
  }, [host, text, filters, round]);
  return { found, failure, refresh: () => setRound((before) => before + 1) };
}
