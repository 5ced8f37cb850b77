import { access, readFile } from "node:fs/promises";
import {
  type EngineProfile,
  legalIdentityDigest,
  parseTagKeySet,
  settlementAccountDigest,
} from "@tallystick/sdk";
import { type BaseWallet, ZeroHash } from "ethers";
import { LedgerProvider } from "../../client/LedgerProvider.ts";
import { deployLedger } from "../../deploy/deployLedger.ts";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { deploymentPlan } from "./deploymentPlan.ts";

/** What is deployed, by whom, to which node. */
export interface DeployToNodeOptions {
  readonly rpc: string;
  readonly profile: EngineProfile;
  /** Has no rights afterwards. */
  readonly deployer: BaseWallet;
  readonly planFile: string;
  /** Where the deployment's file goes; there must be none yet. */
  readonly out: string;
}

const OPERATOR_ROLE = 1 << 11;
const POLL_MS = 200;

async function tagKeyIn(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  return parseTagKeySet(JSON.parse(await readFile(file, "utf8"))).groupPublicKey;
}

async function refuseSecond(out: string): Promise<void> {
  const exists = await access(out).then(
    () => true,
    () => false,
  );
  if (exists) throw new Error(`${out} names a ledger already. A second one needs another file.`);
}

/** Deploys a ledger as a plan says, writes where its contracts are, and answers that. */
export async function deployToNode(options: DeployToNodeOptions): Promise<Record<string, unknown>> {
  const { rpc, profile, planFile, out } = options;
  await refuseSecond(out);
  const plan = deploymentPlan(planFile, await readFile(planFile, "utf8"));
  const { account, party, settlementAccount, salt } = plan.operator;
  const tagKey = await tagKeyIn(plan.tagKeySetFile);
  const provider = new LedgerProvider(rpc, undefined, { staticNetwork: true, cacheTimeout: -1 });
  provider.pollingInterval = POLL_MS;
  try {
    const { chainId, block, addresses } = await deployLedger({
      deployer: options.deployer.connect(provider),
      governance: plan.governance,
      gasPrice: profile.gasPrice,
      gasLimit: profile.gasLimit,
      ...(tagKey === undefined ? {} : { tagKey }),
      ...(plan.utcOffset === undefined ? {} : { utcOffset: plan.utcOffset }),
      firstOperator: {
        identityDigest: legalIdentityDigest(party, salt),
        roles: OPERATOR_ROLE,
        size: 0,
        guardian: 0,
        account,
        settlementAccountDigest: settlementAccountDigest(settlementAccount, salt),
        licenceDigest: ZeroHash,
      },
    });
    const deployment = { chainId, startBlock: block, contracts: addresses };
    await writeDurably(out, JSON.stringify(deployment, null, 2));
    return { file: out, isBlind: tagKey !== undefined, ...deployment };
  } finally {
    provider.destroy();
  }
}
