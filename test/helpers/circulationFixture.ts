import { id } from "ethers";
import { issueReceivable } from "./issueReceivable.ts";
import { ledgerFixture, type Party } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";

/** Value of the root certificate, in fen. */
const value = 1_000_000n;

/** One certificate at the tier-one supplier, and standing acceptances down to tier three. */
export async function circulationFixture() {
  const ledger = await ledgerFixture();
  const invoices = [{ tag: id("invoice"), exists: value, amount: value }];
  const {
    receivable,
    certificate: root,
    terms,
  } = await issueReceivable(ledger, {
    amount: value,
    invoices,
  });
  const { creditCertificates: certificates, who } = ledger;
  const forEver = (1n << 40n) - 1n;
  const standing = (recipient: Party, sender: Party) =>
    certificates
      .connect(recipient.account)
      .setStandingAcceptance(sender.id, forEver, id("framework"), ref);
  await standing(who.tierTwo, who.tierOne);
  await standing(who.tierThree, who.tierOne);
  await standing(who.tierThree, who.tierTwo);
  return {
    ...ledger,
    certificates,
    receivable,
    terms,
    root,
    value,
    standing,
    trade: id("trade"),
    as: (party: Party) => certificates.connect(party.account),
    serial: (serial: bigint) => (receivable << 32n) | serial,
    positionOf: async (token: bigint) => (await certificates.positionOf(token)).link,
  };
}
