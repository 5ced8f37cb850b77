import { keccak } from "../../anchors/keccak.ts";
import type { BlockHeader } from "../../chain/blockHeader.ts";
import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { hashWithExtraData } from "./hashWithExtraData.ts";
import { readQbftHeader } from "./readQbftHeader.ts";
import type { RecoverSigner } from "./recoverSigner.ts";

/** The account of a public key of 65 bytes. */
function accountOf(publicKey: Uint8Array): Hex {
  return hexOf(keccak(publicKey.subarray(1)).subarray(12));
}

function sealerOf(digest: Uint8Array, seal: Hex, recover: RecoverSigner): Hex | undefined {
  const bytes = bytesOf(seal);
  const parity = bytes[64];
  if (parity !== 0 && parity !== 1) return undefined;
  try {
    return accountOf(recover(digest, bytes.subarray(0, 64), parity));
  } catch {
    return undefined;
  }
}

/**
 * Who sealed a block: each seal signs the header with its round and without seals, with no prefix.
 *
 * @throws ConsensusError `qbft-seal-invalid` where one is no signature at all
 */
export function sealersOf({ number, fields }: BlockHeader, recover: RecoverSigner): Hex[] {
  const { extraData, digest: named } = readQbftHeader(fields);
  const inRound = { ...extraData, seals: [] };
  const digest = extraData.round === 0 ? named : hashWithExtraData(fields, inRound);
  return extraData.seals.map((seal, index) => {
    const sealer = sealerOf(digest, seal, recover);
    if (sealer !== undefined) return sealer;
    const sentence = `Seal ${index} of block ${number} is no signature.`;
    const details = { block: number.toString(), seal: index };
    throw new ConsensusError("qbft-seal-invalid", sentence, { details });
  });
}
