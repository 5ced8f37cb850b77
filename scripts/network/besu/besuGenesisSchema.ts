import { z } from "zod";
import { qbftMixHash } from "../../../sdk/consensus/qbft/qbftMixHash.ts";

/**
 * Besu reads a genesis without complaint about names that it doesn't know, so a misspelt one is a rule that nobody
 * applies. These are the documented names, spelled as Besu spells them, and nothing else.
 *
 * Sources: "Genesis file items" and "Configure QBFT consensus" of Besu's documentation
 * (besu.hyperledger.org/public-networks/reference/genesis-items and private-networks/how-to/configure/consensus/qbft);
 * JsonGenesisConfigOptions, JsonBftConfigOptions and GenesisConfig of github.com/besu-eth/besu, as of 26.8.
 */
const hex = (bytes: number) =>
  z.string().regex(new RegExp(`^0x[0-9a-f]{${bytes * 2}}$`), `must be ${bytes} bytes in hex`);
const quantity = z
  .string()
  .regex(/^0x(0|[1-9a-f][0-9a-f]*)$/, "must be a number in hex without leading zeros");
const whole = z.number().int().min(0);

/** In the order in which Besu wants them activated. */
const milestones = {
  homesteadBlock: whole.optional(),
  eip150Block: whole.optional(),
  eip158Block: whole.optional(),
  byzantiumBlock: whole.optional(),
  constantinopleBlock: whole.optional(),
  petersburgBlock: whole.optional(),
  istanbulBlock: whole.optional(),
  muirGlacierBlock: whole.optional(),
  berlinBlock: whole.optional(),
  londonBlock: whole.optional(),
  shanghaiTime: whole.optional(),
  cancunTime: whole.optional(),
  pragueTime: whole.optional(),
  osakaTime: whole.optional(),
};

const qbft = z.strictObject({
  blockperiodseconds: whole.min(1),
  /** Seconds between blocks without transactions; the same as with them when absent. */
  emptyblockperiodseconds: whole.optional(),
  epochlength: whole.min(1),
  requesttimeoutseconds: whole.min(1),
  messagequeuelimit: whole.optional(),
  duplicatemessagelimit: whole.optional(),
  futuremessageslimit: whole.optional(),
  futuremessagesmaxdistance: whole.optional(),
  gossipedhistorylimit: whole.optional(),
  pertxgaslimit: whole.optional(),
  blockreward: z.string().optional(),
  miningbeneficiary: hex(20).optional(),
  // Documented, and refused: a set kept in a contract is state, which seals can't prove (ADR 25).
  validatorcontractaddress: z
    .never("keeps the validators in a contract; use header mode")
    .optional(),
});

const config = z.strictObject({
  chainId: whole.min(1),
  ...milestones,
  zeroBaseFee: z.literal(true, "must be true: gas costs nothing here"),
  contractSizeLimit: whole.optional(),
  evmStackSize: whole.optional(),
  qbft,
});

const account = z.strictObject({
  balance: z.string().optional(),
  nonce: quantity.optional(),
  code: z.string().optional(),
  storage: z.record(z.string(), z.string()).optional(),
});

/** A Besu genesis with header-mode QBFT and free gas. */
export const besuGenesisSchema = z.strictObject({
  config,
  nonce: quantity,
  timestamp: quantity,
  extraData: z.string().regex(/^0x([0-9a-f]{2})+$/, "must be bytes in hex"),
  gasLimit: quantity,
  difficulty: z.literal("0x1", "must be 0x1"),
  /** Marks the blocks of this family of engines. */
  mixHash: z.literal(qbftMixHash),
  coinbase: hex(20),
  baseFeePerGas: z.literal("0x0", "must be 0x0: gas costs nothing here"),
  alloc: z.record(z.string().regex(/^0x[0-9a-f]{40}$/), account),
});

export type BesuGenesis = z.infer<typeof besuGenesisSchema>;
