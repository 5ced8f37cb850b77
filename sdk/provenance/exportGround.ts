import type { BlockHeader } from "../chain/blockHeader.ts";
import type { ConsensusKind } from "../consensus/consensusProof.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceNode } from "./evidenceNode.ts";

/** What an export stands on: a node, a ledger and the block at whose end everything is proved. */
export type ExportGround = {
  readonly node: EvidenceNode;
  readonly kind: ConsensusKind;
  readonly chainId: number;
  readonly genesis: BlockHeader;
  readonly contracts: EvidenceBundle["contracts"];
  readonly at: BlockHeader;
};
