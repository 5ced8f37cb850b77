import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceTrust } from "./evidenceTrust.ts";
import type { EvidenceVerdict } from "./evidenceVerdict.ts";
import { factsAt, type StorageFacts } from "./factsAt.ts";
import { gapsOf } from "./gapsOf.ts";
import { type ProvedHeaders, type ProvedHeadersOptions, provedHeaders } from "./provedHeaders.ts";
import { provedWords } from "./provedWords.ts";
import { type HopFacts, receiptsAt } from "./receiptsAt.ts";

export type VerifyEvidenceOptions = ProvedHeadersOptions & {
  /** Seconds: a block before this is refused as stale. */
  readonly notBefore?: bigint | undefined;
};

function requireSameLedger(bundle: EvidenceBundle, trust: EvidenceTrust): void {
  const differ = (what: string, told: string | number, trusted: string | number): EvidenceError =>
    new EvidenceError(
      "evidence-chain-differs",
      `The bundle is about another ledger: its ${what} is ${told}, the trusted one ${trusted}.`,
      { details: { what, told, trusted } },
    );
  if (bundle.chainId !== trust.chainId) throw differ("chain", bundle.chainId, trust.chainId);
  if (bundle.genesis !== trust.genesis) throw differ("genesis", bundle.genesis, trust.genesis);
  for (const [name, trusted] of Object.entries(trust.contracts)) {
    const told = bundle.contracts[name as keyof EvidenceBundle["contracts"]];
    if (told !== trusted) throw differ(`contract ${name}`, told, trusted);
  }
}

function verdictOf(
  { chainId, genesis }: EvidenceBundle,
  { at, trust }: ProvedHeaders,
  { lineage, ...facts }: StorageFacts,
  hops: readonly HopFacts[],
): EvidenceVerdict {
  const { parent: _, ...certificate } = lineage[0];
  const shown = {
    ...facts,
    certificate,
    trust,
    lineage: lineage.map(({ certificate: id, owner: holder, tier }) => {
      const hop = hops.find((each) => each.certificate === id) ?? null;
      return { certificate: id, holder, tier, hop };
    }),
  };
  const block = { number: Number(at.number), hash: at.hash, at: at.timestamp };
  return { outcome: "proved", chainId, genesis, block, ...shown, ...gapsOf(shown) };
}

/**
 * Checks a bundle with nothing but itself and whom one trusts: no node, no network, no database. What it proves is what the
 * verdict says, and no more.
 *
 * @throws EvidenceError or ChainProofError or ConsensusError, which say what is refused and why
 *
 * @example
 * import { exportEvidence, headerFromRlp, signCheckpoint, verifyEvidence } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued();
 * const source = { request: ({ method, params }) => provider.send(method, params) };
 * const { bundle } = await exportEvidence(source, { deployment, certificate });
 * const { chainId, genesis, contracts, block } = bundle;
 * const { hash: blockHash, stateRoot } = headerFromRlp(bundle.headers.at(-1));
 * const checkpoint = await signCheckpoint(signers.auditor, {
 *   chainId, genesisHash: genesis, block, blockHash, stateRoot, digest: null, tables: [],
 *   signer: "Plain Audit", at: "2026-11-23T00:00:00Z",
 * });
 * const auditors = [{ name: "Plain Audit", account: checkpoint.account }];
 * const trust = { kind: "checkpoint", chainId, genesis, contracts, signers: auditors };
 * const verdict = verifyEvidence(bundle, trust, { checkpoints: [checkpoint] });
 * verdict.certificate.value // => 1_000_000_00n
 * verdict.notProved.includes("seals") // => true
 */
export function verifyEvidence(
  bundle: EvidenceBundle,
  trust: EvidenceTrust,
  { notBefore = 0n, ...options }: VerifyEvidenceOptions = {},
): EvidenceVerdict {
  requireSameLedger(bundle, trust);
  const headers = provedHeaders(bundle, trust, options);
  const { number, timestamp, stateRoot } = headers.at;
  if (timestamp < notBefore) {
    const sentence = `Block ${number} is of ${timestamp}, before ${notBefore}: the bundle is stale.`;
    throw new EvidenceError("evidence-stale", sentence);
  }
  const words = provedWords(bundle, stateRoot);
  const facts = factsAt(words, bundle);
  words.requireAllRead();
  return verdictOf(bundle, headers, facts, receiptsAt(bundle, headers.blocks, facts.lineage));
}
