/** 本单位信息 as a file, for carrying it to another machine. */
import { z } from "zod";
import { type Office, officeSchema } from "./office.ts";

/** Version of the file. Raise it with every change of `officeSchema`. */
export const OFFICE_FORMAT = 1;
/** Ending of the file. */
export const OFFICE_ENDING = ".yaodian-office.json";

const markedSchema = z.object({ "yaodian-office": z.object({ format: z.int().positive() }) });
const fileSchema = z.strictObject({
  "yaodian-office": z.strictObject({ format: z.literal(OFFICE_FORMAT) }),
  office: officeSchema,
});

export type OfficeReading =
  | { readonly ok: true; readonly office: Office }
  /** `foreign`: another program's file. `newer`: of a later version of the app. */
  | { readonly ok: false; readonly reason: "damaged" | "foreign" | "newer"; readonly detail: string };

/** Text of the file. */
export function writeOffice(office: Office): string {
  return `${JSON.stringify({ "yaodian-office": { format: OFFICE_FORMAT }, office }, null, 2)}\n`;
}

/** Reads the text of a file; never throws. */
export function readOffice(text: string): OfficeReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The message of JSON.parse quotes the file, which belongs in no log.
    return { ok: false, reason: "damaged", detail: "not JSON" };
  }
  const marked = markedSchema.safeParse(value);
  if (!marked.success) return { ok: false, reason: "foreign", detail: "no mark of an office file" };
  const { format } = marked.data["yaodian-office"];
  if (format > OFFICE_FORMAT) {
    return { ok: false, reason: "newer", detail: `format ${format} > ${OFFICE_FORMAT}` };
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return { ok: false, reason: "damaged", detail: z.prettifyError(parsed.error) };
  return { ok: true, office: parsed.data.office };
}
