import type { BlockHeader } from "../../chain/blockHeader.ts";
import type { Hex } from "../../chain/hex.ts";
import { ConsensusError, type ConsensusErrorCode } from "../../errors/ConsensusError.ts";
import { qbftQuorum } from "./qbftQuorum.ts";
import type { RecoverSigner } from "./recoverSigner.ts";
import { sealersOf } from "./sealersOf.ts";

/**
 * Who sealed a block, when a quorum of its validators did and nobody else.
 *
 * @throws ConsensusError `qbft-seal-invalid`, `qbft-seals-doubled`, `qbft-seal-of-stranger`, `qbft-seals-too-few`
 */
export function checkSeals(
  header: BlockHeader,
  validators: ReadonlySet<Hex>,
  recover: RecoverSigner,
): Hex[] {
  const block = header.number.toString();
  const refuse = (code: ConsensusErrorCode, sentence: string): ConsensusError =>
    new ConsensusError(code, sentence, { details: { block } });
  const sealers = sealersOf(header, recover);
  if (new Set(sealers).size !== sealers.length) {
    throw refuse("qbft-seals-doubled", `Block ${block} has two seals of one validator.`);
  }
  // A seal for another round or block recovers to an account of nobody.
  const stranger = sealers.find((sealer) => !validators.has(sealer));
  if (stranger !== undefined) {
    const sentence = `Block ${block} has a seal of ${stranger}, which is no validator of it.`;
    throw refuse("qbft-seal-of-stranger", sentence);
  }
  const needed = qbftQuorum(validators.size);
  if (sealers.length >= needed) return sealers;
  const sentence = `Block ${block} has ${sealers.length} seals of ${validators.size} validators, and needs ${needed}.`;
  throw refuse("qbft-seals-too-few", sentence);
}
