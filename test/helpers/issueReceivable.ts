import type { ReceivableTerms } from "../../sdk/contracts/structs.ts";
import { blockTime } from "./blockTime.ts";
import { day } from "./days.ts";
import type { Ledger, Party } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";
import { signatureOf } from "./signatureOf.ts";
import { termsOf } from "./termsOf.ts";

export type Issued = {
  readonly receivable: bigint;
  /** Token id of the root certificate. */
  readonly certificate: bigint;
  readonly terms: ReceivableTerms;
};

/** The member with that id. */
function partyOf({ who }: Ledger, member: bigint): Party {
  const party = Object.values(who).find(({ id }) => id === member);
  if (party === undefined) throw new Error(`nobody in the fixture is member ${member}`);
  return party;
}

/** Registers, confirms and accepts a receivable in one transaction, by the signatures of both parties. */
export async function issueReceivable(
  ledger: Ledger,
  its: Partial<ReceivableTerms> = {},
): Promise<Issued> {
  const { receivables, deployment, stranger } = ledger;
  const terms = await termsOf(ledger, its);
  const termsDigest = await receivables.termsDigest(terms);
  const acceptBy = (await blockTime()) + day;
  const obligor = await signatureOf(
    deployment,
    "confirmation",
    partyOf(ledger, BigInt(terms.obligor)),
    {
      termsDigest,
      acceptBy,
    },
  );
  const creditor = await signatureOf(
    deployment,
    "acceptanceOfReceivable",
    partyOf(ledger, BigInt(terms.creditor)),
    { termsDigest },
  );
  const sent = await receivables
    .connect(stranger)
    .issueWithSignatures(terms, acceptBy, obligor, creditor, ref);
  await sent.wait();
  const receivable = await receivables.receivableOfTerms(termsDigest);
  return { receivable, certificate: (receivable << 32n) | 1n, terms };
}
