import { join } from "node:path";
import type { Secrets } from "../../stack/secretsOf.ts";
import { chainOperatorKey } from "../keys/chainOperatorKey.ts";
import type { NetworkState } from "../networkState.ts";
import { gatewayFiles } from "./gatewayFiles.ts";

/** Files that lie beside their passphrase need no dearer key derivation. */
const LOCAL_SCRYPT_COST = 16_384;

/** The environment of a network's n-th gateway (from 1). What the caller sets goes before what is chosen here. */
export function gatewayEnvironment(
  directory: string,
  state: NetworkState,
  index: number,
  secrets: Secrets,
): NodeJS.ProcessEnv {
  // A retired validator's node follows the ledger no more.
  const urls = state.validators.flatMap(({ rpcUrl, retired }) =>
    rpcUrl === undefined || retired === true ? [] : [rpcUrl],
  );
  // Each gateway begins at another validator, so that one that falls doesn't stop both.
  const begin = (index - 1) % urls.length;
  const ordered = [...urls.slice(begin), ...urls.slice(0, begin)];
  const own = state.gateways[index - 1];
  return {
    LOG_LEVEL: "warn",
    KEYSTORE_SCRYPT_COST: String(LOCAL_SCRYPT_COST),
    ...process.env,
    ENGINE: "avalanche",
    RPC_URL: ordered[0],
    RPC_URLS: ordered.join(","),
    VALIDATORS_FILE: join(directory, "validators.json"),
    CHAIN_OPERATOR_KEY_FILE: chainOperatorKey.file(directory),
    DEPLOYMENT_FILE: state.deploymentFile,
    DATABASE_URL: state.postgresUrl,
    DATA_DIRECTORY: gatewayFiles(directory, index).folder,
    KEYSTORE_PASSPHRASE: secrets.keystorePassphrase,
    HOST: "127.0.0.1",
    PORT: String(own?.port ?? 0),
    PUBLIC_URL: own?.url ?? "",
    DEMO: String(state.demo),
  };
}
