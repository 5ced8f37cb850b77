import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { LineageLink } from "./lineageAt.ts";
import type { ReceivableFacts } from "./receivableAt.ts";
import { signaturesAt } from "./signaturesAt.ts";
import type { WordReader } from "./wordReader.ts";

type Signatures = EvidenceBundle["signatures"];
type Ground = Pick<EvidenceBundle, "chainId" | "contracts">;

const none: Signatures = { confirmation: null, acceptance: null, endorsements: [] };

/**
 * The signatures that can be proved: an account that was revoked since, or that contracts decide for, says nothing to who
 * has no node.
 */
export function keptSignatures(
  reader: WordReader,
  ground: Ground,
  carried: Signatures,
  receivable: ReceivableFacts,
  lineage: readonly LineageLink[],
): Signatures {
  const holds = (signatures: Signatures): boolean => {
    try {
      return signaturesAt(reader, { ...ground, signatures }, receivable, lineage).length > 0;
    } catch (error) {
      if (error instanceof EvidenceError) return false;
      throw error;
    }
  };
  const { confirmation, acceptance, endorsements } = carried;
  return {
    confirmation: holds({ ...none, confirmation }) ? confirmation : null,
    acceptance: holds({ ...none, acceptance }) ? acceptance : null,
    endorsements: endorsements.filter((each) => holds({ ...none, endorsements: [each] })),
  };
}
