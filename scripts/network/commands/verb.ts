import { join, resolve } from "node:path";
import { Command } from "commander";
import { runVerb, type VerbAnswer } from "../runVerb.ts";
import type { NetworkOptions } from "../verbs/NetworkOptions.ts";

/** Flags that every verb has. */
export interface SharedFlags {
  readonly directory: string;
  readonly json?: boolean;
}

const root = join(import.meta.dirname, "..", "..", "..");

/** How the verbs of the network are made and run. */
export const verb = {
  command(name: string, summary: string): Command {
    const directory = process.env["TALLYSTICK_NETWORK"] ?? join(root, ".tallystick", "network");
    return new Command(name)
      .description(summary)
      .option("--directory <path>", "where the network's state lies", directory)
      .option("--json", "one JSON object on standard output");
  },

  /** Runs what reads a network, beside anything else. */
  read(flags: SharedFlags, work: (options: NetworkOptions) => Promise<VerbAnswer>): Promise<void> {
    return perform(flags, false, work);
  },

  /** Runs what changes a network, alone. */
  change(
    flags: SharedFlags,
    work: (options: NetworkOptions) => Promise<VerbAnswer>,
  ): Promise<void> {
    return perform(flags, true, work);
  },
} as const;

function perform(
  flags: SharedFlags,
  changes: boolean,
  work: (options: NetworkOptions) => Promise<VerbAnswer>,
): Promise<void> {
  const directory = resolve(flags.directory);
  const tell = (sentence: string): void => console.error(sentence);
  const how = { directory, json: flags.json === true, changes };
  return runVerb(how, () => work({ directory, tell }));
}
