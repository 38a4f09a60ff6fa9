/** The rows of the contract that keep profiles (版式). */
import { PROFILES } from "../../../src/formats/docx/profile.ts";
import type { ReplyOf, RequestOf } from "../../../src/host/contract.ts";
import type { Handlers } from "../../../src/host/dispatch.ts";
import { safeFileName } from "../files/safe-name.ts";
import type { Profiles } from "./profiles.ts";

const PROFILE_ENDING = ".json";

/** Hands a written file over: into the file that was chosen, or back as bytes under `name`. */
export type Deliver = (
  target: RequestOf<"export.docx">["target"],
  name: string,
  write: () => Promise<Uint8Array>,
) => Promise<ReplyOf<"profile.export">>;

/** Handlers of every `profile.` method. */
export function profileHandlers(
  profiles: Profiles,
  deliver: Deliver,
): Pick<Handlers, Extract<keyof Handlers, `profile.${string}`>> {
  return {
    "profile.list": async () => {
      const stored = await profiles.list();
      const chosen = await profiles.get(null);
      return {
        profiles: [
          ...PROFILES.map((profile) => ({ profile, builtIn: true })),
          ...stored.profiles.map((profile) => ({ profile, builtIn: false })),
        ],
        chosen: chosen.name,
      };
    },
    "profile.choose": async ({ name }) => {
      await profiles.choose(name);
      return {};
    },
    "profile.save": async ({ profile }) => {
      await profiles.save(profile);
      return {};
    },
    "profile.remove": async ({ name }) => {
      await profiles.remove(name);
      return {};
    },
    "profile.import": async ({ name, bytes }) => ({ profile: await profiles.add(name, bytes) }),
    "profile.export": ({ name, target }) =>
      deliver(target, safeFileName(name, PROFILE_ENDING) ?? `版式${PROFILE_ENDING}`, () =>
        profiles.file(name),
      ),
  };
}
