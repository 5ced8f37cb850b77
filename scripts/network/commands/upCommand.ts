import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { NewNetworkOptions } from "../verbs/newNetwork.ts";
import { status } from "../verbs/status.ts";
import { up } from "../verbs/up.ts";
import { type SharedFlags, verb } from "./verb.ts";

interface UpFlags extends SharedFlags {
  readonly demo?: boolean;
  readonly isolation?: "namespaces" | "loopback";
  readonly database?: string;
  readonly port?: number;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new InvalidArgumentError("It must be a port number.");
}

function newNetworkOf(flags: UpFlags): Omit<NewNetworkOptions, "directory"> {
  const { isolation, database, port, demo } = flags;
  return {
    demo: demo === true,
    ...(isolation === undefined ? {} : { isolation }),
    ...(database === undefined ? {} : { databaseUrl: database }),
    ...(port === undefined ? {} : { gatewayPort: port }),
  };
}

/** `up`: makes a network or starts it again. */
export function upCommand(): Command {
  return verb
    .command("up", "start a network, or what of it doesn't run; make it the first time")
    .option("--demo", "named members may sign in without proof (a new network's gateways)")
    .option("--database <url>", "a PostgreSQL to use instead of one of its own (a new network)")
    .option("--port <number>", "of the first gateway; the second takes the next", portOf)
    .addOption(
      new Option("--isolation <kind>", "of the validators (a new network)").choices([
        "namespaces",
        "loopback",
      ]),
    )
    .action(async (flags: UpFlags) => {
      // The lock lies inside. Others may pass through, as the database's user has to.
      mkdirSync(resolve(flags.directory), { recursive: true, mode: 0o711 });
      await verb.change(flags, async (options) => {
        const { state, times } = await up({ ...options, ...newNetworkOf(flags) });
        const lines = [
          ...state.validators.map(({ index, rpcUrl }) => `validator ${index}  ${rpcUrl}`),
          ...state.gateways.map(({ url }, index) => `gateway ${index + 1}    ${url}`),
          `the validators answer after ${times.validators} s, all after ${times.gateways} s`,
        ];
        return { answer: { ...(await status(options.directory)), seconds: times }, lines };
      });
    });
}
