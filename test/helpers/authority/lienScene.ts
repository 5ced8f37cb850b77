import { id, ZeroHash } from "ethers";
import { blockTime } from "../blockTime.ts";
import { day } from "../days.ts";
import type { Ledger } from "../ledgerFixture.ts";
import { ref } from "../ref.ts";

/** A pledge of a receipt that nobody has accepted, and an active one whose debt is in default and may be enforced. */
export async function lienScene(ledger: Ledger, receipt: bigint) {
  const { deployment, liens, who } = ledger;
  const pledge = {
    asset: deployment.addresses.warehouseReceipts,
    token: receipt,
    amount: 100n,
    securedParty: who.financierA.id,
    expiresAt: (await blockTime()) + day,
    terms: id("pledge agreement"),
    debt: id("loan"),
    supervisor: 0n,
    purchaseMoneyDay: 0n,
  };
  const debtor = liens.connect(who.tierOne.account);
  await debtor.pledge(pledge, ref);
  await debtor.pledge(pledge, ref);
  // The second asset's first two holds.
  const [lien, proposedLien] = [(2n << 64n) | 1n, (2n << 64n) | 2n];
  const secured = liens.connect(who.financierA.account);
  await secured.accept(lien, { number: ZeroHash, registeredAt: 0n }, ref);
  await liens.connect(who.custodian.account).countersign(lien, ref);
  await secured.declareDefault(lien, ref, ref);
  const { defaultedAt } = await liens.lienOf(lien);
  const enforcement = {
    lien,
    value: 100n,
    buyer: who.financierA.id,
    price: 1n,
    claim: 1n,
    currency: "0x434e59",
    bank: 0n,
    expiresAt: 0n,
    defaultedAt,
    nonce: 1n,
  };
  await liens.connect(who.legal.account).proposeEnforcement(enforcement, ref, ref);
  return { pledge, lien, proposedLien, enforcement };
}
