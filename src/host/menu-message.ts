/** Type of the message by which the preload script tells its page that a command was chosen in the menu bar. */
export const MENU_MESSAGE = "yaodian:command";
