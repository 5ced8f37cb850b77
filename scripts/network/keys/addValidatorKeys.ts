import { join } from "node:path";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { type NetworkKeys, networkKeys } from "./networkKeys.ts";
import { newValidatorKeys } from "./newValidatorKeys.ts";

const asTheyAre = { validators: 0, members: 0, threshold: 0 };

/** Makes the keys of one more validator of a network that has its own; answers all keys. */
export async function addValidatorKeys(directory: string): Promise<NetworkKeys> {
  const keys = await networkKeys(directory, asTheyAre);
  const added = newValidatorKeys(keys.validators.length + 1);
  const grown = { ...keys, validators: [...keys.validators, added] };
  await writeDurably(join(directory, "keys.json"), JSON.stringify(grown, null, 2), 0o600);
  return grown;
}
