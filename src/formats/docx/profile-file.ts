/** Files of office profiles: how an office hands its own settings on. */
import { z } from "zod";
import { type Profile, profileSchema } from "./profile.ts";

/** Version of the profile format. */
export const PROFILE_FORMAT = 1;
/** Longest file that is looked at, in UTF-16 units; a profile has some hundred. */
export const LONGEST_PROFILE_FILE = 100_000;

const anyVersionSchema = z.object({ yaodianProfile: z.int().positive() });
const fileSchema = z.strictObject({ yaodianProfile: z.literal(PROFILE_FORMAT), profile: profileSchema });

/** `foreign`: no profile at all, e.g. another program's file; `detail` names the place that is wrong. */
export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly reason: "foreign" | "damaged" | "newer"; readonly detail: string };

/** Text of the file of a profile. */
export function profileFile(profile: Profile): string {
  return `${JSON.stringify({ yaodianProfile: PROFILE_FORMAT, profile }, null, 2)}\n`;
}

/** The profile in the text of a file, or why there is none. */
export function readProfile(text: string): ReadProfile {
  if (text.length > LONGEST_PROFILE_FILE) return { ok: false, reason: "foreign", detail: "too long" };
  const value = parsed(text);
  const version = anyVersionSchema.safeParse(value);
  if (!version.success) return { ok: false, reason: "foreign", detail: "no profile" };
  const format = version.data.yaodianProfile;
  if (format > PROFILE_FORMAT)
    return { ok: false, reason: "newer", detail: `format ${format} > ${PROFILE_FORMAT}` };
  const file = fileSchema.safeParse(value);
  if (!file.success) return { ok: false, reason: "damaged", detail: z.prettifyError(file.error) };
  return { ok: true, profile: file.data.profile };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
