import { id } from "ethers";
import type { PaymentAttestation } from "../../../sdk/contracts/structs.ts";
import { admissionOf } from "../admissionOf.ts";
import { blockTime } from "../blockTime.ts";
import { chain } from "../chain.ts";
import { civilDay } from "../civilDay.ts";
import { currencies } from "../currencies.ts";
import { day } from "../days.ts";
import { issueReceivable } from "../issueReceivable.ts";
import { type Ledger, ledgerFixture } from "../ledgerFixture.ts";
import { ref } from "../ref.ts";
import { roles, sizes } from "../roles.ts";
import { sign } from "../sign.ts";
import { termsOf } from "../termsOf.ts";
import { lienScene } from "./lienScene.ts";
import { quoteOf } from "./quoteOf.ts";
import { stockScene } from "./stockScene.ts";

const forEver = (1n << 40n) - 1n;

/** Has `tierOne` accept a quote of `financierA`; answers the financing's number. */
async function acceptQuote(ledger: Ledger, token: bigint): Promise<bigint> {
  const { factoring, deployment, who } = ledger;
  const quote = await quoteOf(ledger, token);
  const { account } = who.financierA;
  const signature = await sign(deployment, "quote", account, { ...quote });
  await factoring.connect(who.tierOne.account).acceptQuote(quote, account, signature, ref);
  return await factoring.financingCount();
}

/** Has `financierA` register a financing; answers the number of the payment instruction. */
async function register({ factoring, settlement, who }: Ledger, financing: bigint) {
  const number = id("registry number");
  await factoring
    .connect(who.financierA.account)
    .register(financing, number, await blockTime(), ref);
  return await settlement.instructionCount();
}

/** What the bank attests about an instruction that was paid in full today. */
async function paidInFull({ settlement, who }: Ledger, instruction: bigint) {
  const { payerAccount, payeeAccount, amount, currency } =
    await settlement.instructionOf(instruction);
  return {
    instruction,
    outcome: 1n,
    bank: who.bank.id,
    payerAccount,
    payeeAccount,
    amount,
    currency,
    bankReference: id(`bank reference ${instruction}`),
    valueDay: await civilDay.today(),
    receiptDigest: id("receipt"),
  } satisfies PaymentAttestation;
}

/** One financing whose instruction a bank accepted without outcome, and one that was paid. */
async function financeTwice(ledger: Ledger, certificate: bigint) {
  const bank = ledger.settlement.connect(ledger.who.bank.account);
  const accepted = await register(ledger, await acceptQuote(ledger, certificate));
  await bank.acceptInstruction(accepted, await civilDay.today(), ref);
  const paid = await register(ledger, await acceptQuote(ledger, certificate));
  await bank.attest(await paidInFull(ledger, paid), ref);
  return { accepted, paid };
}

/** Pays a receivable late and distributes the payment: the holder is owed late interest. */
async function settleLate(ledger: Ledger, receivable: bigint, amount: bigint): Promise<void> {
  const { settlement, settlementRuns, who } = ledger;
  const expiresAt = (await blockTime()) + day;
  await settlementRuns
    .connect(who.obligor.account)
    .instructSettlement(receivable, amount, who.bank.id, expiresAt, ref);
  const instruction = await settlement.instructionCount();
  await settlement.connect(who.bank.account).attest(await paidInFull(ledger, instruction), ref);
  await settlementRuns.settleBatch(receivable, 10n, ref);
}

/** Changes of members that wait for somebody else's word. */
async function proposeChanges({ members, who, deployer, fresh, ...ledger }: Ledger): Promise<void> {
  const own = members.connect(who.tierThree.account);
  await own.addAccount(deployer, ref);
  await own.setSettlementAccount(ref, ref);
  await own.setGuardian(who.guardian.id, ref);
  const operator = members.connect(who.operator.account);
  await operator.proposeRecovery(who.tierTwo.id, ledger.governance, ref, ref);
  await operator.proposeRecovery(who.tierThree.id, ledger.governance, ref, ref);
  await members
    .connect(who.legal.account)
    .proposeRecovery(who.tierTwo.id, ledger.governance, ref, ref);
  const other = admissionOf("other bank", fresh, roles.settlementBank, sizes.large);
  await operator.admit(other, ref);
}

