/** The plan of last year that this one is compared with: proposed from the library, or chosen. */
import { useEffect, useState } from "react";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { Failure, ReplyOf } from "../../host/contract.ts";
import { useServices } from "../services.ts";

export type LibraryDocuments = ReplyOf<"library.documents">["documents"];

/** Where last year's plan comes from: a document of the library, or a file that was read. */
export type LastSource =
  | { readonly kind: "library"; readonly documentId: string }
  | { readonly kind: "file"; readonly plan: WorkPlan; readonly name: string };

export interface LastPlan {
  readonly plan: WorkPlan | undefined;
  readonly documents: LibraryDocuments;
  readonly source: LastSource | undefined;
  readonly failure: Failure | undefined;
  readonly choose: (source: LastSource) => void;
  /** Asks for a file and reads it. */
  readonly chooseFile: () => Promise<void>;
}

/** The newest document of the same bureau before `year`, else none: another bureau's plan is no last year's. */
export function proposedDocument(
  documents: LibraryDocuments,
  issuer: string,
  year: number | null,
): string | undefined {
  const same = documents.filter(
    (document) =>
      issuer !== "" &&
      document.issuer !== "" &&
      (document.issuer.endsWith(issuer) || issuer.endsWith(document.issuer)) &&
      (year === null || document.year === null || document.year < year),
  );
  return [...same].sort((one, other) => (other.year ?? 0) - (one.year ?? 0))[0]?.documentId;
}

export function useLastPlan(issuer: string, year: number | null): LastPlan {
  const { host, platform } = useServices();
  const [documents, setDocuments] = useState<LibraryDocuments>([]);
  const [source, setSource] = useState<LastSource>();
  const [plan, setPlan] = useState<WorkPlan>();
  const [failure, setFailure] = useState<Failure>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once; later the drafter has chosen
  useEffect(() => {
    void host.call("library.documents", {}).then((reply) => {
      if (!reply.ok) return setFailure(reply.failure);
      setDocuments(reply.value.documents);
      const documentId = proposedDocument(reply.value.documents, issuer, year);
      if (documentId !== undefined) setSource((before) => before ?? { kind: "library", documentId });
    });
  }, [host]);
  useEffect(() => {
    if (!source) return;
    if (source.kind === "file") return setPlan(source.plan);
    let wanted = true;
    void host.call("library.document", { documentId: source.documentId }).then((reply) => {
      if (!wanted) return;
      if (reply.ok) setPlan(reply.value.reading.plan);
      setFailure(reply.ok ? undefined : reply.failure);
    });
    return () => {
      wanted = false;
    };
  }, [host, source]);
  const chooseFile = async () => {
    const file = await platform.chooseSource();
    if (!file.ok) return setFailure(file.failure);
    if (!file.value) return;
    const { name, bytes } = file.value;
    const reply = await host.call("source.read", { name, bytes });
    setFailure(reply.ok ? undefined : reply.failure);
    if (reply.ok) setSource({ kind: "file", plan: reply.value.reading.plan, name });
  };
  return { plan, documents, source, failure, choose: setSource, chooseFile };
}
