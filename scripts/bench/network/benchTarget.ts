import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EngineName, engineProfiles } from "@tallystick/sdk";
import { freePort } from "../../ledger/freePort.ts";
import { networkState } from "../../network/networkState.ts";
import { gatewayEnvironment } from "../../network/services/gatewayEnvironment.ts";
import { deploymentOf } from "../../stack/deploymentOf.ts";
import { secretsOf } from "../../stack/secretsOf.ts";
import { tagKeyOf } from "../../stack/tagKeyOf.ts";
import { startIntervalAnvil } from "./startIntervalAnvil.ts";

/** What a bench's own gateway runs over. */
export interface BenchTarget {
  readonly engine: EngineName;
  readonly validators: number;
  readonly rpcUrl: string;
  readonly deploymentFile: string;
  /** Where the ledger's secrets lie. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Blocks come every 2 seconds from here on. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

const BLOCK_SECONDS = 2;
const LOCAL_SCRYPT_COST = 16_384;

async function common(folder: string) {
  const port = await freePort();
  return {
    ...{ PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: `http://127.0.0.1:${port}` },
    ...{ DATA_DIRECTORY: join(folder, "gateway"), DEMO: "true", SIMILAR_INVOICES: "false" },
    ...{ REQUESTS_PER_MINUTE: "0", WRITES_PER_MINUTE: "0", SIGN_INS_PER_MINUTE: "0" },
    KEYSTORE_SCRYPT_COST: String(LOCAL_SCRYPT_COST),
    LOG_LEVEL: "warn",
  };
}

async function overNetwork(directory: string, folder: string): Promise<BenchTarget> {
  const state = networkState.read(directory);
  const environment = gatewayEnvironment(directory, state, 1, await secretsOf(directory));
  return {
    engine: "avalanche",
    validators: state.validators.length,
    rpcUrl: environment["RPC_URL"] ?? "",
    deploymentFile: state.deploymentFile,
    directory,
    environment: { ...environment, ...(await common(folder)) },
    begin: async () => undefined,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function overAnvil(folder: string): Promise<BenchTarget> {
  const chain = await startIntervalAnvil(engineProfiles.avalanche.blockGasLimit);
  const secrets = await secretsOf(folder);
  const { keystorePassphrase } = secrets;
  const tagKey = await tagKeyOf(folder, keystorePassphrase, LOCAL_SCRYPT_COST);
  const deploymentFile = await deploymentOf(folder, chain.url, secrets, tagKey.publicKey);
  const environment = {
    ...{ ...process.env, ...(await common(folder)), ENGINE: "anvil", RPC_URL: chain.url },
    ...{ DEPLOYMENT_FILE: deploymentFile, KEYSTORE_PASSPHRASE: keystorePassphrase },
  };
  return {
    ...{ engine: "anvil", validators: 0, rpcUrl: chain.url, deploymentFile, directory: folder },
    environment,
    begin: () => chain.makeBlocksEvery(BLOCK_SECONDS),
    async close() {
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A running network's chain, or an anvil of the bench's own. */
export async function benchTarget(directory: string | undefined): Promise<BenchTarget> {
  const folder = await mkdtemp(join(tmpdir(), "tallystick-bench-"));
  return directory === undefined ? overAnvil(folder) : overNetwork(directory, folder);
}
