import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { CheckpointTrust } from "./checkpointTrust.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";
import { verifyCheckpoint } from "./verifyCheckpoint.ts";

/** Two trusted signers about one block: they may say more or less of it, but nothing else. */
function checkAgree(checkpoints: readonly SignedCheckpoint[]): void {
  const byBlock = new Map<number, SignedCheckpoint>();
  for (const checkpoint of checkpoints) {
    const { block, blockHash, stateRoot, signer } = checkpoint;
    const other = byBlock.get(block) ?? checkpoint;
    byBlock.set(block, other);
    if (other.blockHash === blockHash && other.stateRoot === stateRoot) continue;
    const sentence = `${other.signer} and ${signer} signed for two different blocks ${block}: one of them was shown another history.`;
    throw new ConsensusError("checkpoint-split-view", sentence, { details: { block } });
  }
}

/**
 * The checkpoints that trusted accounts signed. Every signature is checked, a stranger's too.
 *
 * @throws ConsensusError `checkpoint-signature-invalid`, `checkpoint-signer-unknown` when nobody trusted is among the
 * signers, `checkpoint-ledger-differs`, `checkpoint-split-view`
 */
export function trustedCheckpoints(
  { chainId, genesisHash, signers }: CheckpointTrust,
  checkpoints: readonly SignedCheckpoint[],
): SignedCheckpoint[] {
  const accounts = new Set(signers.map(({ account }) => account.toLowerCase()));
  for (const checkpoint of checkpoints) verifyCheckpoint(checkpoint);
  const trusted = checkpoints.filter(({ account }) => accounts.has(account.toLowerCase()));
  if (trusted.length === 0) {
    const sentence = `None of the ${accounts.size} trusted accounts signed any of ${checkpoints.length} checkpoints.`;
    throw new ConsensusError("checkpoint-signer-unknown", sentence);
  }
  for (const checkpoint of trusted) {
    const { block, signer } = checkpoint;
    const sameGenesis = checkpoint.genesisHash === genesisHash.toLowerCase();
    if (checkpoint.chainId === chainId && sameGenesis) continue;
    const sentence = `The checkpoint of block ${block} by ${signer} is about another ledger.`;
    throw new ConsensusError("checkpoint-ledger-differs", sentence, { details: { block } });
  }
  checkAgree(trusted);
  return trusted;
}
