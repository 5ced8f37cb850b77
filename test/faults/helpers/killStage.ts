import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectRpc, type RpcConnection } from "../../../gateway/chain/connectRpc.ts";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { deployNotebook } from "../../gateway/helpers/deployNotebook.ts";
import { startAnvil } from "../../gateway/helpers/startAnvil.ts";
import { killableLedger } from "../../helpers/killableLedger.ts";

/** A chain and a directory that gateways live and die on, one after the other. */
export interface KillStage {
  readonly ledger: Ledger;
  rpc(): RpcConnection;
  /** Configuration of the next gateway. */
  environment(): Record<string, string>;
  /** Kills launcher and node, and starts them on what they left; anvil has nothing that survives. */
  killNode: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

interface Node {
  url: string;
  chainId: number;
  rpc: RpcConnection;
  stop(): Promise<void>;
}

async function launch(directory: string): Promise<Node> {
  const { url, killAll } = await killableLedger.start(join(directory, "ledger"));
  const rpc = connectRpc(url);
  const chainId = Number(await rpc.send("eth_chainId", []));
  const stop = async () => {
    rpc.destroy();
    await killAll();
  };
  return { url, chainId, rpc, stop };
}

/** Starts anvil, or the embedded ledger, and deploys the test's contract. Without `databaseUrl` it is PGlite on disk. */
export async function killStage(
  node: "anvil" | "ledger",
  databaseUrl: string | undefined,
): Promise<KillStage> {
  const directory = await mkdtemp(join(tmpdir(), "kill-points-"));
  let current = node === "anvil" ? await startAnvil() : await launch(directory);
  const ledger = await deployNotebook(current);
  const contracts = Object.fromEntries(
    ledger.contracts.map(({ name, address }) => [name, address]),
  );
  const deployment = { chainId: current.chainId, startBlock: 0, contracts };
  const deploymentFile = join(directory, "deployment.json");
  await writeFile(deploymentFile, JSON.stringify(deployment));
  const killNode = async () => {
    await current.stop();
    current = await launch(directory);
  };
  return {
    ledger,
    rpc: () => current.rpc,
    environment: () => ({
      PORT: "0",
      DATA_DIRECTORY: directory,
      DEPLOYMENT_FILE: deploymentFile,
      RPC_URL: current.url,
      DEMO: "true",
      KEYSTORE_PASSPHRASE: "for tests only",
      KEYSTORE_SCRYPT_COST: "1024",
      REQUESTS_PER_MINUTE: "0",
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    }),
    killNode: node === "ledger" ? killNode : undefined,
    async close() {
      await current.stop();
      await rm(directory, { recursive: true });
    },
  };
}
