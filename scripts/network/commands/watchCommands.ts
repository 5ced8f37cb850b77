import type { Command } from "commander";
import { networkState } from "../networkState.ts";
import { describeStatus } from "../verbs/describeStatus.ts";
import { logs } from "../verbs/logs.ts";
import { probe } from "../verbs/probe.ts";
import { status } from "../verbs/status.ts";
import { targets } from "../verbs/targets.ts";
import { type SharedFlags, verb } from "./verb.ts";

function statusCommand(): Command {
  return verb.command("status", "how each validator and gateway is").action((flags: SharedFlags) =>
    verb.read(flags, async ({ directory }) => {
      const answer = await status(directory);
      return { answer, lines: describeStatus(answer) };
    }),
  );
}

function logsCommand(): Command {
  return verb
    .command("logs", "the end of what validators or gateways wrote")
    .argument("<target...>", "validators by number, gateways as gateway-1")
    .option("--lines <number>", "of each file", "40")
    .action((names: string[], flags: SharedFlags & { readonly lines: string }) =>
      verb.read(flags, async ({ directory }) => {
        const named = targets(names, networkState.read(directory));
        const files = logs(directory, named, Math.max(1, Number(flags.lines) || 1));
        const lines = files.flatMap((end) => [`== ${end.file}`, ...end.lines]);
        return { answer: { files }, lines };
      }),
    );
}

function probeCommand(): Command {
  return verb
    .command("probe", "send one harmless ledger transaction through a gateway")
    .action((flags: SharedFlags) =>
      verb.read(flags, async ({ directory }) => {
        const answer = await probe(directory);
        const { included, seconds, blockNumber, root, detail } = answer;
        if (included)
          return { answer, lines: [`included in block ${blockNumber} after ${seconds} s`] };
        const lines = [
          `not included within ${seconds} s: ${detail}`,
          `It may be later, and then once: its key is probe-${root}.`,
        ];
        return { answer, lines, exitCode: 1 };
      }),
    );
}

/** The verbs that look at a network. */
export function watchCommands(): Command[] {
  return [statusCommand(), logsCommand(), probeCommand()];
}
