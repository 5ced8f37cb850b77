import { z } from "zod";

const address = z.string().regex(/^0x[0-9a-f]{40}$/);

/** `network.json` of a Besu network: what it is, and by what to recognise it. */
export const besuNetworkSchema = z.strictObject({
  engine: z.literal("besu"),
  /** Said wherever these files are read. */
  status: z.string(),
  chainId: z.number().int().min(1),
  /** Of block 0 as every node must have it, computed here. */
  genesisHash: z.string().regex(/^0x[0-9a-f]{64}$/),
  /** The trusted set to begin with, ascending. */
  validators: z.array(address).min(4),
  /** How many of them seal a block. */
  quorum: z.number().int(),
  /** Who may send transactions to begin with. */
  accounts: z.array(address).min(1),
  nodes: z.array(
    z.strictObject({
      name: z.string(),
      role: z.enum(["validator", "reader"]),
      address,
      enode: z.string(),
      rpcUrl: z.url(),
      metricsUrl: z.url(),
    }),
  ),
});

export type BesuNetwork = z.infer<typeof besuNetworkSchema>;
