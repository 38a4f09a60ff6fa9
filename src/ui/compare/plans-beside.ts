/** The plans that lie beside the open one: last year's, the superior's, last year's summary. One choice for all views. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { WorkPlan } from "../../core/plan/model.ts";
import type { Host } from "../../host/client.ts";
import type { Failure, ReplyOf } from "../../host/contract.ts";
import type { Platform } from "../platform/platform.ts";

export type LibraryDocuments = ReplyOf<"library.documents">["documents"];
export type BesideRole = "last" | "superior" | "summary";

/** Where a plan comes from: a document of the library, or a file that was read. */
export type BesideSource =
  | { readonly kind: "library"; readonly documentId: string }
  | { readonly kind: "file"; readonly plan: WorkPlan; readonly name: string };

export interface Beside {
  readonly source: BesideSource | undefined;
  readonly plan: WorkPlan | undefined;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  /** Name of a file that was chosen and holds neither plan nor summary. */
  readonly noPlan: string | undefined;
}

export interface PlansBesideState extends Readonly<Record<BesideRole, Beside>> {
  readonly documents: LibraryDocuments;
  /** Whether the library has answered. */
  readonly loaded: boolean;
  readonly failure: Failure | undefined;
}

export interface PlansBeside extends StoreApi<PlansBesideState> {
  /** Asks the library anew; proposes last year's plan and summary while nothing is chosen. */
  readonly refresh: (issuer: string, year: number | null) => Promise<void>;
  readonly choose: (role: BesideRole, source: BesideSource | undefined) => void;
  /** Asks for a file and reads it. */
  readonly chooseFile: (role: BesideRole) => Promise<void>;
}

const SUMMARY = /总结/;

/** Whether a document reports a year instead of planning one. */
export function isSummary({ title }: { readonly title: string }): boolean {
  return SUMMARY.test(title);
}

/** Documents of the bureau, up to but not including `year`, the oldest first. */
export function ownDocuments(
  documents: LibraryDocuments,
  issuer: string,
  year: number | null,
): LibraryDocuments {
  return documents
    .filter(
      (each) =>
        issuer !== "" &&
        each.issuer !== "" &&
        (each.issuer.endsWith(issuer) || issuer.endsWith(each.issuer)) &&
        (year === null || each.year === null || each.year < year),
    )
    .sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
}

/** Name under which provenance knows where the plan came from. */
export function sourceName(source: BesideSource | undefined): string {
  if (!source) return "";
  return source.kind === "library" ? source.documentId : source.name;
}

const NOTHING: Beside = {
  source: undefined,
  plan: undefined,
  loading: false,
  failure: undefined,
  noPlan: undefined,
};

export function createPlansBeside(
  host: Pick<Host, "call">,
  platform: Pick<Platform, "chooseSource">,
): PlansBeside {
  const store = createStore<PlansBesideState>(() => ({
    documents: [],
    loaded: false,
    failure: undefined,
    last: NOTHING,
    superior: NOTHING,
    summary: NOTHING,
  }));
  const set = (role: BesideRole, values: Partial<Beside>) =>
    store.setState({ [role]: { ...store.getState()[role], ...values } });

  const choose = (role: BesideRole, source: BesideSource | undefined) => {
    if (source?.kind === "file") return set(role, { ...NOTHING, source, plan: source.plan });
    set(role, { ...NOTHING, source, loading: source !== undefined });
    if (!source) return;
    void host.call("library.document", { documentId: source.documentId }).then((reply) => {
      // Only the newest choice is shown.
      if (store.getState()[role].source !== source) return;
      if (reply.ok) set(role, { plan: reply.value.reading.plan, loading: false });
      else set(role, { failure: reply.failure, loading: false });
    });
  };

  return {
    ...store,
    choose,
    refresh: async (issuer, year) => {
      const reply = await host.call("library.documents", {});
      if (!reply.ok) return store.setState({ loaded: true, failure: reply.failure });
      const { documents } = reply.value;
      store.setState({ documents, loaded: true, failure: undefined });
      const own = ownDocuments(documents, issuer, year);
      const proposed = { last: own.findLast((each) => !isSummary(each)), summary: own.findLast(isSummary) };
      for (const role of ["last", "summary"] as const) {
        const { source, failure } = store.getState()[role];
        const documentId = proposed[role]?.documentId;
        if (!source && !failure && documentId !== undefined) choose(role, { kind: "library", documentId });
      }
    },
    chooseFile: async (role) => {
      const file = await platform.chooseSource();
      if (!file.ok) return set(role, { failure: file.failure });
      if (!file.value) return;
      const { name, bytes } = file.value;
      set(role, { loading: true, failure: undefined, noPlan: undefined });
      const reply = await host.call("source.read", { name, bytes });
      if (!reply.ok) return set(role, { loading: false, failure: reply.failure });
      const { kind, plan } = reply.value.reading;
      if (kind === "other") set(role, { loading: false, noPlan: name });
      else choose(role, { kind: "file", plan, name });
    },
  };
}
