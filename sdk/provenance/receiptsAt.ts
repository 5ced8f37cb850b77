import type { BlockHeader } from "../chain/blockHeader.ts";
import { indexKey } from "../chain/indexKey.ts";
import { verifyTrieProof } from "../chain/verifyTrieProof.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { DecodedEvent } from "../events/decodeEvent.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import { type PassCause, passCauses } from "../vocabulary/passCauses.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { LineageLink } from "./lineageAt.ts";
import { lineageEvent } from "./lineageEvent.ts";
import { receiptLogs } from "./receiptLogs.ts";

/** When and how one certificate of the lineage came to be, by the receipt of the transaction. */
export type HopFacts = {
  readonly certificate: bigint;
  readonly block: number;
  /** Block time in seconds. */
  readonly at: bigint;
  /** Minor units it began with. */
  readonly value: bigint;
  /** Null for the root certificate. */
  readonly cause: PassCause | null;
  /** Digest of the trade that it paid for; null for the root certificate. */
  readonly tradeReference: string | null;
};

type Receipt = EvidenceBundle["receipts"][number];

function invalid({ block, index }: Receipt, reason: string): EvidenceError {
  const sentence = `Receipt ${index} of block ${block} ${reason}.`;
  return new EvidenceError("evidence-receipt-invalid", sentence);
}

function hopOf({ name, args }: DecodedEvent, header: BlockHeader): HopFacts {
  const passed = name === "Passed";
  return {
    certificate: BigInt(String(args["id"])),
    block: Number(header.number),
    at: header.timestamp,
    value: BigInt(String(args["value"])),
    cause: passed ? nameAt(passCauses, BigInt(String(args["cause"]))) : null,
    tradeReference: passed ? String(args["tradeReference"]) : null,
  };
}

/**
 * What the receipts of a bundle say of its lineage.
 *
 * @param blocks proved headers by number
 * @throws EvidenceError `evidence-receipt-invalid`; ChainProofError
 */
export function receiptsAt(
  { receipts, contracts }: Pick<EvidenceBundle, "receipts" | "contracts">,
  blocks: ReadonlyMap<number, BlockHeader>,
  lineage: readonly LineageLink[],
): readonly HopFacts[] {
  const certificates = new Set(lineage.map(({ certificate }) => certificate));
  const hops = receipts.flatMap((receipt) => {
    const header = blocks.get(receipt.block);
    if (header === undefined) throw invalid(receipt, "has no proved header");
    const encoded = verifyTrieProof(header.receiptsRoot, indexKey(receipt.index), receipt.proof);
    if (encoded === undefined) throw invalid(receipt, "doesn't exist");
    const events = receiptLogs(encoded)
      .map((log) => lineageEvent(contracts.creditCertificates, certificates, log))
      .filter((event) => event !== undefined);
    if (events.length === 0) throw invalid(receipt, "says nothing of this lineage");
    return events.map((event) => hopOf(event, header));
  });
  if (new Set(hops.map(({ certificate }) => certificate)).size === hops.length) return hops;
  const sentence = "A certificate of the lineage would have come to be twice.";
  throw new EvidenceError("evidence-receipt-invalid", sentence);
}
