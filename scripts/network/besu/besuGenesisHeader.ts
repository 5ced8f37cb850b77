import type { BlockHeader } from "../../../sdk/chain/blockHeader.ts";
import { headerOf } from "../../../sdk/chain/headerOf.ts";
import { scalarOf } from "../../../sdk/chain/scalarOf.ts";
import { trieRoot } from "../../../sdk/chain/trieRoot.ts";
import { qbftHeaders } from "../../../sdk/consensus/qbft/qbftHeaders.ts";
import { BesuError } from "./BesuError.ts";
import type { BesuGenesis } from "./besuGenesisSchema.ts";

const zeros = (bytes: number) => `0x${"00".repeat(bytes)}`;
/** Keccak256 of an empty RLP list. */
const NO_UNCLES = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";

/**
 * Block 0 as every node must have it, with its hash: what to compare before anything is written to a new network.
 *
 * @throws BesuError `besu-genesis-invalid` for a genesis with accounts, whose state root isn't computed here
 */
export function besuGenesisHeader(genesis: BesuGenesis): BlockHeader {
  if (Object.keys(genesis.alloc).length > 0) {
    const sentence = "The genesis has accounts, so that its state root is not computed here.";
    throw new BesuError("besu-genesis-invalid", sentence);
  }
  const empty = trieRoot([]);
  const fields = [
    zeros(32),
    NO_UNCLES,
    genesis.coinbase,
    empty,
    empty,
    empty,
    zeros(256),
    scalarOf(genesis.difficulty),
    "0x",
    scalarOf(genesis.gasLimit),
    "0x",
    scalarOf(genesis.timestamp),
    genesis.extraData,
    genesis.mixHash,
    `0x${genesis.nonce.slice(2).padStart(16, "0")}`,
    scalarOf(genesis.baseFeePerGas),
    // Of Shanghai, then of Cancun, which are both active from block 0.
    empty,
    "0x",
    "0x",
    zeros(32),
  ];
  return headerOf(fields, qbftHeaders);
}
