import { readFile } from "node:fs/promises";
import { Argument, type Command, InvalidArgumentError } from "commander";
import { NetworkError } from "../NetworkError.ts";
import { describeTransaction } from "../platform/describeTransaction.ts";
import { sendTransaction } from "../platform/sendTransaction.ts";
import { signTransaction } from "../platform/signTransaction.ts";
import { type TransactionFile, transactionFile } from "../platform/transactionFile.ts";
import { type ProposalOptions, proposeValidator } from "../verbs/validators/proposeValidator.ts";
import { type SharedFlags, verb } from "./verb.ts";

type ProposeFlags = SharedFlags & ProposalOptions & { readonly out: string };

const urlSummary = "of a validator, without a path; one of this network's own without it";

function list(text: string): readonly string[] {
  return text.split(",").filter((each) => each !== "");
}

function whole(text: string): bigint {
  if (/^[1-9]\d{0,18}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError("It is a whole number above 0.");
}

/** A transaction in words, from its own bytes. */
function told(transaction: TransactionFile) {
  const { sentence } = describeTransaction(Buffer.from(transaction.unsigned.slice(2), "hex"));
  const missing = transactionFile.missing(transaction);
  const rest = missing.length === 0 ? "All have signed." : `To sign: ${missing.join(", ")}.`;
  return { answer: { sentence, missing }, lines: [sentence, rest] };
}

async function secretIn(file: string): Promise<string> {
  const text = (await readFile(file, "utf8")).trim().replace(/^0x/, "").toLowerCase();
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new NetworkError("KEY_UNREADABLE", `${file} holds no key of 64 hexadecimal digits.`, 3);
}

function proposeCommand(): Command {
  return verb
    .command(
      "propose",
      "write a change of validators, or of whose keys decide them, for members to sign",
    )
    .addArgument(new Argument("<change>", "what to do").choices(["add", "remove", "owners"]))
    .requiredOption("--out <file>", "where the transaction is written")
    .option("--node <id>", "NodeID-… of the validator")
    .option("--to <addresses>", "for owners: who decides from then on, with commas", list)
    .option("--threshold <number>", "for owners: how many of them sign", whole)
    .option("--owners <addresses>", "who will sign, with commas; the first ones without it", list)
    .option("--payer <address>", "whose coin pays the fee; this network's own without it")
    .option("--weight <number>", "of a validator that is added; as the others have it", whole)
    .option("--url <url>", urlSummary)
    .option("--subnet <id>", "this network's own without it")
    .action((change: "add" | "remove" | "owners", flags: ProposeFlags) =>
      verb.read(flags, async ({ directory }) => {
        const transaction = await proposeValidator(directory, change, flags);
        await transactionFile.write(flags.out, transaction);
        return told(transaction);
      }),
    );
}

function showCommand(): Command {
  return verb
    .command("show", "say what a transaction does and who has yet to sign")
    .argument("<file>", "the transaction")
    .action((file: string, flags: SharedFlags) =>
      verb.read(flags, () => Promise.resolve(told(transactionFile.read(file)))),
    );
}

function signCommand(): Command {
  return verb
    .command("sign", "say what a transaction does and add a signature to its file")
    .argument("<file>", "the transaction")
    .requiredOption("--key <file>", "32 bytes in hexadecimal digits; it stays on this machine")
    .action((file: string, flags: SharedFlags & { readonly key: string }) =>
      verb.read(flags, async () => {
        const signed = await signTransaction(transactionFile.read(file), await secretIn(flags.key));
        await transactionFile.write(file, signed);
        return told(signed);
      }),
    );
}

function sendCommand(): Command {
  return verb
    .command("send", "send a transaction that all have signed and wait until it is committed")
    .argument("<file>", "the transaction")
    .requiredOption("--url <url>", "of a validator, without a path")
    .action((file: string, flags: SharedFlags & { readonly url: string }) =>
      verb.read(flags, async () => {
        const transaction = transactionFile.read(file);
        const transactionId = await sendTransaction(flags.url, transaction);
        const { sentence } = told(transaction).answer;
        return { answer: { transactionId, sentence }, lines: [sentence, `Done: ${transactionId}`] };
      }),
    );
}

/** The verbs by which members sign a change of the validators, each on its own machine. */
export function transactionCommands(): Command[] {
  return [proposeCommand(), showCommand(), signCommand(), sendCommand()];
}
