/** The one channel between page and host. */
export const CALL_CHANNEL = "yaodian:call";
