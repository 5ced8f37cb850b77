import { getCreateAddress } from "ethers";
import { chain } from "./chain.ts";
import { claimantId } from "./claimantId.ts";
import { grantTo } from "./grantTo.ts";
import { type Ledger, ledgerFixture } from "./ledgerFixture.ts";
import { currencyBytes, type Terms, termsBetween } from "./receivableTerms.ts";
import { ref } from "./ref.ts";

const issuer = 2n;
const settler = 4n;

/** The obligor's limit at the start, in fen. */
export const firstLimit = 5_000_000n;

/** Claims, certificates and receivables under a manager of their own, so that a test can grant what it needs. */
async function deployReceivables({ deployer, members, rules }: Ledger) {
  const { deployContract } = chain.ethers;
  const authority = await deployContract("Authority", [deployer.address]);
  const claims = await deployContract("Claims", [authority]);
  const offset = await rules.utcOffset();
  const settling = await deployContract("CertificateSettlement", [authority, members, offset]);
  const nonce = await deployer.getNonce();
  const [atCertificates, atReceivables] = [nonce + 1, nonce + 2].map((n) =>
    getCreateAddress({ from: deployer.address, nonce: n }),
  );
  if (!atCertificates || !atReceivables) throw new Error("no address was predicted");
  const metadata = await deployContract("CertificateMetadata", [atCertificates, atReceivables]);
  await deployContract("CreditCertificates", [authority, members, offset, metadata, settling]);
  const certificates = await chain.ethers.getContractAt("ICreditCertificates", atCertificates);
  const receivables = await deployContract("Receivables", [
    authority,
    members,
    rules,
    claims,
    certificates,
  ]);
  return { authority, claims, certificates, receivables };
}

/** A ledger whose obligor has a limit in CNY; `settlement` may do what settlement contracts may. */
export async function receivablesFixture() {
  const ledger = await ledgerFixture();
  const { rules, who, fresh: settlement } = ledger;
  const { authority, claims, certificates, receivables } = await deployReceivables(ledger);
  const verbs = ["reserve", "commit", "release", "satisfy"];
  await grantTo(authority, receivables, issuer, claims, verbs);
  await grantTo(authority, receivables, issuer, certificates, ["issue"]);
  await grantTo(authority, settlement, settler, certificates, ["retire"]);
  await grantTo(authority, settlement, settler, receivables, ["discharge"]);

  const cny = currencyBytes("CNY");
  await rules.connect(who.operator.account).setCeiling(who.obligor.id, cny, firstLimit * 2n, ref);
  await receivables.connect(who.obligor.account).setLimit(cny, firstLimit, ref);

  const keeper = await receivables.getAddress();
  return {
    ...ledger,
    claims,
    certificates,
    receivables,
    settlement,
    claimantOf: (receivable: bigint) => claimantId(keeper, receivable),
    /** Terms between the obligor and the tier-one supplier. */
    terms: (changes: Partial<Terms> = {}) => termsBetween(who.obligor.id, who.tierOne.id, changes),
    /** Block time so many seconds from now. */
    inSeconds: async (seconds: number) =>
      BigInt(await chain.networkHelpers.time.latest()) + BigInt(seconds),
  };
}
