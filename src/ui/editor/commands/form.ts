/** Commands on the form data of the plan: attributes of the document, so undo covers them too. */
import { closeHistory } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { planSchema } from "../../../core/editor/schema.ts";
import type { ComparisonRecords } from "../../../core/plan/comparison-records.ts";
import type { ItemNotes } from "../../../core/plan/item-notes.ts";
import type { FrontMatter, Numbering, WorkPlan } from "../../../core/plan/model.ts";
import type { TaskRecords } from "../../../core/plan/task-records.ts";

/** Changes some of the 公文要素. */
export function setFrontMatter(changes: Partial<FrontMatter>): Command {
  return (state, dispatch) =>
    setAttribute("frontMatter", { ...state.doc.attrs["frontMatter"], ...changes })(state, dispatch);
}

export function setNumbering(numbering: Numbering): Command {
  return setAttribute("numbering", numbering);
}

/** Changes how items count and leaves the levels above as they are. */
export function setItemNumbering(items: Numbering["items"]): Command {
  return (state, dispatch) => setNumbering({ ...state.doc.attrs["numbering"], items })(state, dispatch);
}

export function setYear(year: WorkPlan["year"]): Command {
  return setAttribute("year", year);
}

/** Replaces what is known of the tasks. */
export function setTaskRecords(records: TaskRecords): Command {
  return setAttribute("taskRecords", records.length === 0 ? null : records);
}

/** Replaces what was decided beside other plans. */
export function setComparisonRecords(records: ComparisonRecords): Command {
  return setAttribute("comparisonRecords", records.length === 0 ? null : records);
}

/** Replaces the notes on parts of the plan. */
export function setItemNotes(notes: ItemNotes): Command {
  return setAttribute("itemNotes", notes.length === 0 ? null : notes);
}

/** Replaces the whole title; `\n` breaks it by sense. */
export function setTitle(text: string): Command {
  return (state, dispatch) => {
    const title = state.doc.child(0);
    if (title.textContent === text) return false;
    const content = text === "" ? [] : [planSchema.text(text)];
    dispatch?.(closeHistory(state.tr).replaceWith(1, 1 + title.content.size, content));
    return true;
  };
}

/** Fails for a value that the plan cannot hold: a form must show that before. */
function setAttribute(
  name: "frontMatter" | "numbering" | "year" | "taskRecords" | "comparisonRecords" | "itemNotes",
  value: unknown,
): Command {
  return (state, dispatch) => {
    if (JSON.stringify(state.doc.attrs[name]) === JSON.stringify(value)) return false;
    const validate = planSchema.nodes.doc.spec.attrs?.[name]?.validate;
    if (typeof validate === "function") validate(value);
    dispatch?.(closeHistory(state.tr).setDocAttribute(name, value));
    return true;
  };
}
