import type { Command } from "commander";
import { partition } from "../verbs/partition.ts";
import { type SharedFlags, verb } from "./verb.ts";

/** The verbs that cut and mend the links between validators. */
export function partitionCommands(): Command[] {
  return [
    verb
      .command("partition", "cut validators off from the others")
      .argument("<groups>", "those that are cut off (4,5) or all groups (1,2,3|4,5)")
      .action((text: string, flags: SharedFlags) =>
        verb.change(flags, async ({ directory }) => {
          const groups = partition.begin(directory, text);
          const lines = [groups.map((group) => group.join(",")).join(" | ")];
          return { answer: { groups }, lines };
        }),
      ),
    verb.command("heal", "mend what a partition cut").action((flags: SharedFlags) =>
      verb.change(flags, async ({ directory }) => {
        partition.end(directory);
        return { answer: { healed: true }, lines: ["All validators reach each other."] };
      }),
    ),
  ];
}
