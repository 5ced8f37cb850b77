import { qbftMixHash } from "../../../sdk/consensus/qbft/qbftMixHash.ts";
import { writeQbftExtraData } from "../../../sdk/consensus/qbft/writeQbftExtraData.ts";
import { engineProfiles } from "../../../sdk/engine/engineProfiles.ts";
import { BesuError } from "./BesuError.ts";
import { type BesuGenesis, besuGenesisSchema } from "./besuGenesisSchema.ts";

/** What a genesis is made of. */
export interface BesuGenesisOptions {
  readonly chainId: number;
  /** Addresses of the validators' node keys, in any order. */
  readonly validators: readonly string[];
  /** In seconds; of block 0. */
  readonly timestamp: number;
  /** Seconds between empty blocks; every 2 s a block without it. */
  readonly emptyBlockSeconds?: number | undefined;
}

const { blockSeconds, blockGasLimit } = engineProfiles.besu;
const quantity = (value: number | bigint) => `0x${value.toString(16)}`;

/**
 * The genesis of a ledger on Besu: QBFT with the validators in the headers, free gas, forks up to Cancun from block 0, no
 * coin and no accounts. Later forks are left out: ADR 32 says why.
 *
 * @throws BesuError `besu-genesis-invalid`
 */
export function besuGenesis(options: BesuGenesisOptions): BesuGenesis {
  const { chainId, validators, timestamp, emptyBlockSeconds } = options;
  const sorted = [...new Set(validators.map((each) => each.toLowerCase()))].sort();
  const vanity = `0x${"00".repeat(32)}`;
  const genesis = besuGenesisSchema.safeParse({
    config: {
      chainId,
      homesteadBlock: 0,
      eip150Block: 0,
      eip158Block: 0,
      byzantiumBlock: 0,
      constantinopleBlock: 0,
      petersburgBlock: 0,
      istanbulBlock: 0,
      berlinBlock: 0,
      londonBlock: 0,
      shanghaiTime: 0,
      cancunTime: 0,
      zeroBaseFee: true,
      qbft: {
        blockperiodseconds: blockSeconds,
        ...(emptyBlockSeconds !== undefined && { emptyblockperiodseconds: emptyBlockSeconds }),
        epochlength: 30_000,
        // Besu advises to begin with twice the period; each further round doubles it.
        requesttimeoutseconds: 2 * blockSeconds,
      },
    },
    nonce: "0x0",
    timestamp: quantity(timestamp),
    extraData: writeQbftExtraData({ vanity, validators: sorted, round: 0, seals: [] }),
    gasLimit: quantity(blockGasLimit),
    difficulty: "0x1",
    mixHash: qbftMixHash,
    coinbase: `0x${"00".repeat(20)}`,
    // Without it Besu begins with 1 gwei, zeroBaseFee or not.
    baseFeePerGas: "0x0",
    alloc: {},
  });
  if (genesis.success && sorted.length === validators.length) return genesis.data;
  const why = genesis.error?.issues[0];
  const reason =
    why === undefined ? "a validator is named twice" : `${why.path.join(".")}: ${why.message}`;
  throw new BesuError("besu-genesis-invalid", `This makes no genesis: ${reason}.`);
}
