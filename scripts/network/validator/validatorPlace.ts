import { freePort } from "../../ledger/freePort.ts";
import type { NetworkState } from "../networkState.ts";
import { namespaces } from "./namespaces.ts";

const HTTP_PORT = 9_650;
const STAKING_PORT = 9_651;

/** Address and ports of a validator that is about to be. */
export async function validatorPlace(
  directory: string,
  isolation: NetworkState["isolation"],
  index: number,
) {
  if (isolation === "namespaces") {
    const host = namespaces.host(directory, index);
    return { host, httpPort: HTTP_PORT, stakingPort: STAKING_PORT };
  }
  return { host: "127.0.0.1", httpPort: await freePort(), stakingPort: await freePort() };
}
