import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { legalIdentityDigest, settlementAccountDigest } from "@tallystick/sdk";
import { Wallet, ZeroHash } from "ethers";
import { LedgerProvider } from "../client/LedgerProvider.ts";
import { deployLedger } from "../deploy/deployLedger.ts";
import type { LedgerOptions } from "../deploy/LedgerOptions.ts";
import { writeDurably } from "../ledger/writeDurably.ts";
import { firstOperator } from "./firstOperator.ts";
import type { Secrets } from "./secretsOf.ts";

const OPERATOR_ROLE = 1 << 11;

/** What the transactions of a deployment cost on engines that don't take them for nothing. */
type Fees = Pick<LedgerOptions, "gasPrice" | "gasLimit">;

async function deploy(rpcUrl: string, secrets: Secrets, tagKey: string, fees: Fees) {
  const provider = new LedgerProvider(rpcUrl, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
  });
  provider.pollingInterval = 50;
  try {
    const operator = new Wallet(secrets.operatorKey);
    return await deployLedger({
      ...fees,
      deployer: new Wallet(secrets.deployerKey, provider),
      governance: operator.address,
      tagKey,
      firstOperator: {
        identityDigest: legalIdentityDigest(firstOperator.party, firstOperator.salt),
        roles: OPERATOR_ROLE,
        size: 0,
        guardian: 0,
        account: operator.address,
        settlementAccountDigest: settlementAccountDigest(
          firstOperator.settlementAccount,
          firstOperator.salt,
        ),
        licenceDigest: ZeroHash,
      },
    });
  } finally {
    provider.destroy();
  }
}

/**
 * The file that says where the contracts are; the ledger is deployed when there is none. A deployment that was cut off
 * half-way left no file and is begun anew.
 */
export async function deploymentOf(
  directory: string,
  rpcUrl: string,
  secrets: Secrets,
  tagKey: string,
  fees: Fees = {},
): Promise<string> {
  const file = join(directory, "deployment.json");
  if (existsSync(file)) {
    JSON.parse(await readFile(file, "utf8"));
    return file;
  }
  const { chainId, block, addresses } = await deploy(rpcUrl, secrets, tagKey, fees);
  const text = JSON.stringify({ chainId, startBlock: block, contracts: addresses }, null, 2);
  await writeDurably(file, text);
  return file;
}
