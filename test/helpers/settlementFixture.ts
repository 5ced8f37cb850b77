import { hexlify, id, toUtf8Bytes, ZeroHash } from "ethers";
import { connectCreditCertificates } from "../../sdk/contracts/connectCreditCertificates.ts";
import { chain } from "./chain.ts";
import { civilDay } from "./civilDay.ts";
import { type Ledger, ledgerFixture } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";
import { settlementEnums } from "./settlementEnums.ts";

const cny = hexlify(toUtf8Bytes("CNY"));

/** What the first receivable amounts to, in fen. */
const amount = 1_000_000n;

/** A token id: slot << 32 | serial. */
const token = (receivable: bigint, serial: bigint): bigint => (receivable << 32n) | serial;

/** Block time so many days from now. */
async function inDays(days: number): Promise<bigint> {
  return BigInt((await chain.networkHelpers.time.latest()) + days * 86_400);
}

let references = 0;
/** A bank reference that no other payment has. */
const nextReference = (): string => id(`bank reference ${references++}`);

/** Issues receivables of the obligor to the tier-one supplier, due in 30 days. */
function issuing({ receivables, who }: Ledger) {
  let count = 0;
  return async (
    face: bigint = amount,
  ): Promise<{ receivable: bigint; root: bigint; dueDay: bigint }> => {
    const day = await civilDay.today();
    const dueDay = day + 30n;
    count += 1;
    const salt = `receivable ${count} of day ${day}`;
    const terms = {
      obligor: who.obligor.id,
      creditor: who.tierOne.id,
      amount: face,
      currency: cny,
      deliveryDay: day,
      contractDueDay: dueDay,
      dueDay,
      documentRoot: id("documents"),
      defenceWaiver: true,
      noticeByLedger: true,
      longTermReason: ZeroHash,
      obligorInterestShare: 0n,
      epoch: 0n,
      invoices: [{ tag: id(salt), exists: face, amount: face }],
      earlier: [],
      fees: [],
      salt: id(salt),
    };
    await receivables.connect(who.tierOne.account).register(terms, ref);
    const receivable = await receivables.receivableCount();
    const acceptBy = await inDays(1);
    await receivables.connect(who.obligor.account).confirm(receivable, terms, acceptBy, ref);
    await receivables.connect(who.tierOne.account).accept(receivable, ref);
    return { receivable, root: token(receivable, 1n), dueDay };
  };
}

/** Instructions of obligor and settlement bank. */
function paying(ledger: Ledger) {
  const { settlement, settlementRuns, who } = ledger;
  const bank = settlement.connect(who.bank.account);
  /** What the bank would attest of an instruction, with changes. */
  const attestationOf = async (instruction: bigint, changes: object = {}) => {
    const i = await settlement.instructionOf(instruction);
    return {
      instruction,
      outcome: settlementEnums.outcome.paid,
      bank: i.bank,
      payerAccount: i.payerAccount,
      payeeAccount: i.payeeAccount,
      amount: i.amount,
      currency: i.currency,
      bankReference: nextReference(),
      valueDay: await civilDay.today(),
      receiptDigest: id("receipt"),
      ...changes,
    };
  };
  const instruct = async (receivable: bigint, value: bigint): Promise<bigint> => {
    const obligor = settlementRuns.connect(who.obligor.account);
    await obligor.instructSettlement(receivable, value, who.bank.id, await inDays(1), ref);
    return await settlement.instructionCount();
  };
  const attest = async (instruction: bigint, changes: object = {}) =>
    await bank.attest(await attestationOf(instruction, changes), ref);
  return {
    attestationOf,
    attest,
    instruct,
    /** Has the obligor instruct and the bank attest a settlement of the due day. */
    pay: async (receivable: bigint, value: bigint, changes: object = {}): Promise<bigint> => {
      const instruction = await instruct(receivable, value);
      await attest(instruction, changes);
      return instruction;
    },
  };
}

/** What two legal accounts do to a position. */
function freezing({ deployment, who, secondLegal }: Ledger) {
  const at = deployment.addresses.creditCertificates;
  return async (position: bigint, freeze: boolean): Promise<void> => {
    const digest = id(`order ${freeze}`);
    const [first, second] = [who.legal.account, secondLegal].map((account) =>
      connectCreditCertificates(at, account),
    );
    await first?.proposeFreeze(position, freeze, digest, ref);
    await second?.confirmFreeze(position, freeze, digest, ref);
  };
}

/** A ledger with one receivable of 10,000.00 CNY, due in 30 days, wholly at the tier-one supplier. */
export async function settlementFixture() {
  const ledger = await ledgerFixture();
  const { creditCertificates: certificates, receivables, rules, who } = ledger;
  await rules.connect(who.operator.account).setCeiling(who.obligor.id, cny, amount * 100n, ref);
  await receivables.connect(who.obligor.account).setLimit(cny, amount * 100n, ref);
  const until = await inDays(1_000);
  for (const { account } of [who.tierTwo, who.tierThree]) {
    await certificates
      .connect(account)
      .setStandingAcceptance(who.tierOne.id, until, id("frame"), ref);
  }
  const issue = issuing(ledger);
  const first = await issue();
  /** Passes value of the tier-one supplier's position on and answers the child's id. */
  const pass = async (from: bigint, to: bigint, value: bigint): Promise<bigint> => {
    const holder = certificates.connect(who.tierOne.account);
    await holder.transfer(from, to, value, id("trade"), ref);
    const { serials } = await certificates.slotInfo(from >> 32n);
    return token(from >> 32n, serials);
  };
  const { link } = await certificates.positionOf(first.root);
  if (link.value !== amount) throw new Error("the first receivable was not issued");
  return {
    ...ledger,
    ...first,
    ...paying(ledger),
    amount,
    certificates,
    cny,
    inDays,
    issue,
    nextReference,
    pass,
    setFrozen: freezing(ledger),
    token,
    liveValueOf: async (position: bigint): Promise<bigint> =>
      (await certificates.positionOf(position)).link.value,
  };
}

/** The fixture's value. */
export type SettlementFixture = Awaited<ReturnType<typeof settlementFixture>>;
