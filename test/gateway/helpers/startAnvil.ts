import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { connectRpc, type RpcConnection } from "../../../gateway/chain/connectRpc.ts";

/** A chain of its own for a test. */
export interface TestChain {
  readonly url: string;
  readonly chainId: number;
  readonly rpc: RpcConnection;
  stop(): Promise<void>;
}

const CHAIN_ID = 73_571;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function anvilBinary(): string {
  const cpu = arch() === "arm64" ? "arm64" : "amd64";
  const os = platform() === "darwin" ? "darwin" : "linux";
  const manifest = `@foundry-rs/anvil-${os}-${cpu}/package.json`;
  return join(createRequire(import.meta.url).resolve(manifest), "..", "bin", "anvil");
}

async function answers(rpc: RpcConnection): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await rpc.send("eth_chainId", []);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("anvil did not answer within 10 seconds");
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

/** Starts anvil with free gas; each transaction makes a block unless `mining` is false. */
export async function startAnvil({
  mining = true,
  stateFile,
  genesisTime,
  port: wanted,
}: AnvilOptions = {}): Promise<TestChain> {
  const port = wanted ?? (await freePort());
  const free = ["--gas-price", "0", "--block-base-fee-per-gas", "0", "--gas-limit", "700000000"];
  const args = [
    "--port",
    String(port),
    "--chain-id",
    String(CHAIN_ID),
    "--hardfork",
    "prague",
    ...free,
  ];
  if (!mining) args.push("--no-mining");
  if (genesisTime !== undefined) args.push("--timestamp", String(genesisTime));
  if (stateFile !== undefined) args.push("--load-state", stateFile);
  const child = spawn(anvilBinary(), [...args, "--silent", "--accounts", "1"], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const rpc = connectRpc(url);
  await answers(rpc);
  return {
    url,
    chainId: CHAIN_ID,
    rpc,
    async stop() {
      rpc.destroy();
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
