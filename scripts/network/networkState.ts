import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeDurably } from "../ledger/writeDurably.ts";
import { NetworkError } from "./NetworkError.ts";

const port = z.int().min(1).max(65_535);

const schema = z.object({
  engine: z.literal("avalanche"),
  networkId: z.int().min(1),
  /** CB58; absent until they are made. */
  subnetId: z.string().optional(),
  blockchainId: z.string().optional(),
  /** Of the EVM. */
  chainId: z.int().min(1),
  /** Each validator in a network namespace of its own, or all on the loopback address. */
  isolation: z.enum(["namespaces", "loopback"]),
  validators: z.array(
    z.object({
      index: z.int().min(1),
      nodeId: z.string(),
      host: z.string(),
      httpPort: port,
      stakingPort: port,
      /** Absent until the chain is made. */
      rpcUrl: z.string().optional(),
      warpUrl: z.string().optional(),
      publicKey: z.string(),
      weight: z.string(),
      /** Validates the ledger's chain no more, but its stake in the network below it goes on. */
      retired: z.boolean().optional(),
    }),
  ),
  deploymentFile: z.string(),
  gateways: z.array(z.object({ url: z.string(), port })),
  demo: z.boolean(),
  postgresUrl: z.string(),
  /** Absent where the database is somebody else's. */
  postgres: z.object({ data: z.string(), port, password: z.string() }).optional(),
});

/** What `network.json` in a network's directory says. Paths are absolute. */
export type NetworkState = z.output<typeof schema>;

function fileIn(directory: string): string {
  return join(directory, "network.json");
}

/** A network's own record, kept in its directory. */
export const networkState = {
  schema,

  exists(directory: string): boolean {
    return existsSync(fileIn(directory));
  },

  /** @throws {NetworkError} NO_NETWORK, STATE_UNREADABLE */
  read(directory: string): NetworkState {
    if (!existsSync(fileIn(directory))) {
      const sentence = `There is no network in ${directory}: "npm run network -- up" makes one.`;
      throw new NetworkError("NO_NETWORK", sentence, 3);
    }
    try {
      return schema.parse(JSON.parse(readFileSync(fileIn(directory), "utf8")));
    } catch (error) {
      const sentence = `${fileIn(directory)} can't be read as a network's record.`;
      throw new NetworkError("STATE_UNREADABLE", sentence, 3, { cause: error });
    }
  },

  async write(directory: string, state: NetworkState): Promise<void> {
    await writeDurably(fileIn(directory), JSON.stringify(state, null, 2), 0o600);
  },
} as const;
