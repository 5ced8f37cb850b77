import { Argument, Command } from "commander";
import { readGateway } from "./readGateway.ts";

type Options = { readonly gateway: string; readonly json?: true };

/** What can be shown, and where a gateway has it. */
const nouns: Readonly<Record<string, string>> = {
  receivable: "receivables",
  certificate: "certificates",
  receipt: "receipts",
  lot: "lots",
  location: "locations",
  custodian: "custodians",
  lien: "liens",
  anchor: "anchors",
};

const codes = `
TALLYSTICK_TOKEN signs in at the gateway.
Exit codes: 0 done, 1 the gateway refused, 3 it could not be read at all.`;

async function print({ gateway, json }: Options, path: string): Promise<void> {
  const { body, refusal } = await readGateway(gateway, path);
  if (refusal === undefined) {
    console.log(json === true ? JSON.stringify(body) : JSON.stringify(body, null, 2));
    return;
  }
  const { code, message, reached } = refusal;
  console.error(message);
  if (json === true) console.log(JSON.stringify({ error: { code, message } }));
  process.exitCode = reached ? 1 : 3;
}

function reading(name: string): Command {
  return new Command(name)
    .option("--gateway <url>", "the gateway that is asked", "http://127.0.0.1:8080")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", codes);
}

/** Verbs that read through a gateway, as who is signed in sees it. */
export function gatewayCommands(): readonly Command[] {
  const show = reading("show")
    .description("a receivable, certificate, receipt, lot, location, custodian, lien or anchor")
    .addArgument(new Argument("<noun>").choices(Object.keys(nouns)))
    .argument("<id>", "its number, or an anchor's root")
    .action((noun: string, id: string, options: Options) =>
      print(options, `/v1/${nouns[noun]}/${encodeURIComponent(id)}`),
    );
  const rank = reading("rank")
    .description("who comes first by law in a certificate or a receipt, and why")
    .addArgument(new Argument("<noun>").choices(["certificate", "receipt"]))
    .argument("<id>", "its number")
    .action((noun: string, id: string, options: Options) =>
      print(options, `/v1/${nouns[noun]}/${encodeURIComponent(id)}/rank`),
    );
  return [show, rank];
}
