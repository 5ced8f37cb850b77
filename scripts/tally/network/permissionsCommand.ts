import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { getAddress } from "ethers";
import { reasonOf } from "../reasonOf.ts";
import { type ReconcileOptions, reconcilePermissions } from "./reconcilePermissions.ts";

type Options = {
  readonly rpc: string;
  readonly deployment: string;
  readonly check?: true;
  readonly apply?: true;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly also: readonly string[];
  readonly json?: true;
};

const codes = `
Without --apply nothing is changed and no key is needed: the genesis file's administrators count as the operators.
Exit codes: 0 the lists follow the members, 1 they don't (after --apply: still not), 3 it could not be looked at.`;

const shown = (_name: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value;

function addresses(text: string): readonly string[] {
  return text.split(",").map((address) => getAddress(address));
}

async function keyOf({ apply, key, passphraseFile }: Options): Promise<ReconcileOptions["key"]> {
  if (apply !== true) return undefined;
  if (key === undefined) throw new Error("--apply needs the operator's --key.");
  if (passphraseFile === undefined) return { file: key, passphrase: "" };
  const [passphrase = ""] = (await readFile(passphraseFile, "utf8")).split(/\r?\n/);
  return { file: key, passphrase };
}

async function permissions(options: Options): Promise<void> {
  const { rpc, deployment, also, json } = options;
  try {
    if (options.check === true && options.apply === true) {
      throw new Error("--check changes nothing and --apply does: name one of them.");
    }
    const key = await keyOf(options);
    const done = await reconcilePermissions({ rpc, deployment, also, key });
    if (json === true) console.log(JSON.stringify(done, shown));
    else {
      for (const { verb, account, transactionHash } of done.sent)
        console.log(`done: ${verb} ${account} in ${transactionHash}`);
      for (const { verb, account } of done.calls) console.log(`to do: ${verb} ${account}`);
      for (const { code, sentence } of done.findings) console.log(`${code}: ${sentence}`);
      const { accounts, block } = done;
      const isWell = done.calls.length + done.findings.length === 0;
      console.log(
        `Block ${block}: ${accounts} may send${isWell ? ", exactly those that should." : "."}`,
      );
    }
    if (done.calls.length + done.findings.length > 0) process.exitCode = 1;
  } catch (error) {
    const { message } = reasonOf(error, rpc);
    console.error(message);
    if (json === true) console.log(JSON.stringify({ error: { message } }));
    process.exitCode = 3;
  }
}

/** `tally network permissions`. */
export function permissionsCommand(): Command {
  return new Command("permissions")
    .description("compare the chain's lists of senders and deployers with the members' accounts")
    .requiredOption("--rpc <url>", "a validator's JSON-RPC")
    .option(
      "--deployment <file>",
      "where the ledger's contracts are",
      process.env["DEPLOYMENT_FILE"] ?? ".tallystick/deployment.json",
    )
    .option("--check", "say what differs; this is what happens without --apply")
    .option("--apply", "make the lists follow the members, and give accounts coin for gas")
    .option("--key <file>", "the operator's key: an encrypted Web3 keystore, or 0x and 64 digits")
    .option("--passphrase-file <file>", "the keystore's passphrase, on its first line")
    .option("--also <addresses>", "others that may send, with commas between them", addresses, [])
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", codes)
    .action((options: Options) => permissions(options));
}
