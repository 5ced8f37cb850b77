import { keccak } from "../anchors/keccak.ts";
import { ChainProofError } from "../errors/ChainProofError.ts";
import { bigintOf } from "./bigintOf.ts";
import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { readRlp } from "./readRlp.ts";
import type { RlpTree } from "./rlpTree.ts";
import { verifyTrieProof } from "./verifyTrieProof.ts";

export type VerifyStorageProofsParameters = {
  /** Of the block at whose end the state is meant. */
  readonly stateRoot: Hex;
  readonly address: Hex;
  /** `accountProof` of `eth_getProof`. */
  readonly accountProof: readonly Hex[];
  /** Each with `storageProof[].proof` of `eth_getProof`. */
  readonly slots: readonly { readonly slot: bigint; readonly proof: readonly Hex[] }[];
};

function keyOf(bytes: Hex): Hex {
  return hexOf(keccak(bytesOf(bytes)));
}

function storageRootOf(account: RlpTree): Hex {
  const root = typeof account === "string" ? undefined : account[2];
  if (typeof root === "string" && account.length === 4 && root.length === 66) return root;
  throw new ChainProofError("chain-proof-invalid", "The state's leaf is no account.");
}

/**
 * What storage slots of a contract held, proved from a block's state root. A slot that never held anything, or was
 * cleared, is proved to be zero.
 *
 * @returns one value a slot, in their order
 * @throws ChainProofError `chain-account-absent` where the proof shows that there is no such contract; those of
 * `verifyTrieProof`
 *
 * @example
 * import { headerFromRpc, verifyStorageProofs } from "@tallystick/sdk";
 *
 * const address = deployment.addresses.members;
 * const block = await provider.send("eth_getBlockByNumber", ["latest", false]);
 * const empty = "0x" + "12".repeat(32);
 * const { accountProof, storageProof } = await provider.send("eth_getProof", [address, [empty], block.number]);
 * const slots = storageProof.map(({ proof }) => ({ slot: BigInt(empty), proof }));
 * verifyStorageProofs({ stateRoot: headerFromRpc(block).stateRoot, address, accountProof, slots }) // => [0n]
 */
export function verifyStorageProofs(parameters: VerifyStorageProofsParameters): bigint[] {
  const { stateRoot, address, accountProof, slots } = parameters;
  const account = verifyTrieProof(stateRoot, keyOf(address.toLowerCase()), accountProof);
  if (account === undefined) {
    const sentence = `There is no contract ${address} in that state.`;
    throw new ChainProofError("chain-account-absent", sentence, { details: { address } });
  }
  const root = storageRootOf(readRlp(account));
  return slots.map(({ slot, proof }) => {
    const key = keyOf(`0x${slot.toString(16).padStart(64, "0")}`);
    const found = verifyTrieProof(root, key, proof);
    const value = found === undefined ? "0x" : readRlp(found);
    if (typeof value === "string" && value.length <= 66) return bigintOf(value);
    throw new ChainProofError("chain-proof-invalid", "The leaf of the storage is no word.");
  });
}
