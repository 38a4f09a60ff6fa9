import { useEffect, useState } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import { useServices } from "../services.ts";
import type { LibraryDocuments } from "./plans-beside.ts";

export interface LibraryPlans {
  /** Those that could be read, in the order of the documents. */
  readonly past: readonly WorkPlan[];
  readonly failed: number;
  readonly reading: boolean;
}

/** The plans of documents of the library; `documents` must be the same object while nothing changes. */
export function useLibraryPlans(documents: LibraryDocuments): LibraryPlans {
  const { host } = useServices();
  const [state, setState] = useState<{
    readonly of: LibraryDocuments;
    readonly past: readonly WorkPlan[];
    readonly failed: number;
  }>();
  useEffect(() => {
    let wanted = true;
    void Promise.all(documents.map(({ documentId }) => host.call("library.document", { documentId }))).then(
      (replies) => {
        if (!wanted) return;
        const past = replies.flatMap((reply) => (reply.ok ? [reply.value.reading.plan] : []));
        setState({ of: documents, past, failed: replies.length - past.length });
      },
    );
    return () => {
      wanted = false;
    };
  }, [host, documents]);
  return { past: state?.past ?? NONE, failed: state?.failed ?? 0, reading: state?.of !== documents };
}

const NONE: readonly WorkPlan[] = [];
