/** 本单位信息: what an office is called, where it is, who is in it. Used by tasks, suggestions, export and checks. */
import { z } from "zod";

/** Most units, leaders and places; more is damage, not an office. */
export const MAX_UNITS = 300;
export const MAX_LEADERS = 100;
export const MAX_PLACES = 500;

const line = z.string().max(200);

export const officeUnitSchema = z.strictObject({
  /** 科室 as it is printed, e.g. `基础教育科`. */
  name: line.min(1),
  /** e.g. `基教科`; empty where it has none. */
  shortName: line,
  /** 分管领导 as printed; empty where not known. */
  leader: line,
});
export type OfficeUnit = Readonly<z.infer<typeof officeUnitSchema>>;

export const officeSchema = z.strictObject({
  /** 单位全称, e.g. `南平市建阳区教育局`. */
  name: line,
  shortName: line,
  /** e.g. `南平市建阳区`. */
  region: line,
  /** Places of the office's own, down to townships: names of others in a plan are worth a look. */
  homePlaces: z.array(line.min(1)).max(MAX_PLACES).readonly(),
  /** 机关代字 of the document number, e.g. `潭教`. */
  documentCode: line,
  units: z.array(officeUnitSchema).max(MAX_UNITS).readonly(),
  /** 局领导, in the order in which they are listed. */
  leaders: z
    .array(z.strictObject({ name: line.min(1), post: line }))
    .max(MAX_LEADERS)
    .readonly(),
});
export type Office = Readonly<z.infer<typeof officeSchema>>;

export const EMPTY_OFFICE: Office = {
  name: "",
  shortName: "",
  region: "",
  homePlaces: [],
  documentCode: "",
  units: [],
  leaders: [],
};
