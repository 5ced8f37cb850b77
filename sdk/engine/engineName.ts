import type { engineProfiles } from "./engineProfiles.ts";

/** An engine that has a profile. */
export type EngineName = keyof typeof engineProfiles;
