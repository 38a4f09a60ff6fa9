/**
 * Keeps checks of messages from being compiled: the page's security policy refuses that, with an error on the console.
 * To be loaded before any schema is made, since that is when compiling is tried out.
 */
import { z } from "zod";

z.config({ jitless: true });
