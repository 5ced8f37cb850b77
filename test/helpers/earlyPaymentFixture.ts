import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { id, type TypedDataField } from "ethers";
import { earlyPaymentTypes } from "./earlyPaymentTypes.ts";
import { ref } from "./ref.ts";
import { type SettlementFixture, settlementFixture } from "./settlementFixture.ts";

type Party = { readonly id: bigint; readonly account: HardhatEthersSigner };
type Changes = { readonly deadline?: bigint; readonly epoch?: bigint; readonly on?: object };

/** Signs what obligor and holder agree on. */
function signing({ earlyPayments, members, inDays }: SettlementFixture) {
  return async (
    types: Record<string, TypedDataField[]>,
    terms: object,
    { id: member, account }: Party,
    changes: Changes = {},
  ) => {
    const domain = {
      name: "Tallystick",
      version: "1",
      chainId: 73_571n,
      verifyingContract: await earlyPayments.getAddress(),
      ...changes.on,
    };
    const deadline = changes.deadline ?? (await inDays(1));
    const epoch = changes.epoch ?? (await members.epochOf(member));
    const signature = await account.signTypedData(domain, types, { ...terms, deadline, epoch });
    return { account: account.address, deadline, epoch, signature };
  };
}

/** What of a retirement differs. */
type RetirementChanges = {
  readonly from?: bigint;
  readonly to?: bigint;
  readonly tag?: string;
  readonly [field: string]: unknown;
};

/** The settlement fixture, with obligor and tier-one supplier ready to agree. */
export async function earlyPaymentFixture() {
  const setting = await settlementFixture();
  const { earlyPayments, settlement, who, root, inDays } = setting;
  const sign = signing(setting);
  let nonce = 0n;
  /** 400,000 fen of the root are to be paid at 390,000. */
  const termsOf = async (changes: object = {}) => {
    nonce += 1n;
    return {
      token: root,
      obligor: who.obligor.id,
      holder: who.tierOne.id,
      face: 400_000n,
      paid: 390_000n,
      bank: who.bank.id,
      expiresAt: await inDays(2),
      obligorNonce: nonce,
      holderNonce: nonce,
      ...changes,
    };
  };
  /** Both parties agree; answers the instruction. */
  const agree = async (changes: object = {}, holder: Party = who.tierOne) => {
    const terms = await termsOf({ holder: holder.id, ...changes });
    const signed = await sign(earlyPaymentTypes.agreement, terms, holder);
    const own = { account: who.obligor.account.address, deadline: 0n, epoch: 0n, signature: "0x" };
    await earlyPayments.connect(who.obligor.account).agree(terms, own, signed, ref);
    return await settlement.instructionCount();
  };
  const billTag = id("bill 7");
  /** 250,000 fen of the root become the first part of a bill. */
  const retirementOf = ({
    from = 0n,
    to = 250_000n,
    tag = billTag,
    ...changes
  }: RetirementChanges = {}) => {
    nonce += 1n;
    return {
      token: root,
      obligor: who.obligor.id,
      holder: who.tierOne.id,
      value: 250_000n,
      bill: { epoch: 0n, tag, from, to },
      earlier: [],
      obligorNonce: nonce,
      holderNonce: nonce,
      ...changes,
    };
  };
  const noLeft = 2n ** 72n - 1n;
  /** Both parties retire value to a bill. */
  const retire = async (
    changes: object = {},
    left: bigint = noLeft,
    holder: Party = who.tierOne,
  ) => {
    const terms = retirementOf({ holder: holder.id, ...changes });
    const types = earlyPaymentTypes.retirement;
    const signatures = await Promise.all([
      sign(types, terms, who.obligor),
      sign(types, terms, holder),
    ]);
    return await earlyPayments.retireToBill(terms, [left], ...signatures, ref);
  };
  return { ...setting, agree, billTag, noLeft, retire, retirementOf, sign, termsOf };
}
