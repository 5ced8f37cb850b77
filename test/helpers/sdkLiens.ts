import {
  type Enforcement,
  enforcementTypedData,
  liens,
  type Pledge,
  randomNonce,
  signTypedMessage,
} from "../../sdk/index.ts";
import type { SdkLedger } from "./sdkLedger.ts";
import type { sdkPayments } from "./sdkPayments.ts";
import type { SdkScene } from "./sdkScene.ts";
import type { sdkWarehouse } from "./sdkWarehouse.ts";

const daySeconds = 86_400;
type Its = Partial<Pledge>;
type Before = SdkScene & ReturnType<typeof sdkPayments>;

/** Pledges that were made before an example begins. Every step is one of the SDK's own verbs. */
export function sdkLiens(
  { as, who, signers, deployment }: SdkLedger,
  scene: Before,
  warehouse: ReturnType<typeof sdkWarehouse>,
) {
  const { digest, now } = scene;
  const soon = async (): Promise<number> => (await now()) + daySeconds;
  const registration = async () => ({
    number: digest("registry 0042"),
    registeredAt: await now(),
  });

  const on = async (its: Pick<Pledge, "asset" | "token"> & Its): Promise<Pledge> => ({
    amount: 400_00n,
    securedParty: who.financier,
    expiresAt: await soon(),
    terms: digest("pledge agreement"),
    debt: digest("loan 1"),
    ...its,
  });
  /** The supplier's pledge of a certificate of its own, not made yet. */
  const pledge = async (its: Its = {}): Promise<Pledge> =>
    on({ asset: "certificate", token: its.token ?? (await scene.issued()).certificate, ...its });
  /** The same of a receipt. */
  const pledgeOfGoods = async (its: Its = {}): Promise<Pledge> => {
    const token = its.token ?? (await warehouse.issued()).receipt;
    return on({ asset: "receipt", token, amount: 3_000n, supervisor: who.auditor, ...its });
  };
  const made = async (asked: Pledge) => {
    const { lien } = await liens.pledge(as.supplier, { pledge: asked });
    const { hold } = await liens.get(as.anyone, { lien });
    return { lien, hold, token: asked.token, pledge: asked };
  };
  /** Of a certificate that is issued for it. */
  const proposed = async (its: Its = {}) => {
    const { certificate: token, receivable, terms, invoices } = await scene.issued();
    const lien = await made(await pledge({ ...its, token }));
    return { ...lien, receivable, receivableTerms: terms, invoices };
  };
  const proposedGoods = async (its?: Its) => made(await pledgeOfGoods(its));
  const active = async (its?: Its) => {
    const lien = await proposed(its);
    const { invoices } = lien;
    const word = { registration: await registration(), documents: { invoices } };
    await liens.accept(as.financier, { ...lien, ...word });
    return lien;
  };
  const activeGoods = async (its?: Its) => {
    const lien = await proposedGoods(its);
    await liens.accept(as.financier, lien);
    await liens.countersign(as.custodian, lien);
    return lien;
  };
  const defaulted = async (its?: Its) => {
    const lien = await active(its);
    const evidence = digest("notice of default");
    const { defaultedAt } = await liens.declareDefault(as.financier, { ...lien, evidence });
    return { ...lien, defaultedAt };
  };

  /** The secured party takes 400.00 over, unless told otherwise. */
  const takeOver = (its: Pick<Enforcement, "lien"> & Partial<Enforcement>): Enforcement => ({
    value: 400_00n,
    buyer: who.financier,
    price: 400_00n,
    claim: 400_00n,
    currency: "CNY",
    ...its,
  });
  const saleTo = async (
    buyer: number,
    its: Pick<Enforcement, "lien"> & Partial<Enforcement>,
  ): Promise<Enforcement> =>
    takeOver({ buyer, price: 390_00n, bank: who.bank, expiresAt: await soon(), ...its });
  const selling = async (its?: Its) => {
    const lien = await defaulted(its);
    const { defaultedAt } = lien;
    const order = await saleTo(who.buyer, { ...lien, defaultedAt, nonce: randomNonce() });
    const message = { order, deadline: await soon(), epoch: 1 };
    const word = enforcementTypedData(deployment, message);
    const debtor = await signTypedMessage(signers.supplier, word);
    const { instruction } = await liens.enforce(as.financier, { order, debtor });
    if (instruction === undefined) throw new Error("no buyer was instructed");
    return { ...lien, order, instruction };
  };
  const paidWhileFrozen = async () => {
    const lien = await selling();
    await scene.accepted(lien.instruction);
    await scene.freeze(lien.token);
    await scene.pay(lien.instruction);
    return lien;
  };
  /** 300.00 of an active lien's certificate, at 290.00. */
  const earlyPaymentTerms = async () => {
    const { lien, token } = await active();
    const before = await scene.earlyPaymentTerms();
    const changes = { certificate: token, face: 300_00n, paid: 290_00n };
    const secured = { lien, securedParty: who.financier, securedPartyNonce: randomNonce() };
    return { ...before, ...changes, ...secured };
  };
  return {
    earlyPaymentTerms,
    registration,
    pledge,
    pledgeOfGoods,
    proposed,
    proposedGoods,
    active,
    activeGoods,
    defaulted,
    takeOver,
    saleTo,
    selling,
    paidWhileFrozen,
  };
}
