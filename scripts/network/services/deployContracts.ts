import { engineProfiles } from "@tallystick/sdk";
import { deploymentOf } from "../../stack/deploymentOf.ts";
import { secretsOf } from "../../stack/secretsOf.ts";
import { tagKeyOf } from "../../stack/tagKeyOf.ts";
import { chainOperatorKey } from "../keys/chainOperatorKey.ts";
import { retireDeployer } from "./retireDeployer.ts";

const LOCAL_SCRYPT_COST = 16_384;
/** More than the dearest contract takes; a block holds twelve such transactions. */
const GAS_LIMIT = 8_000_000n;

/** Deploys the ledger's contracts where they aren't yet and takes the deployer's rights; answers the deployment's file. */
export async function deployContracts(directory: string, rpcUrl: string): Promise<string> {
  const secrets = await secretsOf(directory);
  const { gasPrice } = engineProfiles.avalanche;
  const tagKey = await tagKeyOf(directory, secrets.keystorePassphrase, LOCAL_SCRYPT_COST);
  const fees = { gasPrice, gasLimit: GAS_LIMIT };
  const file = await deploymentOf(directory, rpcUrl, secrets, tagKey.publicKey, fees);
  await retireDeployer(rpcUrl, secrets, await chainOperatorKey.open(directory), gasPrice);
  return file;
}
