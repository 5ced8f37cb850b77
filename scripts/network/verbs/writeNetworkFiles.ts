import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { chainConfigs } from "../genesis/chainConfigs.ts";
import { platformGenesis } from "../genesis/platformGenesis.ts";
import type { NetworkKeys } from "../keys/networkKeys.ts";
import type { NetworkState } from "../networkState.ts";
import { writeValidatorKeys } from "../validator/writeValidatorKeys.ts";

/** The genesis may not begin in the future of any validator's clock. */
const HEAD_START_SECONDS = 60;

/** Writes what the validators read before they start the first time: genesis, keys, the contract chain's settings. */
export async function writeNetworkFiles(
  directory: string,
  { networkId }: NetworkState,
  keys: NetworkKeys,
): Promise<void> {
  const startTime = Math.floor(Date.now() / 1000) - HEAD_START_SECONDS;
  const genesis = platformGenesis({ networkId, keys, startTime });
  await writeDurably(join(directory, "genesis.json"), JSON.stringify(genesis, null, 2));
  const contract = join(directory, "configs", "chains", "C");
  await mkdir(contract, { recursive: true });
  await mkdir(join(directory, "configs", "subnets"), { recursive: true });
  await writeDurably(join(contract, "config.json"), JSON.stringify(chainConfigs.contract, null, 2));
  for (const [position, validator] of keys.validators.entries()) {
    await writeValidatorKeys(directory, position + 1, validator);
  }
}
