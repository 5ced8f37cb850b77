import type { Hex } from "../../chain/hex.ts";
import type { ConsensusProof } from "../consensusProof.ts";
import type { RecoverSigner } from "./recoverSigner.ts";
import { verifyValidatorHops } from "./verifyValidatorHops.ts";

/** Whom a verifier of sealed headers trusts. */
export type QbftTrust = { readonly validators: readonly Hex[] };

/** Blocks of QBFT, proved by their seals alone; hops of the validator set are among the headers. */
export const qbftProof: ConsensusProof<QbftTrust, { readonly recover?: RecoverSigner }> = {
  kind: "qbft",
  proves:
    "Each block was sealed by a quorum of its validators, and the validators follow from the trusted set by hops that more " +
    "than a third of the set before sealed. It holds while fewer than a third of each of those sets are dishonest, and it " +
    "says nothing about another block of the same number that they might have sealed as well.",
  verify(headers, { validators }, { recover }) {
    const blocks = verifyValidatorHops({ validators, headers, ...(recover && { recover }) });
    const [first, last] = [blocks[0], blocks.at(-1)];
    const range =
      first === last
        ? `Block ${first?.number} is`
        : `${blocks.length} blocks from ${first?.number} to ${last?.number} are`;
    const sentence =
      blocks.length === 0
        ? "No block was to be proved."
        : `${range} sealed by validators that follow from the ${validators.length} trusted ones.`;
    return { kind: "qbft", trust: "validators", blocks, sentence };
  },
};
