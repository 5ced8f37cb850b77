import { encodeBytes32String, hexlify, id, type Overrides, toUtf8Bytes, ZeroHash } from "ethers";
import { connectCreditCertificates } from "../../sdk/contracts/connectCreditCertificates.ts";
import { chain } from "./chain.ts";
import { type Ledger, ledgerFixture, type Party } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";
import { sign as signMessage } from "./sign.ts";

const day = 24 * 60 * 60;
const hour = 60 * 60;

/** Face of the receivable in minor units. */
export const face = 1_000_000n;

async function issue(ledger: Ledger) {
  const { rules, receivables, who } = ledger;
  const currency = hexlify(toUtf8Bytes("CNY"));
  await rules.connect(who.operator.account).setCeiling(who.obligor.id, currency, 10n * face, ref);
  await receivables.connect(who.obligor.account).setLimit(currency, 10n * face, ref);
  const now = await chain.networkHelpers.time.latest();
  const today = BigInt(Math.floor((now + 8 * hour) / day));
  const terms = {
    obligor: who.obligor.id,
    creditor: who.tierOne.id,
    amount: face,
    currency,
    deliveryDay: today - 1n,
    contractDueDay: today + 30n,
    dueDay: today + 30n,
    documentRoot: id("documents"),
    defenceWaiver: true,
    noticeByLedger: true,
    longTermReason: ZeroHash,
    obligorInterestShare: 3_000n,
    epoch: 0n,
    invoices: [{ tag: id("invoice"), exists: face, amount: face }],
    earlier: [],
    fees: [],
    salt: ZeroHash,
  };
  await receivables.connect(who.tierOne.account).register(terms, ref);
  await receivables.connect(who.obligor.account).confirm(1n, terms, now + 7 * day, ref);
  await receivables.connect(who.tierOne.account).accept(1n, ref);
  const termsDigest = (await receivables.receivableOf(1n)).termsDigest;
  return { terms, termsDigest, now, today, token: (1n << 32n) | 1n };
}

/** What every quote of these tests says unless told otherwise. */
function standardQuote(ledger: Ledger, issued: Awaited<ReturnType<typeof issue>>) {
  return {
    token: issued.token,
    financier: ledger.who.financierA.id,
    holder: ledger.who.tierOne.id,
    value: 600_000n,
    principal: 585_000n,
    discount: 14_000n,
    fee: 1_000n,
    obligorInterest: 0n,
    recourse: false,
    claim: 0n,
    buyBackPrice: 0n,
    bank: ledger.who.bank.id,
    registerBy: BigInt(issued.now + 2 * day),
    payBy: BigInt(issued.now + 5 * day),
    termsDigest: issued.termsDigest,
    nonce: 7n,
    deadline: BigInt(issued.now + day),
    epoch: 1n,
  };
}

export type Quote = ReturnType<typeof standardQuote>;

/** Verbs of the parties, each with the account that is entitled to it. */
function desks(ledger: Ledger, base: Quote) {
  const { factoring, settlement, who, secondLegal } = ledger;
  const certificates = ledger.deployment.addresses.creditCertificates;
  const quote = (changes: Partial<Quote> = {}): Quote => ({ ...base, ...changes });
  const sign = (q: Quote, by: Party = who.financierA) =>
    signMessage(ledger.deployment, "quote", by.account, q);
  const accept = async (q: Quote, financier = who.financierA, holder = who.tierOne) =>
    factoring
      .connect(holder.account)
      .acceptQuote(q, financier.account, await sign(q, financier), ref);
  const register = (financing: bigint, financier = who.financierA) =>
    factoring
      .connect(financier.account)
      .register(financing, encodeBytes32String("registry 1"), base.deadline - BigInt(day), ref);
  const attest = async (instruction: bigint, outcome: 1n | 2n, overrides: Overrides = {}) => {
    const details = await settlement.instructionOf(instruction);
    const now = await chain.networkHelpers.time.latest();
    return settlement.connect(who.bank.account).attest(
      {
        instruction,
        outcome,
        bank: who.bank.id,
        payerAccount: details.payerAccount,
        payeeAccount: details.payeeAccount,
        amount: details.amount,
        currency: details.currency,
        bankReference: id(`reference of ${instruction}`),
        valueDay: Math.floor((now + 8 * hour) / day),
        receiptDigest: id("receipt"),
      },
      ref,
      overrides,
    );
  };
  const bankAccepts = async (instruction: bigint) => {
    const today = Math.floor(((await chain.networkHelpers.time.latest()) + 8 * hour) / day);
    return settlement.connect(who.bank.account).acceptInstruction(instruction, today, ref);
  };
  const freeze = async (token: bigint, on = true) => {
    const document = id(`order of ${on}`);
    const first = connectCreditCertificates(certificates, who.legal.account);
    const second = connectCreditCertificates(certificates, secondLegal);
    await first.proposeFreeze(token, on, document, ref);
    await second.confirmFreeze(token, on, document, ref);
  };
  /** A quote taken, registered and paid; answers the financier's position. */
  const finance = async (q: Quote, financier = who.financierA, holder = who.tierOne) => {
    await accept(q, financier, holder);
    const financing = await factoring.financingCount();
    await register(financing, financier);
    const { instruction } = await factoring.financingOf(financing);
    await attest(instruction, 1n);
    return { financing, child: (await factoring.financingOf(financing)).child };
  };
  return { quote, sign, accept, register, attest, bankAccepts, freeze, finance };
}

/** A ledger on which tier one holds a receivable of 1,000,000 minor units that financiers may buy. */
export async function factoringFixture() {
  const ledger = await ledgerFixture();
  const issued = await issue(ledger);
  return { ...ledger, ...issued, ...desks(ledger, standardQuote(ledger, issued)) };
}
