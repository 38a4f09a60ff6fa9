/** A plan that the app itself has saved, as a source for the next one: nothing in it has to be guessed. */
import type { WorkPlan } from "../plan/model.ts";
import type { PlanReading } from "./plan-reading.ts";

/** The reading of a plan file: the plan as it is, without notices and without source lines. */
export function readingOfPlan(plan: WorkPlan): PlanReading {
  const { issuer, authority, dateOfIssue, documentNumber, addressees, notice, attachments } =
    plan.frontMatter;
  return {
    kind: notice === null ? "plan" : "notice-and-plan",
    plan,
    year: plan.year,
    planYear: null,
    issuer: given(issuer),
    issuerInferred: null,
    date: dateOfIssue,
    pageDate: null,
    documentNumber: given(documentNumber),
    addressees: addressees === "" ? [] : [addressees],
    signature: given(authority) ?? given(issuer),
    attachments: attachments.map(({ name }) => name),
    notices: [],
    dropped: [],
    lines: {},
    ordinals: {},
    roles: {},
    plans: [],
  };
}

function given(text: string): string | null {
  return text === "" ? null : text;
}
