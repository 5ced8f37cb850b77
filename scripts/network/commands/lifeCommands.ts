import type { Command } from "commander";
import { networkState } from "../networkState.ts";
import { down } from "../verbs/down.ts";
import { kill } from "../verbs/kill.ts";
import { signal } from "../verbs/signal.ts";
import { start } from "../verbs/start.ts";
import { targets } from "../verbs/targets.ts";
import { type SharedFlags, verb } from "./verb.ts";

const which = "<target...>";
const whichSummary = "validators by number, gateways as gateway-1";

function downCommand(): Command {
  return verb
    .command("down", "stop a network; its state stays")
    .option("--erase", "and delete its state")
    .action((flags: SharedFlags & { readonly erase?: boolean }) =>
      verb.change(flags, async (options) => {
        const ended = await down({ ...options, erase: flags.erase === true });
        return { answer: { ended }, lines: [`${ended} processes ended`] };
      }),
    );
}

function killCommand(): Command {
  return verb
    .command("kill", "end validators or gateways as a crash does (SIGKILL)")
    .argument(which, whichSummary)
    .action((names: string[], flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const killed = await kill(options, targets(names, networkState.read(options.directory)));
        return { answer: { killed }, lines: [`${killed} killed`] };
      }),
    );
}

function startCommand(): Command {
  return verb
    .command("start", "start validators or gateways and wait until they answer")
    .argument(which, whichSummary)
    .action((names: string[], flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const named = targets(names, networkState.read(options.directory));
        const seconds = await start(options, named);
        return { answer: { seconds }, lines: [`all answer after ${seconds} s`] };
      }),
    );
}

function signalCommand(name: string, summary: string, sent: "SIGSTOP" | "SIGCONT"): Command {
  return verb
    .command(name, summary)
    .argument(which, whichSummary)
    .action((names: string[], flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const named = targets(names, networkState.read(options.directory));
        const signalled = signal(options, named, sent);
        return { answer: { signalled }, lines: [`${signalled} ${name}d`] };
      }),
    );
}

/** The verbs that end processes and start them. */
export function lifeCommands(): Command[] {
  return [
    downCommand(),
    killCommand(),
    startCommand(),
    signalCommand("pause", "stop processes without ending them (SIGSTOP)", "SIGSTOP"),
    signalCommand("resume", "let paused processes go on (SIGCONT)", "SIGCONT"),
  ];
}
