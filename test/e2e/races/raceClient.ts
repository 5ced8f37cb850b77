import { createInterface } from "node:readline";

/**
 * A client of a race, in a process of its own. It reads the ledger's address and the signed transactions, one a line, until an
 * empty line; says that it is ready; and at the next line sends all, in their order.
 */
const AT_ONCE = 20;

async function send(url: string, raws: readonly string[], from: number): Promise<void> {
  const calls = raws.slice(from, from + AT_ONCE).map((raw, id) => {
    return { jsonrpc: "2.0", id, method: "eth_sendRawTransaction", params: [raw] };
  });
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(calls) });
  for (const { error } of (await response.json()) as { error?: { message: string } }[])
    if (error !== undefined) throw new Error(error.message);
}

async function run(): Promise<void> {
  const given: string[] = [];
  let isReady = false;
  for await (const line of createInterface(process.stdin)) {
    if (isReady) break;
    if (line !== "") given.push(line);
    else {
      isReady = true;
      process.stdout.write("ready\n");
    }
  }
  const [url = "", ...raws] = given;
  for (let from = 0; from < raws.length; from += AT_ONCE) await send(url, raws, from);
}

await run();
process.exit();
