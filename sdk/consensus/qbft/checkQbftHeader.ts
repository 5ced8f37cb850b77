import type { BlockHeader } from "../../chain/blockHeader.ts";
import { headerFieldAt } from "../../chain/headerFieldAt.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { ConsensusError, type ConsensusErrorCode } from "../../errors/ConsensusError.ts";
import type { QbftExtraData } from "./qbftExtraData.ts";
import { qbftMixHash } from "./qbftMixHash.ts";
import { readQbftHeader } from "./readQbftHeader.ts";

const DIFFICULTY = "0x01";

/**
 * What every sealed header has by itself, whatever came before it. Its proposer is one of its validators; which one is not
 * told by its round, since a later round may commit what an earlier one proposed.
 *
 * @throws ConsensusError `qbft-extra-data-invalid`, `qbft-header-invalid`, `qbft-validators-missing`,
 * `qbft-proposer-unknown`
 */
export function checkQbftHeader({ number, hash, fields }: BlockHeader): QbftExtraData {
  const block = number.toString();
  const refuse = (code: ConsensusErrorCode, sentence: string): ConsensusError =>
    new ConsensusError(code, sentence, { details: { block } });
  if (
    fields[headerFieldAt.difficulty] !== DIFFICULTY ||
    fields[headerFieldAt.mixHash] !== qbftMixHash
  ) {
    const sentence = `Block ${block} has another difficulty or mix hash than QBFT's.`;
    throw refuse("qbft-header-invalid", sentence);
  }
  const { extraData, digest } = readQbftHeader(fields);
  if (hexOf(digest) !== hash) {
    throw refuse("qbft-header-invalid", `Block ${block} has not the hash ${hash} on QBFT.`);
  }
  const { validators } = extraData;
  if (validators.length === 0) {
    const sentence = `Block ${block} lists no validators: their set is kept in a contract, which seals can't prove.`;
    throw refuse("qbft-validators-missing", sentence);
  }
  if (validators.some((each, index) => index > 0 && each <= (validators[index - 1] ?? ""))) {
    const sentence = `Block ${block} does not list its validators in ascending order.`;
    throw refuse("qbft-validators-differ", sentence);
  }
  const proposer = fields[headerFieldAt.miner] ?? "";
  if (validators.includes(proposer)) return extraData;
  const sentence = `Block ${block} was proposed by ${proposer}, which is no validator of it.`;
  throw refuse("qbft-proposer-unknown", sentence);
}
