/** What was typed on the command line, checked. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { type DocumentForm, documentFormSchema, yearSchema } from "../../src/core/plan/model.ts";
import { suggestContextSchema } from "../../src/core/suggest/suggestion.ts";
import type { ReadView } from "./commands/read.ts";

/** Suggestions printed where no limit is given. */
const DEFAULT_LIMIT = 10;

const line = z.string().max(500);
const file = z.string().min(1);
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(yearSchema);
const limit = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(suggestContextSchema.shape.limit);
const flag = z.literal(true);
const force = z.boolean().default(false);
const data = { data: z.string().min(1).optional() };

const readSchema = z.union([
  z.strictObject({ outline: flag, ...data }),
  z.strictObject({ notices: flag, ...data }),
]);
const newSchema = z.strictObject({
  from: file,
  year,
  out: file,
  issuer: line.default(""),
  region: line.default(""),
  carry: z.enum(["headings", "text"]).default("text"),
  force,
  ...data,
});
const rolloverSchema = z.strictObject({ year, json: flag, ...data });
const jsonSchema = z.strictObject({ json: flag, ...data });
const document = {
  form: documentFormSchema.optional(),
  profile: z.string().min(1).optional(),
};
const exportSchema = z
  .strictObject({
    docx: file.optional(),
    pdf: file.optional(),
    txt: file.optional(),
    html: file.optional(),
    xlsx: file.optional(),
    units: file.optional(),
    ...document,
    force,
    ...data,
  })
  .refine(({ docx, pdf, txt, html, xlsx, units }) => docx ?? pdf ?? txt ?? html ?? xlsx ?? units);
const layoutSchema = z.strictObject({ json: flag, ...document, ...data });
const addSchema = z.strictObject({ ...data });
const searchSchema = z.strictObject({
  json: z.boolean().default(false),
  limit: limit.default(DEFAULT_LIMIT),
  own: line.default(""),
  heading: z.string().max(2_000).default(""),
  ...data,
});

/** Formats that a plan can be exported in. */
export type OutputFormat = "docx" | "pdf" | "txt" | "html";

/** A command with its operands and options. */
export type Arguments = { readonly data: string | undefined } & (
  | { readonly command: "read"; readonly file: string; readonly view: ReadView }
  | ({ readonly command: "new" } & Pick<
      z.infer<typeof newSchema>,
      "from" | "year" | "out" | "issuer" | "region" | "carry" | "force"
    >)
  | { readonly command: "rollover"; readonly file: string; readonly year: number }
  | { readonly command: "compare"; readonly last: string; readonly next: string }
  | { readonly command: "targets"; readonly file: string }
  | {
      readonly command: "export";
      readonly file: string;
      /** Files to write, by format; at least one of these or of those of the tasks is given. */
      readonly outputs: Readonly<Partial<Record<OutputFormat, string | undefined>>>;
      /** Task tables; `units` is a folder. */
      readonly xlsx: string | undefined;
      readonly units: string | undefined;
      /** Undefined: the plan's own. */
      readonly form: DocumentForm | undefined;
      /** Name or file; undefined: the one in use. */
      readonly profile: string | undefined;
      readonly force: boolean;
    }
  | {
      readonly command: "layout";
      readonly file: string;
      readonly form: DocumentForm | undefined;
      readonly profile: string | undefined;
    }
  | { readonly command: "library add"; readonly files: readonly string[] }
  | {
      readonly command: "library search";
      readonly text: string;
      readonly json: boolean;
      readonly limit: number;
      readonly own: string;
      readonly heading: string;
    }
);

/** The command that was typed; `undefined` where it is none of the known forms. */
export function parseArguments(typed: readonly string[]): Arguments | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        outline: { type: "boolean" },
        notices: { type: "boolean" },
        from: { type: "string" },
        year: { type: "string" },
        out: { type: "string" },
        issuer: { type: "string" },
        region: { type: "string" },
        carry: { type: "string" },
        force: { type: "boolean" },
        docx: { type: "string" },
        xlsx: { type: "string" },
        units: { type: "string" },
        pdf: { type: "string" },
        txt: { type: "string" },
        html: { type: "string" },
        profile: { type: "string" },
        form: { type: "string" },
        json: { type: "boolean" },
        limit: { type: "string" },
        own: { type: "string" },
        heading: { type: "string" },
        data: { type: "string" },
      },
    });
    return argumentsOf(positionals, { ...values });
  } catch (error) {
    // parseArgs throws TypeErrors for unknown options and missing values.
    if (error instanceof TypeError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function argumentsOf([command, ...operands]: readonly string[], values: object): Arguments | undefined {
  const [first, second, ...more] = operands;
  switch (command) {
    case "read": {
      const asked = readSchema.parse(values);
      const view = "notices" in asked ? ("notices" as const) : ("outline" as const);
      return only(first, second, (file) => ({ command, file, view, data: asked.data }));
    }
    case "new": {
      const { data, ...rest } = newSchema.parse(values);
      return first === undefined ? { command, data, ...rest } : undefined;
    }
    case "rollover": {
      const { data, year } = rolloverSchema.parse(values);
      return only(first, second, (file) => ({ command, file, year, data }));
    }
    case "compare": {
      const { data } = jsonSchema.parse(values);
      return first && second && more.length === 0 ? { command, last: first, next: second, data } : undefined;
    }
    case "targets": {
      const { data } = jsonSchema.parse(values);
      return only(first, second, (file) => ({ command, file, data }));
    }
    case "export": {
      const { data, form, profile, force, xlsx, units, ...outputs } = exportSchema.parse(values);
      const wish = { outputs, xlsx, units, form, profile, force };
      return only(first, second, (file) => ({ command, file, ...wish, data }));
    }
    case "layout": {
      const { data, form, profile } = layoutSchema.parse(values);
      return only(first, second, (file) => ({ command, file, form, profile, data }));
    }
    case "library":
      return libraryArguments(first, second === undefined ? [] : [second, ...more], values);
    default:
      return undefined;
  }
}

function libraryArguments(
  command: string | undefined,
  operands: readonly string[],
  values: object,
): Arguments | undefined {
  if (command === "add") {
    const { data } = addSchema.parse(values);
    return operands.length > 0 ? { command: "library add", files: operands, data } : undefined;
  }
  if (command !== "search") return undefined;
  const { data, ...rest } = searchSchema.parse(values);
  return only(operands[0], operands[1], (text) => ({ command: "library search", text, data, ...rest }));
}

/** Arguments of a command that takes one operand. */
function only(
  first: string | undefined,
  second: string | undefined,
  make: (operand: string) => Arguments,
): Arguments | undefined {
  return first === undefined || first === "" || second !== undefined ? undefined : make(first);
}