/** A receivable that waits for its confirmation, and one that waits for its acceptance. */
async function beginReceivables(ledger: Ledger) {
  const { receivables, who } = ledger;
  const creditor = receivables.connect(who.tierOne.account);
  const registeredTerms = await termsOf(ledger);
  await creditor.register(registeredTerms, ref);
  const registered = await receivables.receivableCount();
  const confirmedTerms = await termsOf(ledger);
  await creditor.register(confirmedTerms, ref);
  const confirmed = await receivables.receivableCount();
  const acceptBy = (await blockTime()) + day;
  await receivables.connect(who.obligor.account).confirm(confirmed, confirmedTerms, acceptBy, ref);
  return { registered, registeredTerms, confirmed, acceptBy };
}

/** What of a certificate waits: an offer, a standing acceptance that isn't the holder's, and a freeze. */
async function openOffer({ creditCertificates, who }: Ledger, certificate: bigint): Promise<void> {
  const expiresAt = (await blockTime()) + day;
  await creditCertificates
    .connect(who.tierOne.account)
    .offer(certificate, who.tierTwo.id, 50_00n, expiresAt, ref, ref);
  const recipient = creditCertificates.connect(who.tierTwo.account);
  await recipient.setStandingAcceptance(who.tierThree.id, forEver, ref, ref);
  await creditCertificates.connect(who.legal.account).proposeFreeze(certificate, true, ref, ref);
}

/** A ledger in which every function has something to act on, so that only the caller stands in its way. */
export async function authorityScene() {
  const ledger = await ledgerFixture();
  const { settlement, authority, rules, who, governance } = ledger;
  const { certificate } = await issueReceivable(ledger);
  const late = await issueReceivable(ledger, { dueDay: (await civilDay.today()) + 2n });
  const { accepted, paid } = await financeTwice(ledger, certificate);
  await chain.networkHelpers.time.increase(7n * day);
  await settleLate(ledger, late.receivable, 1_000_00n);
  const begun = await beginReceivables(ledger);
  await openOffer(ledger, certificate);
  await proposeChanges(ledger);
  const issued = await register(ledger, await acceptQuote(ledger, certificate));
  const financing = await acceptQuote(ledger, certificate);
  const payment = await paidInFull(ledger, issued);
  await settlement.connect(who.bank.account).attest({ ...payment, instruction: 0n }, ref);
  const scheduled = rules.interface.encodeFunctionData("setAuthority", [governance.address]);
  await authority.connect(governance).schedule(rules, scheduled, 0n);
  const anchored = id("waybills");
  await ledger.documentAnchors.connect(who.tierOne.account).anchor(anchored, 4n, ref, 1n, ref);
  const stock = await stockScene(ledger);
  const encumbered = await lienScene(ledger, stock.receipt);
  const otherBank = await ledger.members.memberCount();
  return {
    ...ledger,
    ...begun,
    ...stock,
    ...encumbered,
    certificate,
    lateCertificate: late.certificate,
    /** Instructions: accepted without outcome for 5 days, paid, and issued. */
    accepted,
    paid,
    issued,
    /** A financing that its financier has not registered. */
    financing,
    /** What the bank would attest about `issued`; its money is unmatched as well. */
    payment,
    unmatched: 1n,
    run: 1n,
    scheduled,
    /** A root that the first tier anchored. */
    anchored,
    otherBank: { id: otherBank, account: ledger.fresh },
    currency: currencies.cny,
    soon: (await blockTime()) + day,
  };
}

export type Scene = Awaited<ReturnType<typeof authorityScene>>;
