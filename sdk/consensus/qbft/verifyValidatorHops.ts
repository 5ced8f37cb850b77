import type { BlockHeader } from "../../chain/blockHeader.ts";
import type { Hex } from "../../chain/hex.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { ProvedBlock } from "../consensusProof.ts";
import { checkQbftHeader } from "./checkQbftHeader.ts";
import { checkSeals } from "./checkSeals.ts";
import { type RecoverSigner, recoverSigner } from "./recoverSigner.ts";

export type VerifyValidatorHopsParameters = {
  /** The set that is trusted to begin with. */
  readonly validators: readonly Hex[];
  /** In ascending order of their numbers, with blocks left out between them as one likes. */
  readonly headers: readonly BlockHeader[];
  /** In JavaScript by default. */
  readonly recover?: RecoverSigner;
};

function refuse(number: bigint, sentence: string): ConsensusError {
  const details = { block: number.toString() };
  return new ConsensusError("qbft-hop-untrusted", sentence, { details });
}

/**
 * Proves headers without those between them: each is sealed by a quorum of the validators that it lists, and by more than
 * a third of the set that was trusted so far, so that at least one honest validator of that set vouches for the new one
 * while fewer than a third are dishonest. Its set is trusted from there on.
 *
 * @throws ConsensusError with the code of what is wrong
 */
export function verifyValidatorHops(parameters: VerifyValidatorHopsParameters): ProvedBlock[] {
  const { validators, headers, recover = recoverSigner } = parameters;
  let trusted: ReadonlySet<Hex> = new Set(validators.map((account) => account.toLowerCase()));
  let last: BlockHeader | undefined;
  return headers.map((header) => {
    const { number, hash } = header;
    if (last !== undefined && number <= last.number) {
      throw refuse(number, `Block ${number} comes after block ${last.number} in the proof.`);
    }
    if (last?.number === number - 1n && header.parentHash !== last.hash) {
      throw refuse(
        number,
        `Block ${number} does not follow the block ${last.number} of the proof.`,
      );
    }
    const extraData = checkQbftHeader(header);
    const own = new Set(extraData.validators);
    const signers = checkSeals(header, own, recover);
    const known = signers.filter((signer) => trusted.has(signer)).length;
    if (known * 3 <= trusted.size) {
      const sentence = `Block ${number} is sealed by ${known} of ${trusted.size} trusted validators, which is no more than a third.`;
      throw refuse(number, sentence);
    }
    [trusted, last] = [own, header];
    return { number, hash, signers };
  });
}
