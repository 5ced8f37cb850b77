import {
  type Attestation,
  attestationOf,
  earlyPayments,
  earlyPaymentTypedData,
  financings,
  payments,
  type Quote,
  quoteTypedData,
  randomNonce,
  settlements,
  signTypedMessage,
  termsDigest,
} from "../../sdk/index.ts";
import type { SdkLedger } from "./sdkLedger.ts";
import type { SdkScene } from "./sdkScene.ts";

const daySeconds = 86_400;

/** Financings, payments and settlements that happened before an example begins. */
export function sdkPayments({ as, who, signers, deployment }: SdkLedger, scene: SdkScene) {
  const { digest, now, today, passDays, issued, freeze } = scene;
  let payment = 0;
  const attested = async (
    instruction: bigint,
    changes: Partial<Attestation> = {},
  ): Promise<Attestation> => {
    payment += 1;
    return {
      ...attestationOf(await payments.get(as.bank, { instruction }), {
        outcome: "paid",
        bankReference: digest(`payment ${payment}`),
        valueDay: await today(),
        receiptDigest: digest(`receipt ${payment}`),
      }),
      ...changes,
    };
  };
  const pay = async (instruction: bigint) =>
    payments.attest(as.bank, { attestation: await attested(instruction) });

  const accepted = async (instruction: bigint) =>
    payments.accept(as.bank, { instruction, valueDay: await today() });

  const quote = async (its: Partial<Quote> = {}, share = 0) => {
    const made = await issued({ share });
    const soon = (await now()) + daySeconds;
    const asked: Quote = {
      certificate: made.certificate,
      financier: who.financier,
      holder: who.supplier,
      value: 400_00n,
      principal: 390_00n,
      discount: 9_00n,
      fee: 1_00n,
      obligorInterest: 0n,
      recourse: false,
      claim: 0n,
      buyBackPrice: 0n,
      bank: who.bank,
      registerBy: soon + daySeconds,
      payBy: soon + daySeconds,
      termsDigest: termsDigest(made.terms),
      nonce: randomNonce(),
      deadline: soon,
      epoch: 1,
      ...its,
    };
    return { quote: asked, ...made };
  };
  const financing = async (its?: Partial<Quote>, share?: number) => {
    const made = await quote(its, share);
    const financier = await signTypedMessage(
      signers.financier,
      await quoteTypedData(deployment, made),
    );
    const { financing: number } = await financings.acceptQuote(as.supplier, { ...made, financier });
    return { financing: number, ...made };
  };
  const instructed = async (its?: Partial<Quote>) => {
    const made = await financing(its);
    const registryNumber = digest("registry 0042");
    const registration = { ...made, registryNumber, registeredAt: await now() };
    const { instruction } = await financings.register(as.financier, registration);
    return { ...made, instruction };
  };
  const paid = async (its?: Partial<Quote>) => {
    const made = await instructed(its);
    await pay(made.instruction);
    return made;
  };
  const financedWithRecourse = async () => {
    const made = await paid({ recourse: true, claim: 400_00n });
    const { child } = await financings.get(as.financier, made);
    if (child === undefined) throw new Error("nothing was delivered");
    return { ...made, child };
  };
  const paidWhileFrozen = async () => {
    const made = await instructed();
    await accepted(made.instruction);
    await freeze(made.certificate);
    await pay(made.instruction);
    return made;
  };

  const earlyPaymentTerms = async () => ({
    certificate: (await issued()).certificate,
    obligor: who.obligor,
    holder: who.supplier,
    face: 500_00n,
    paid: 490_00n,
    bank: who.bank,
    expiresAt: (await now()) + daySeconds,
    obligorNonce: randomNonce(),
    holderNonce: randomNonce(),
  });
  const paidEarlyWhileFrozen = async () => {
    const terms = await earlyPaymentTerms();
    const message = { terms, deadline: terms.expiresAt, epoch: 1 };
    const typedData = earlyPaymentTypedData(deployment, message);
    const { earlyPayment, instruction } = await earlyPayments.agree(as.anyone, {
      terms,
      obligor: await signTypedMessage(signers.obligor, typedData),
      holder: await signTypedMessage(signers.supplier, typedData),
    });
    await accepted(instruction);
    await freeze(terms.certificate);
    await pay(instruction);
    return { earlyPayment, certificate: terms.certificate };
  };
  const retirementTerms = async () => ({
    certificate: (await issued()).certificate,
    obligor: who.obligor,
    holder: who.supplier,
    value: 300_00n,
    billTag: digest("bill 1"),
    tagEpoch: 0,
    earlierBillTags: [],
    from: 0n,
    to: 300_00n,
    obligorNonce: randomNonce(),
    holderNonce: randomNonce(),
  });

  const due = async ({ frozen = false, daysLate = 0 } = {}) => {
    const made = await issued();
    if (frozen) await freeze(made.certificate);
    await passDays(30 + daysLate);
    return made;
  };
  const instructSettlement = async (made: Awaited<ReturnType<typeof due>>) => {
    const { receivable, terms } = made;
    const expiresAt = (await now()) + daySeconds;
    const asked = { receivable, amount: terms.amount, bank: who.bank, expiresAt };
    return settlements.instruct(as.obligor, asked);
  };
  const settling = async (its?: Parameters<typeof due>[0]) => {
    const made = await due(its);
    await pay((await instructSettlement(made)).instruction);
    return made;
  };
  const settled = async (its?: Parameters<typeof due>[0]) => {
    const made = await settling(its);
    const open = await settlements.getOpenRun(as.anyone, made);
    if (open === undefined) throw new Error("no run is open");
    await settlements.settleBatch(as.anyone, { ...made, limit: 100 });
    return { ...made, run: open.run };
  };
  const unmatched = async () => {
    const { instruction } = await instructSettlement(await due());
    const attestation = { ...(await attested(instruction)), instruction: 0n };
    const written = await payments.attest(as.bank, { attestation });
    if (written.unmatched === undefined) throw new Error("the payment matched");
    return { unmatched: written.unmatched, instruction };
  };
  return {
    pay,
    accepted,
    quote,
    financing,
    instructed,
    attestation: async () => attested((await instructed()).instruction),
    paid,
    financedWithRecourse,
    paidWhileFrozen,
    earlyPaymentTerms,
    paidEarlyWhileFrozen,
    retirementTerms,
    due,
    settling,
    settlingFrozen: () => settling({ frozen: true }),
    settled,
    settledLate: () => settled({ daysLate: 10 }),
    unmatched,
  };
}
