import type { GatewayConfig } from "../config/gatewayConfig.ts";
import type { Database } from "../database/database.ts";
import { createKeystore, type Keystore } from "./createKeystore.ts";
import { createSigners } from "./createSigners.ts";
import { readSigners } from "./readSigners.ts";

type KeyConfig = Pick<GatewayConfig, "keystorePassphrase" | "keystoreScryptCost" | "signersFile">;

/** Every key that a gateway of this configuration can use. Rejects with sentences about a SIGNERS_FILE that is wrong. */
export async function openKeystore(config: KeyConfig, database: Database): Promise<Keystore> {
  const { keystorePassphrase: passphrase, keystoreScryptCost: scryptCost, signersFile } = config;
  const keystore = createKeystore({ database, passphrase, scryptCost });
  return createSigners({ database, keystore, holders: await readSigners(signersFile) });
}
