/** The one channel from the page to the host. */
export const CALL_CHANNEL = "yaodian:call";
/** The one channel from the menu bar to the page: the id of a command. */
export const COMMAND_CHANNEL = "yaodian:command";
