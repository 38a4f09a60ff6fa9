/** The three steps of a new plan as one value, so that going back and forth loses nothing. */
import type { Numbering } from "../../core/plan/model.ts";
import type { ReplyOf, RequestOf } from "../../host/contract.ts";
import type { ImportedDocument } from "../import/imported-document.ts";
import type { SourceFile } from "../platform/platform.ts";

export type TemplateSummary = ReplyOf<"templates.list">["templates"][number];
export type LibraryDocument = ReplyOf<"library.documents">["documents"][number];
export type DraftSource = RequestOf<"plan.create">["source"];
export type DraftOptions = RequestOf<"plan.create">["options"];

/** How the drafter entered the dialog. */
export type Beginning =
  | { readonly from: "file" }
  | { readonly from: "dropped"; readonly file: SourceFile }
  /** A document that was read and looked at in the import window. */
  | { readonly from: "imported"; readonly document: ImportedDocument }
  | { readonly from: "template" }
  | { readonly from: "blank" };

/** What the draft is made from; a file with the drafter's decisions about it. */
export type NewPlanSource =
  | { readonly kind: "blank" }
  | { readonly kind: "template"; readonly template: TemplateSummary }
  | { readonly kind: "library"; readonly document: LibraryDocument }
  | { readonly kind: "file"; readonly document: ImportedDocument };

export type Step = "source" | "reading" | "options";

/** Answers of the last step; the year is text while it is being typed. */
export interface Answers {
  readonly year: string;
  readonly issuer: string;
  readonly region: string;
  readonly numbering: Numbering["items"];
  readonly carry: DraftOptions["carry"];
}

export interface NewPlanState {
  readonly step: Step;
  readonly source: NewPlanSource | undefined;
  readonly answers: Answers;
  /** Answers the drafter has given; the others follow the source. */
  readonly touched: readonly (keyof Answers)[];
}

export type NewPlanAction =
  | { readonly type: "choose"; readonly source: NewPlanSource }
  | { readonly type: "correct"; readonly document: ImportedDocument }
  | { readonly type: "go"; readonly step: Step }
  | { readonly type: "answer"; readonly values: Partial<Answers> };

/** Years this dialog offers; a typing slip beyond them is refused at once. */
export const YEAR_RANGE = { first: 2000, last: 2100 } as const;

/** An empty dialog; the year is the one after `today` (ISO date), since plans are written ahead. */
export function initialNewPlan(today: string): NewPlanState {
  return {
    step: "source",
    source: undefined,
    answers: {
      year: String(Number(today.slice(0, 4)) + 1),
      issuer: "",
      region: "",
      numbering: "continuous",
      carry: "text",
    },
    touched: [],
  };
}

export function newPlanReducer(state: NewPlanState, action: NewPlanAction): NewPlanState {
  switch (action.type) {
    case "choose": {
      const step = hasReading(action.source) ? "reading" : "options";
      return { ...withSource(state, action.source), step };
    }
    case "correct":
      return state.source?.kind === "file"
        ? withSource(state, { kind: "file", document: action.document })
        : state;
    case "go":
      return { ...state, step: action.step };
    case "answer": {
      const keys = (["year", "issuer", "region", "numbering", "carry"] as const).filter(
        (key) => key in action.values,
      );
      return {
        ...state,
        answers: { ...state.answers, ...action.values },
        touched: [...new Set([...state.touched, ...keys])],
      };
    }
  }
}

/** The state with a source, and what it suggests where the drafter has not answered. */
function withSource(state: NewPlanState, source: NewPlanSource): NewPlanState {
  const untouched = Object.entries(proposedAnswers(source)).filter(
    ([key]) => !state.touched.some((name) => name === key),
  );
  return { ...state, source, answers: { ...state.answers, ...Object.fromEntries(untouched) } };
}

/** Whether there is anything to look at in the second step. */
export function hasReading(source: NewPlanSource): boolean {
  return source.kind === "file" || source.kind === "template";
}

/** The step before and after, for the buttons at the foot. */
export function neighbours(state: NewPlanState): {
  readonly back: Step | undefined;
  readonly next: Step | undefined;
} {
  const reading = state.source !== undefined && hasReading(state.source);
  switch (state.step) {
    case "source":
      return {
        back: undefined,
        next: state.source === undefined ? undefined : reading ? "reading" : "options",
      };
    case "reading":
      return { back: "source", next: "options" };
    case "options":
      return { back: reading ? "reading" : "source", next: undefined };
  }
}

/** The year as a number, or undefined where it is none that a plan can be for. */
export function yearOf(answers: Answers): number | undefined {
  const year = Number(answers.year.trim());
  return Number.isInteger(year) && year >= YEAR_RANGE.first && year <= YEAR_RANGE.last ? year : undefined;
}

/** The request that makes the draft; undefined while something is missing. */
export function draftRequest(state: NewPlanState): RequestOf<"plan.create"> | undefined {
  const year = yearOf(state.answers);
  if (!state.source || year === undefined) return undefined;
  const { issuer, region, numbering, carry } = state.answers;
  return {
    source: draftSource(state.source),
    options: { year, issuer: issuer.trim(), region: region.trim(), numbering: { items: numbering }, carry },
  };
}

function draftSource(source: NewPlanSource): DraftSource {
  switch (source.kind) {
    case "blank":
      return { kind: "blank" };
    case "template":
      return { kind: "template", id: source.template.id };
    case "library":
      return { kind: "library", documentId: source.document.documentId };
    case "file":
      return { kind: "plan", plan: source.document.current.plan, name: source.document.file.name };
  }
}

/** What a source suggests for the last step. The year is never taken from it: last year's is always wrong. */
function proposedAnswers(source: NewPlanSource): Partial<Answers> {
  switch (source.kind) {
    case "blank":
      return {};
    case "template":
      return { issuer: source.template.issuer };
    case "library":
      return { issuer: source.document.issuer };
    case "file": {
      const { issuer, issuerInferred, plan } = source.document.current;
      return {
        issuer: issuer ?? issuerInferred ?? plan.frontMatter.issuer,
        region: plan.frontMatter.region,
        numbering: plan.numbering.items,
      };
    }
  }
}
