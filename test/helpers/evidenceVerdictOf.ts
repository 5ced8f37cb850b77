import { BaseError } from "../../sdk/index.ts";
import { fastRecoverSigner } from "../../sdk/node.ts";
import {
  type EvidenceTrust,
  type EvidenceVerdict,
  evidenceText,
  verifyEvidence,
} from "../../sdk/provenance/index.ts";

/** The verdict about a bundle's file, or the code of why it is refused; any other error is a defect of the verifier. */
export function evidenceVerdictOf(text: string, trust: EvidenceTrust): EvidenceVerdict | string {
  try {
    return verifyEvidence(evidenceText.read(text), trust, { recover: fastRecoverSigner });
  } catch (error) {
    if (error instanceof BaseError) return error.code;
    throw error;
  }
}
