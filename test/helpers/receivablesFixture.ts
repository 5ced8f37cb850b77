import { chain } from "./chain.ts";
import { claimantId } from "./claimantId.ts";
import { ledgerFixture } from "./ledgerFixture.ts";
import { currencyBytes, type Terms, termsBetween } from "./receivableTerms.ts";
import { ref } from "./ref.ts";
import { settlerOf } from "./settlerOf.ts";

/** The obligor's limit at the start, in fen. */
export const firstLimit = 5_000_000n;

/** A ledger whose obligor has a limit in CNY; `settler` may do what settlement runs may. */
export async function receivablesFixture() {
  const ledger = await ledgerFixture();
  const { rules, receivables, deployment, who } = ledger;
  const at = deployment.addresses.creditCertificates;
  const certificates = await chain.ethers.getContractAt("ICreditCertificates", at);
  const cny = currencyBytes("CNY");
  await rules.connect(who.operator.account).setCeiling(who.obligor.id, cny, firstLimit * 2n, ref);
  await receivables.connect(who.obligor.account).setLimit(cny, firstLimit, ref);
  const keeper = await receivables.getAddress();
  return {
    ...ledger,
    certificates,
    settler: await settlerOf(deployment),
    claimantOf: (receivable: bigint) => claimantId(keeper, receivable),
    /** Terms between the obligor and the tier-one supplier. */
    terms: (changes: Partial<Terms> = {}) => termsBetween(who.obligor.id, who.tierOne.id, changes),
    /** Block time so many seconds from now. */
    inSeconds: async (seconds: number) =>
      BigInt(await chain.networkHelpers.time.latest()) + BigInt(seconds),
  };
}
