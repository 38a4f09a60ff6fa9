/** Finding a command by what was typed of its name, in Chinese or by the initials of its pinyin. */
import { COMMANDS, type CommandId, type PlanCommand } from "../../host/command-table.ts";
import { initialsOf } from "../shared/initials.ts";

/**
 * Commands for what was typed, the best first: what is called so, then names that begin so before names that contain
 * it, those before parts of other words. For an empty text all commands, the ones used last in front; of equally good ones these come first too.
 */
export function searchCommands(typed: string, recent: readonly string[]): readonly PlanCommand[] {
  const query = typed.trim().toLowerCase();
  const used = (id: CommandId) => {
    const place = recent.indexOf(id);
    return place < 0 ? recent.length : place;
  };
  return COMMANDS.map((command, place) => ({
    command,
    place,
    rank: query === "" ? 0 : rankOf(command, query),
  }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort(
      (one, other) =>
        one.rank - other.rank || used(one.command.id) - used(other.command.id) || one.place - other.place,
    )
    .map(({ command }) => command);
}

const NO_MATCH = 5;

function rankOf({ name, also = [] }: PlanCommand, query: string): number {
  const initials = initialsOf(name);
  const words = [name, initials, ...also].map((word) => word.toLowerCase());
  if (words.includes(query)) return 0;
  if (words.some((word) => word.startsWith(query))) return 1;
  if (name.toLowerCase().includes(query)) return 2;
  if (initials.includes(query)) return 3;
  return also.some((word) => word.includes(query) || initialsOf(word).includes(query)) ? 4 : NO_MATCH;
}
