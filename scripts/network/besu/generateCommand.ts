import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { BesuError } from "./BesuError.ts";
import { checkBesuNetwork } from "./checkBesuNetwork.ts";
import { writeBesuNetwork } from "./writeBesuNetwork.ts";

interface Options {
  readonly validators: number;
  readonly readers: number;
  readonly out: string;
  readonly chainId: number;
  readonly timestamp?: number;
  readonly emptyBlockSeconds?: number;
  readonly hosts?: readonly string[];
  readonly enodes?: string;
  readonly account: readonly string[];
  readonly check?: true;
  readonly json?: true;
}

function whole(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number.");
}

function account(text: string, before: readonly string[]): readonly string[] {
  if (/^0x[0-9a-fA-F]{40}$/.test(text)) return [...before, text];
  throw new InvalidArgumentError("It must be an account: 20 bytes in hex.");
}

async function enodesIn(file: string | undefined): Promise<string[] | undefined> {
  if (file === undefined) return undefined;
  return (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
}

async function generate({ out: directory, ...options }: Options): Promise<Record<string, unknown>> {
  if (options.check !== true) {
    await writeBesuNetwork({
      ...options,
      directory,
      timestamp: options.timestamp ?? Math.floor(Date.now() / 1000),
      enodes: await enodesIn(options.enodes),
      accounts: options.account,
    });
  }
  const findings = await checkBesuNetwork(directory);
  if (findings.length > 0) throw new BesuError("besu-files-differ", findings.join("\n"));
  const { status, ...rest } = JSON.parse(await readFile(`${directory}/network.json`, "utf8"));
  const { genesisHash, validators } = rest;
  return { directory, status, genesisHash, validators };
}

/** `npm run network -- generate --profile besu`: the files of a network that production runs and this machine doesn't. */
export function generateCommand(): Command {
  return new Command("generate")
    .description(
      "files of a Besu QBFT network, made and checked by its documentation; Besu was not run here",
    )
    .addOption(
      new Option("--profile <engine>", "for which engine").choices(["besu"]).makeOptionMandatory(),
    )
    .option("--validators <n>", "nodes that seal blocks, 4 at least", whole, 4)
    .option("--readers <n>", "nodes that gateways and auditors ask", whole, 0)
    .option("--out <directory>", "where the files go", ".tallystick/besu")
    .option("--chain-id <id>", "of the new chain", whole, 81_800)
    .option("--timestamp <seconds>", "of block 0; now without it", whole)
    .option("--empty-block-seconds <n>", "between blocks without transactions; 2 without it", whole)
    .option("--hosts <ip,...>", "one IPv4 address a node, validators first", (text) =>
      text.split(","),
    )
    .option(
      "--enodes <file>",
      "enode URLs of nodes whose owners made the keys, one a line, validators first",
    )
    .option(
      "--account <address>",
      "may send transactions; repeat it. An operator's key is made without any",
      account,
      [],
    )
    .option("--check", "write nothing; check what lies there")
    .option("--json", "print one JSON object on standard output")
    .action(async (options: Options) => {
      try {
        const made = await generate(options);
        if (options.json === true) console.log(JSON.stringify(made));
        else
          console.log(`${made["directory"]}: ${made["status"]}\nSTART.md there says how to go on.`);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        console.error(error.message);
        if (options.json === true)
          console.log(JSON.stringify({ error: { message: error.message } }));
        process.exitCode = "code" in error && error.code === "ENOENT" ? 3 : 1;
      }
    });
}
