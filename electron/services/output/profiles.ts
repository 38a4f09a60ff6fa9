/** Profiles (版式): those of the program and the office's own, and which one is in use. */
import { z } from "zod";
import { type Profile, profileSchema } from "../../../src/core/official/profile.ts";
import { DEFAULT_PROFILE, PROFILES, profileNamed } from "../../../src/formats/docx/profile.ts";
import { profileFile, readProfile } from "../../../src/formats/docx/profile-file.ts";
import { HostError } from "../../../src/host/host-error.ts";
import type { FileSystem } from "../files/file-system.ts";
import { readJsonFile, writeJsonFile } from "../files/json-file.ts";
import { freeName } from "../files/safe-name.ts";

/** Name of the file in the data folder. */
export const PROFILES_FILE = "profiles.json";
/** Most profiles of an office. */
const MAX_PROFILES = 50;

const storedSchema = z.strictObject({
  chosen: z.string().max(64),
  profiles: z.array(profileSchema).max(MAX_PROFILES).readonly(),
});
type Stored = Readonly<z.infer<typeof storedSchema>>;

export interface Profiles {
  readonly list: () => Promise<Stored>;
  /** The profile of a name, for null the one in use; fails with `not-found`. */
  readonly get: (name: string | null) => Promise<Profile>;
  readonly choose: (name: string) => Promise<void>;
  /** Adds a profile or replaces the one of its name; fails with `bad-name` for a name of the program's own. */
  readonly save: (profile: Profile) => Promise<void>;
  /** Removes an office's profile; the default comes into use where it was the chosen one. */
  readonly remove: (name: string) => Promise<void>;
  /** Adds the profile in the bytes of a file, under a free name; nothing changes where it cannot be read. */
  readonly add: (fileName: string, bytes: Uint8Array) => Promise<Profile>;
  /** Bytes of a profile's file. */
  readonly file: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The office's profiles in the file at `path`. */
export function openProfiles(files: FileSystem, path: string): Profiles {
  let turn: Promise<unknown> = Promise.resolve();
  const read = () => readJsonFile(files, path, storedSchema, { chosen: DEFAULT_PROFILE.name, profiles: [] });
  const change = <T>(work: (stored: Stored) => readonly [Stored, T] | Promise<readonly [Stored, T]>) => {
    const done = turn.then(async () => {
      const [next, result] = await work(await read());
      await writeJsonFile(files, path, next);
      return result;
    });
    turn = done.catch(() => {
      // Whoever asked is told; the next change starts all the same.
    });
    return done;
  };
  const find = ({ profiles, chosen }: Stored, name: string | null): Profile => {
    const wanted = name ?? chosen;
    const found = profileNamed(wanted) ?? profiles.find((profile) => profile.name === wanted);
    if (found) return found;
    // The chosen one may have gone with a damaged file; exports go on with the default.
    if (name === null) return DEFAULT_PROFILE;
    throw new HostError("not-found", "no such profile", name);
  };
  const withProfile = ({ profiles, chosen }: Stored, profile: Profile): Stored => {
    const others = profiles.filter((each) => each.name !== profile.name);
    if (others.length >= MAX_PROFILES) throw new HostError("too-large", "too many profiles", profile.name);
    return { chosen, profiles: [...others, profile] };
  };
  return {
    list: read,
    get: async (name) => find(await read(), name),
    choose: (name) => change((stored) => [{ ...stored, chosen: find(stored, name).name }, undefined]),
    save: (profile) =>
      change((stored) => {
        if (profileNamed(profile.name))
          throw new HostError("bad-name", "the program's own profile", profile.name);
        return [withProfile(stored, profile), undefined];
      }),
    remove: (name) =>
      change(({ profiles, chosen }) => [
        {
          chosen: chosen === name ? DEFAULT_PROFILE.name : chosen,
          profiles: profiles.filter((profile) => profile.name !== name),
        },
        undefined,
      ]),
    add: (fileName, bytes) =>
      change(async (stored) => {
        const given = profileIn(fileName, bytes);
        const taken = new Set([...PROFILES, ...stored.profiles].map((profile) => profile.name));
        const name = await freeName(given.name, "", async (candidate) => taken.has(candidate));
        const profile = { ...given, name };
        return [withProfile(stored, profile), profile];
      }),
    file: async (name) => new TextEncoder().encode(profileFile(find(await read(), name))),
  };
}

const REASONS = { foreign: "unsupported-format", damaged: "damaged", newer: "newer" } as const;

/** The profile in the bytes of a file; fails with `unsupported-format`, `damaged` or `newer`. */
export function profileIn(fileName: string, bytes: Uint8Array): Profile {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new HostError("unsupported-format", "not UTF-8", fileName, { cause: error });
  }
  const read = readProfile(text);
  if (!read.ok) throw new HostError(REASONS[read.reason], read.detail, fileName);
  return read.profile;
}
