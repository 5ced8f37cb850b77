import { EvidenceError } from "../errors/EvidenceError.ts";
import { type LienState, lienStates } from "../vocabulary/lienStates.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import { fieldOf } from "./fieldOf.ts";
import { ledgerLayout } from "./ledgerLayout.ts";
import { ledgerWord } from "./ledgerWord.ts";
import type { LineageLink } from "./lineageAt.ts";
import type { WordReader } from "./wordReader.ts";

/** A lien on the certificate, in the ledger's order, which is no legal rank. */
export type LienFacts = {
  readonly lien: bigint;
  readonly securedParty: number;
  readonly debtor: number;
  /** Minor units. */
  readonly amount: bigint;
  /** Seconds; 0 for no registration. */
  readonly registeredAt: bigint;
  readonly state: LienState;
};

/** What stands on a certificate at a block. Amounts are minor units. */
export type EncumbranceFacts = {
  /** Of its value: kept by active liens. */
  readonly pledged: bigint;
  /** Of its value: held by open offers, financings or liens that aren't active yet. */
  readonly reserved: bigint;
  readonly liens: readonly LienFacts[];
  /** What says so: the certificate's own word alone, or the liens' book too. */
  readonly provedBy: "certificate" | "certificate-and-liens";
};

/** The address of the liens' contract; a hold keeps the lower part of its committer's address. */
type LiensAddress = string;

const { hold: holdFields } = ledgerLayout.creditCertificates;
const { record } = ledgerLayout.liens;
const LANES = 8;
const LANE_BITS = 32n;
const CERTIFICATES_INDEX = 1n << 64n;

function inconsistent(certificate: bigint, sentence: string): EvidenceError {
  const details = { certificate: certificate.toString() };
  return new EvidenceError("evidence-liens-inconsistent", sentence, { details });
}

function lanesOf(rank: bigint): bigint[] {
  const lanes: bigint[] = [];
  for (let lane = 0n; lane < LANES; lane += 1n) {
    const hold = (rank >> (lane * LANE_BITS)) & (2n ** LANE_BITS - 1n);
    if (hold !== 0n) lanes.push(hold);
  }
  return lanes;
}

function lienAt(
  reader: WordReader,
  certificate: bigint,
  hold: bigint,
  liens: LiensAddress,
): LienFacts {
  const held = reader.read(ledgerWord.hold(hold));
  const kept =
    fieldOf(held, holdFields.token) === certificate &&
    fieldOf(held, holdFields.expiresAt) === 0n &&
    fieldOf(held, holdFields.committer) === BigInt(liens) % 2n ** 72n;
  const word = reader.read(ledgerWord.lien(hold));
  const state = nameAt(lienStates, fieldOf(word, record.state));
  if (!kept || !["active", "selling", "paid"].includes(state)) {
    throw inconsistent(certificate, `Hold ${hold} is no lien on certificate ${certificate}.`);
  }
  return {
    lien: CERTIFICATES_INDEX | hold,
    securedParty: Number(fieldOf(word, record.securedParty)),
    debtor: Number(fieldOf(word, record.debtor)),
    amount: fieldOf(held, holdFields.value),
    registeredAt: fieldOf(word, record.registeredAt),
    state,
  };
}

/**
 * What encumbers a certificate. A certificate without the flag `pledged` has no active lien: the ledger sets it with the
 * first and clears it with the last one. The liens' book says so too where its proof shows nothing of anybody else.
 *
 * @throws EvidenceError `evidence-liens-inconsistent`
 */
export function encumbranceAt(
  reader: WordReader,
  { certificate, flags, held }: LineageLink,
  liensAddress: LiensAddress,
): EncumbranceFacts {
  const rankWord = ledgerWord.lienRank(certificate);
  if (!flags.includes("pledged")) {
    const rank = reader.readIfProved(rankWord);
    if (rank !== undefined && rank !== 0n) {
      throw inconsistent(certificate, `Certificate ${certificate} has liens and isn't pledged.`);
    }
    const provedBy = rank === undefined ? "certificate" : "certificate-and-liens";
    return { pledged: 0n, reserved: held, liens: [], provedBy };
  }
  const liens = lanesOf(reader.read(rankWord)).map((hold) =>
    lienAt(reader, certificate, hold, liensAddress),
  );
  const pledged = reader.read(ledgerWord.pledged(certificate));
  const sum = liens.reduce((total, { amount }) => total + amount, 0n);
  if (sum !== pledged || pledged === 0n || pledged > held) {
    throw inconsistent(certificate, `Not every lien on certificate ${certificate} is shown.`);
  }
  return { pledged, reserved: held - pledged, liens, provedBy: "certificate-and-liens" };
}
