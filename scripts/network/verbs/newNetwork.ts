import { randomBytes, randomInt } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../../ledger/freePort.ts";
import { subnetConfig } from "../genesis/subnetConfig.ts";
import type { NetworkKeys } from "../keys/networkKeys.ts";
import type { NetworkState } from "../networkState.ts";
import { durablePostgres } from "../services/durablePostgres.ts";
import { namespaces } from "../validator/namespaces.ts";
import { validatorPlace } from "../validator/validatorPlace.ts";

/** How a network that doesn't exist yet is to be. */
export interface NewNetworkOptions {
  readonly directory: string;
  readonly demo: boolean;
  /** Where it isn't said: namespaces where they can be made. */
  readonly isolation?: NetworkState["isolation"];
  /** Somebody else's PostgreSQL. */
  readonly databaseUrl?: string;
  /** Of the first gateway; the second one takes the next. Free ones without it. */
  readonly gatewayPort?: number;
}

const GATEWAYS = 2;

async function databaseOf({ directory, databaseUrl }: NewNetworkOptions) {
  if (databaseUrl !== undefined) return { postgresUrl: databaseUrl };
  const postgres = {
    data: durablePostgres.place(directory),
    port: await freePort(),
    password: randomBytes(18).toString("base64url"),
  };
  return { postgresUrl: durablePostgres.url(postgres), postgres };
}

/** Numbers, ports and addresses of a network that begins; nothing is started yet. */
export async function newNetwork(
  options: NewNetworkOptions,
  keys: NetworkKeys,
): Promise<NetworkState> {
  const { directory, demo, gatewayPort } = options;
  const isolation =
    options.isolation ?? (namespaces.arePossible() ? "namespaces" : ("loopback" as const));
  const validators: NetworkState["validators"] = [];
  for (const [position, { nodeId, publicKey }] of keys.validators.entries()) {
    const place = await validatorPlace(directory, isolation, position + 1);
    const weight = String(subnetConfig.validatorWeight);
    validators.push({ index: position + 1, nodeId, ...place, publicKey, weight });
  }
  const gateways: NetworkState["gateways"] = [];
  for (let index = 0; index < GATEWAYS; index++) {
    const port = gatewayPort === undefined ? await freePort() : gatewayPort + index;
    gateways.push({ url: `http://127.0.0.1:${port}`, port });
  }
  return {
    engine: "avalanche",
    // Of its own for each network, so that nothing signed for one is good on another.
    networkId: randomInt(100_000_000, 2_000_000_000),
    chainId: randomInt(100_000_000, 2_000_000_000),
    isolation,
    validators,
    deploymentFile: join(directory, "deployment.json"),
    gateways,
    demo,
    ...(await databaseOf(options)),
  };
}
