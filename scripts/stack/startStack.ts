import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { GatewayConfig } from "../../gateway/config/gatewayConfig.ts";
import { readConfig } from "../../gateway/config/readConfig.ts";
import { createLogger } from "../../gateway/createLogger.ts";
import { ledgerFeatures } from "../../gateway/features/ledgerFeatures.ts";
import { type RunningGateway, serveGateway } from "../../gateway/serveGateway.ts";
import { bytecodeFingerprint } from "../deploy/bytecodeFingerprint.ts";
import { deploymentOf } from "./deploymentOf.ts";
import type { ForkOptions, LedgerProcess } from "./forkLedger.ts";
import { introduceOperator } from "./introduceOperator.ts";
import { type Secrets, secretsOf } from "./secretsOf.ts";
import { superviseLedger } from "./superviseLedger.ts";
import { tagKeyOf } from "./tagKeyOf.ts";

/** Files that lie beside their passphrase need no dearer key derivation. */
const LOCAL_SCRYPT_COST = 16_384;

const ignore = (): void => undefined;

/** What to start. */
export interface StackOptions {
  /** All state lies here. */
  readonly directory: string;
  readonly demo: boolean;
  readonly clock?: ForkOptions["clock"];
  /** Of the ledger's JSON-RPC; a free one without it. */
  readonly ledgerPort?: number;
  readonly onReplay?: (block: number) => void;
  /** Is told what happens to the ledger's process while all runs. */
  readonly tell?: (sentence: string) => void;
  /** Is told why the ledger stays down, which nothing can be done about from here. */
  readonly giveUp?: (sentence: string) => void;
  /** Replaces what the environment says. */
  readonly config?: Partial<GatewayConfig>;
}

/** Ledger and gateway on this machine. */
export interface Stack {
  readonly gateway: RunningGateway;
  readonly ledger: LedgerProcess;
  readonly url: string;
  close(): Promise<void>;
}

async function startGateway(
  options: StackOptions,
  rpcUrl: string,
  secrets: Secrets,
): Promise<RunningGateway> {
  const { directory, demo } = options;
  const passphrase = process.env["KEYSTORE_PASSPHRASE"] ?? secrets.keystorePassphrase;
  const tagKey = await tagKeyOf(directory, passphrase, LOCAL_SCRYPT_COST);
  const deploymentFile = await deploymentOf(directory, rpcUrl, secrets, tagKey.publicKey);
  const config = readConfig({
    KEYSTORE_SCRYPT_COST: String(LOCAL_SCRYPT_COST),
    LOG_LEVEL: "warn",
    ...process.env,
    ...{
      KEYSTORE_PASSPHRASE: passphrase,
      RPC_URL: rpcUrl,
      DEPLOYMENT_FILE: deploymentFile,
      DATA_DIRECTORY: join(directory, "gateway"),
      DEMO: String(demo),
    },
  });
  const complete = { ...config, ...tagKey.config, ...options.config };
  const logger = createLogger(complete.logLevel);
  const gateway = await serveGateway({ config: complete, features: ledgerFeatures, logger });
  await introduceOperator(gateway, secrets);
  // The first sign-in finds the members that the ledger has by now.
  const { rpc, projector } = gateway.gateway.services;
  await projector.waitForBlock(Number(await rpc.send("eth_blockNumber", [])));
  return gateway;
}

/** Starts the embedded ledger and a gateway over it; the first time the contracts are deployed. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { directory, clock, ledgerPort, onReplay } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const secrets = await secretsOf(directory);
  const { tell = ignore, giveUp = ignore } = options;
  const ledger = await superviseLedger({
    tell,
    giveUp,
    directory: join(directory, "ledger"),
    fingerprint: bytecodeFingerprint(),
    ...(clock === undefined ? {} : { clock }),
    ...(ledgerPort === undefined ? {} : { port: ledgerPort }),
    ...(onReplay === undefined ? {} : { onReplay }),
  });
  try {
    const gateway = await startGateway(options, ledger.url, secrets);
    const close = async () => {
      await gateway.close();
      await ledger.close();
    };
    return { gateway, ledger, url: gateway.url, close };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
