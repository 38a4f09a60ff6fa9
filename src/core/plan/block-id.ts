import { z } from "zod";

/** Id of a block, a mark or anything else that a plan refers to. */
export const blockIdSchema = z.string().min(1).max(64);
