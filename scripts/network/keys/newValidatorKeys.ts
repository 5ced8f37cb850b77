import { blsKey } from "./blsKey.ts";
import { nodeIdOf } from "./nodeIdOf.ts";
import { stakingCertificate } from "./stakingCertificate.ts";

/** Identity of a validator and the key that it signs blocks' proofs with; `index` names its certificate. */
export function newValidatorKeys(index: number) {
  const { certificate, certificatePem, keyPem } = stakingCertificate(`validator-${index}`);
  const { secret: signerSecret, publicKey, proofOfPossession } = blsKey();
  const nodeId = nodeIdOf(certificate);
  return { nodeId, certificatePem, keyPem, signerSecret, publicKey, proofOfPossession };
}
