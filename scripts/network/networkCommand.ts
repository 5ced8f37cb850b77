import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { runVerb, type VerbAnswer } from "./runVerb.ts";
import { describeStatus } from "./verbs/describeStatus.ts";
import { down } from "./verbs/down.ts";
import type { NetworkOptions } from "./verbs/NetworkOptions.ts";
import type { NewNetworkOptions } from "./verbs/newNetwork.ts";
import { status } from "./verbs/status.ts";
import { up } from "./verbs/up.ts";

interface SharedFlags {
  readonly directory: string;
  readonly json?: boolean;
}

const root = join(import.meta.dirname, "..", "..");

function verb(name: string, summary: string): Command {
  const directory = process.env["TALLYSTICK_NETWORK"] ?? join(root, ".tallystick", "network");
  return new Command(name)
    .description(summary)
    .option("--directory <path>", "where the network's state lies", directory)
    .option("--json", "one JSON object on standard output");
}

/** Runs a verb with what all of them are told. */
function perform(
  flags: SharedFlags,
  changes: boolean,
  work: (options: NetworkOptions) => Promise<VerbAnswer>,
): Promise<void> {
  const directory = resolve(flags.directory);
  const tell = (sentence: string): void => console.error(sentence);
  return runVerb({ directory, json: flags.json === true, changes }, () =>
    work({ directory, tell }),
  );
}

interface UpFlags extends SharedFlags {
  readonly demo?: boolean;
  readonly isolation?: "namespaces" | "loopback";
  readonly database?: string;
  readonly port?: string;
}

function newNetworkOf(flags: UpFlags): Omit<NewNetworkOptions, "directory"> {
  const { isolation, database, port, demo } = flags;
  return {
    demo: demo === true,
    ...(isolation === undefined ? {} : { isolation }),
    ...(database === undefined ? {} : { databaseUrl: database }),
    ...(port === undefined ? {} : { gatewayPort: Number(port) }),
  };
}

function upCommand(): Command {
  return verb("up", "start a network, or what of it doesn't run; make it the first time")
    .option("--demo", "named members may sign in without proof (a new network's gateways)")
    .option("--database <url>", "a PostgreSQL to use instead of one of its own (a new network)")
    .option("--port <number>", "of the first gateway; the second takes the next (a new network)")
    .addOption(
      new Option("--isolation <kind>", "of the validators (a new network)").choices([
        "namespaces",
        "loopback",
      ]),
    )
    .action(async (flags: UpFlags) => {
      mkdirSync(resolve(flags.directory), { recursive: true, mode: 0o711 });
      await perform(flags, true, async (options) => {
        const { state, times } = await up({ ...options, ...newNetworkOf(flags) });
        const lines = [
          ...state.validators.map(({ index, rpcUrl }) => `validator ${index}  ${rpcUrl}`),
          ...state.gateways.map(({ url }, index) => `gateway ${index + 1}    ${url}`),
          `all answer after ${times.gateways} s, the validators after ${times.validators} s`,
        ];
        return { answer: { ...(await status(options.directory)), seconds: times }, lines };
      });
    });
}

function downCommand(): Command {
  return verb("down", "stop a network; its state stays")
    .option("--erase", "and delete its state")
    .action((flags: SharedFlags & { readonly erase?: boolean }) =>
      perform(flags, true, async (options) => {
        const ended = await down({ ...options, erase: flags.erase === true });
        return { answer: { ended }, lines: [`${ended} processes ended`] };
      }),
    );
}

function statusCommand(): Command {
  return verb("status", "how each validator and gateway is").action((flags: SharedFlags) =>
    perform(flags, false, async ({ directory }) => {
      const answer = await status(directory);
      return { answer, lines: describeStatus(answer) };
    }),
  );
}

/** The command line of `npm run network`. */
export function networkCommand(): Command {
  return new Command("npm run network --")
    .description("A ledger on five validators of this machine, with two gateways")
    .addCommand(upCommand())
    .addCommand(downCommand())
    .addCommand(statusCommand())
    .showHelpAfterError("Its verbs are listed by: npm run network -- --help");
}
