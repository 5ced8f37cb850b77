import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { id, ZeroAddress, ZeroHash } from "ethers";
import type { ILienTypes } from "../../sdk/generated/interfaces/ILiens.ts";
import { stockScene } from "./authority/stockScene.ts";
import { blockTime } from "./blockTime.ts";
import { chain } from "./chain.ts";
import { day } from "./days.ts";
import type { Party } from "./ledgerFixture.ts";
import { lienTypes } from "./lienTypes.ts";
import { ref } from "./ref.ts";
import { settlementFixture } from "./settlementFixture.ts";
import { criteria } from "./warehouseFixture.ts";

const forEver = (1n << 40n) - 1n;
const idOf = (asset: bigint, hold: bigint): bigint => (asset << 64n) | hold;

export const noRegistration = { number: ZeroHash, registeredAt: 0n };
export const noConsent = {
  nonce: 0n,
  signature: { account: ZeroAddress, deadline: 0n, epoch: 0n, signature: "0x" },
};

type Message = Readonly<Record<string, unknown>>;

/**
 * A certificate of 10,000.00 CNY and a receipt over 8,000 kg, both of the tier-one supplier, that financiers may take in
 * pledge.
 */
export async function liensFixture() {
  const ledger = await settlementFixture();
  const { receipt } = await stockScene(ledger);
  const { liens, deployment, members, root, warehouseReceipts, warehouses, who } = ledger;
  await warehouseReceipts.connect(who.tierOne.account).cancelOffer(1n, ref);
  await warehouses
    .connect(who.operator.account)
    .admitCustodian(who.custodian.id, criteria, await ledger.inDays(365), ref);
  const { addresses } = deployment;
  const { chainId } = await chain.ethers.provider.getNetwork();
  const as = (party: Party) => liens.connect(party.account);

  const pledgeOf = async (changes: Partial<ILienTypes.PledgeStruct> = {}) => ({
    asset: addresses.creditCertificates,
    token: root,
    amount: 400_000n,
    securedParty: who.financierA.id,
    expiresAt: (await blockTime()) + day,
    terms: id("pledge agreement"),
    debt: id("loan 1"),
    supervisor: 0n,
    purchaseMoneyDay: 0n,
    ...changes,
  });
  const goodsPledgeOf = async (changes: object = {}) =>
    await pledgeOf({
      asset: addresses.warehouseReceipts,
      token: receipt,
      amount: 3_000n,
      supervisor: who.auditor.id,
      ...changes,
    });
  /** The id that the next hold of an asset gets is known from the last one's event. */
  const lastLien = async (): Promise<bigint> => {
    const [event] = (await liens.queryFilter(liens.filters.LienProposed())).slice(-1);
    if (event === undefined) throw new Error("nothing was pledged");
    return event.args.lien;
  };
  const pledge = async (changes: object = {}): Promise<bigint> => {
    await as(who.tierOne).pledge(await pledgeOf(changes), ref);
    return await lastLien();
  };
  const pledgeGoods = async (changes: object = {}): Promise<bigint> => {
    await as(who.tierOne).pledge(await goodsPledgeOf(changes), ref);
    return await lastLien();
  };
  const registration = async (registeredAt?: bigint) => ({
    number: id("registry number"),
    registeredAt: registeredAt ?? (await blockTime()),
  });
  /** An active lien on the certificate. */
  const encumber = async (
    amount: bigint,
    registeredAt?: bigint,
    by: Party = who.financierA,
    token = root,
  ): Promise<bigint> => {
    const lien = await pledge({ amount, securedParty: by.id, token });
    await as(by).accept(lien, await registration(registeredAt), ref);
    return lien;
  };
  /** An active lien on the receipt. */
  const encumberGoods = async (amount: bigint): Promise<bigint> => {
    const lien = await pledgeGoods({ amount });
    await as(who.financierA).accept(lien, noRegistration, ref);
    await as(who.custodian).countersign(lien, ref);
    return lien;
  };
  const sign = async (
    kind: keyof typeof lienTypes,
    account: HardhatEthersSigner,
    message: Message,
  ): Promise<string> => {
    const domain = {
      name: "Tallystick",
      version: "1",
      chainId,
      verifyingContract: addresses.liens,
    };
    return await account.signTypedData(domain, { [kind]: lienTypes[kind] }, { ...message });
  };
  let nonces = 0n;
  /** A party's signature over a message that lacks nonce, deadline and epoch. */
  const consentOf = async (
    kind: keyof typeof lienTypes,
    party: Party,
    message: Message,
    account = party.account,
    nonce = ++nonces,
  ) => {
    const epoch = await members.epochOf(party.id);
    const whole = { ...message, nonce, deadline: forEver, epoch };
    const signature = await sign(kind, account, whole);
    return {
      nonce,
      signature: { account: account.address, deadline: forEver, epoch, signature },
    };
  };
  return {
    ...ledger,
    receipt,
    addresses,
    as,
    idOf,
    pledgeOf,
    goodsPledgeOf,
    pledge,
    pledgeGoods,
    registration,
    encumber,
    encumberGoods,
    sign,
    consentOf,
    positionOf: async (token: bigint) => (await ledger.certificates.positionOf(token)).link,
    receiptPositionOf: async (token: bigint) => (await warehouseReceipts.positionOf(token)).link,
  };
}

/** The fixture's value. */
export type LiensFixture = Awaited<ReturnType<typeof liensFixture>>;
