import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connectRpc, type RpcConnection } from "../../../gateway/chain/connectRpc.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { anvilBinary } from "../../../scripts/ledger/anvilBinary.ts";
import { freePort } from "../../../scripts/ledger/freePort.ts";
import { pause } from "./pause.ts";

/** A chain of its own for a test. */
export interface TestChain {
  readonly url: string;
  readonly chainId: number;
  readonly rpc: RpcConnection;
  stop(): Promise<void>;
}

const CHAIN_ID = 73_571;
const MOST_TRIES = 5;

/** A loaded machine takes its time; a node that is gone answers never, for instance because its port was taken meanwhile. */
const PATIENCE_MS = 60_000;

async function answers(rpc: Rpc, child: ChildProcess): Promise<boolean> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    if (child.exitCode !== null || child.pid === undefined) return false;
    try {
      await rpc.send("eth_chainId", []);
      return child.exitCode === null;
    } catch {
      await pause(50);
    }
  }
  child.kill("SIGKILL");
  throw new Error(`anvil did not answer within ${PATIENCE_MS} ms`);
}

/** How to start. */
interface AnvilOptions {
  /** Whether each transaction makes a block. */
  readonly mining?: boolean;
  readonly port?: number;
  /** A dumped state to begin with. */
  readonly stateFile?: string;
  /** Of block 0, in seconds; a dumped state does not hold it. */
  readonly genesisTime?: number;
}

function argumentsOf(
  port: number,
  { mining = true, stateFile, genesisTime }: AnvilOptions,
): string[] {
  const place = ["--port", String(port), "--chain-id", String(CHAIN_ID), "--hardfork", "prague"];
  const free = ["--gas-price", "0", "--block-base-fee-per-gas", "0", "--gas-limit", "700000000"];
  const args = [...place, ...free, "--silent", "--accounts", "1"];
  if (!mining) args.push("--no-mining");
  if (genesisTime !== undefined) args.push("--timestamp", String(genesisTime));
  if (stateFile !== undefined) args.push("--load-state", stateFile);
  return args;
}

/** Starts anvil with free gas; each transaction makes a block unless `mining` is false. */
export async function startAnvil(options: AnvilOptions = {}): Promise<TestChain> {
  for (let tries = 1; ; tries += 1) {
    const port = options.port ?? (await freePort());
    const child = spawn(anvilBinary(), argumentsOf(port, options), { stdio: "ignore" });
    // One that can't be started has no process id; an error that nobody hears would end the whole run.
    child.on("error", () => undefined);
    const url = `http://127.0.0.1:${port}`;
    const rpc = connectRpc(url);
    if (await answers(rpc, child)) {
      const stop = async (): Promise<void> => {
        rpc.destroy();
        child.kill("SIGKILL");
        await once(child, "exit");
      };
      return { url, chainId: CHAIN_ID, rpc, stop };
    }
    rpc.destroy();
    // A free port may be somebody else's by the time that anvil wants it.
    if (tries === MOST_TRIES) throw new Error(`anvil ended ${tries} times before it answered`);
  }
}
