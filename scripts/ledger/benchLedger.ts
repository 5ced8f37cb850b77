import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getCreateAddress, toBeHex, Wallet } from "ethers";
import { startLedger } from "./startLedger.ts";

/**
 * Measures the embedded ledger alone: pre-signed transactions of 77,000 gas, one per request, from
 * a client process of its own. Arguments: transactions (20,000) and callers at once (400).
 */
const SENDERS = 100;
/** Stores the sender under the two words of the call, counts, and logs three times. */
const RUNTIME = "335f355533602035555f546001015f5533333360405fa333333360405fa333333360405fa300";
/** Copies the runtime code, which follows its ten bytes, to memory and returns it. */
const SIZE = toBeHex(RUNTIME.length / 2).slice(2);
const INIT = `60${SIZE}600a5f3960${SIZE}5ff3`;

const wallets = Array.from({ length: SENDERS }, (_, index) => new Wallet(toBeHex(index + 1, 32)));
const [first = Wallet.createRandom()] = wallets;
const terms = { gasPrice: 0, gasLimit: 200_000, chainId: 31337 };

async function sign(count: number): Promise<string[]> {
  const to = getCreateAddress({ from: first.address, nonce: 0 });
  const data = `0x${INIT}${RUNTIME}`;
  const raws = [await first.signTransaction({ ...terms, nonce: 0, data })];
  for (let index = 0; index < count; index++) {
    const nonce = Math.floor(index / SENDERS) + (index % SENDERS === 0 ? 1 : 0);
    const words = toBeHex(2 * index + 2, 32) + toBeHex(2 * index + 3, 32).slice(2);
    const wallet = wallets[index % SENDERS] ?? first;
    raws.push(await wallet.signTransaction({ ...terms, to, nonce, data: words }));
  }
  return raws;
}

/** Posts one transaction; true when it was acknowledged. */
function post(url: string, agent: Agent, raw: string): Promise<boolean> {
  const call = { jsonrpc: "2.0", id: 1, method: "eth_sendRawTransaction", params: [raw] };
  const headers = { "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text.includes('"result"')));
    });
    sent.on("error", reject).end(JSON.stringify(call));
  });
}

async function client(url: string, count: number, callers: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const [deployment = "", ...raws] = await sign(count);
  await post(url, agent, deployment);
  let [next, acknowledged] = [0, 0];
  const began = performance.now();
  const work = async (): Promise<void> => {
    for (let raw = raws[next++]; raw !== undefined; raw = raws[next++])
      if (await post(url, agent, raw)) acknowledged += 1;
  };
  await Promise.all(Array.from({ length: callers }, work));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const perSecond = Math.round(acknowledged / seconds);
  process.stdout.write(JSON.stringify({ acknowledged, callers, seconds, perSecond }));
}

async function bench(count: number, callers: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-bench-"));
  const ledger = await startLedger({ directory });
  const self = fileURLToPath(import.meta.url);
  const args = ["--import", "tsx", self, String(count), String(callers), ledger.url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await once(child, "close");
  const { number: blocks, journalBytes } = ledger.status();
  console.log(JSON.stringify({ ...JSON.parse(said), blocks, journalBytes }));
  await ledger.close();
  await rm(directory, { recursive: true });
}

const [count = "20000", callers = "400", url] = process.argv.slice(2);
if (url) await client(url, Number(count), Number(callers));
else await bench(Number(count), Number(callers));
