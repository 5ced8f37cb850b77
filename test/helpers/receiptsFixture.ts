import { id, TypedDataEncoder } from "ethers";
import type { WarehouseMember } from "./deployWarehouses.ts";
import { ref } from "./ref.ts";
import { warehouseFixture } from "./warehouseFixture.ts";
import { warehouseTypes } from "./warehouseTypes.ts";

const forEver = (1n << 40n) - 1n;

/** Lot 1 with 10,000 kg, of which the depositor has a receipt over 8,000; lot 2 with 5,000 kg. */
export async function receiptsFixture() {
  const setting = await warehouseFixture();
  const { receipts, members, who, count, sign, pledges } = setting;
  await count(who.custodian, 10_000n);
  await count(who.custodian, 5_000n, 2n);
  const keeper = receipts.connect(who.custodian.account);
  await keeper.issue(1n, who.depositor.id, 8_000n, id("terms"), ref);
  const token = (1n << 32n) | 2n;
  await receipts
    .connect(who.trader.account)
    .setStandingAcceptance(who.depositor.id, forEver, id("framework"), ref);
  let nonces = 0n;
  const signed = async (by: WarehouseMember) => ({
    nonce: nonces++,
    deadline: forEver,
    epoch: await members.epochOf(by.id),
  });
  const { depositor } = who;
  const pickUpOf = async (changes: Record<string, bigint | string> = {}) => ({
    token,
    quantity: 1_000n,
    goods: 1_000n,
    hold: 0n,
    gate: id("gate"),
    ...(await signed(depositor)),
    ...changes,
  });
  const cancellationOf = async (changes: Record<string, bigint | string> = {}) => ({
    token,
    quantity: 1_000n,
    document: id("paper receipt"),
    ...(await signed(depositor)),
    ...changes,
  });
  const replacementOf = async (changes: Record<string, bigint | string> = {}) => ({
    token,
    quantity: 1_000n,
    hold: 0n,
    newLot: 2n,
    newQuantity: 900n,
    terms: id("new terms"),
    ...(await signed(depositor)),
    ...changes,
  });
  const account = depositor.account;
  return {
    ...setting,
    issuer: keeper,
    token,
    pickUpOf,
    cancellationOf,
    replacementOf,
    pickUp: async (changes: Record<string, bigint | string> = {}, by = keeper, from = account) => {
      const order = await pickUpOf(changes);
      return await by.pickUp(order, from, await sign("PickUp", from, order), ref);
    },
    cancel: async (changes: Record<string, bigint | string> = {}, by = keeper, from = account) => {
      const order = await cancellationOf(changes);
      return await by.cancel(order, from, await sign("Cancellation", from, order), ref);
    },
    replace: async (changes: Record<string, bigint | string> = {}, by = keeper, from = account) => {
      const order = await replacementOf(changes);
      return await by.replace(order, from, await sign("Replacement", from, order), ref);
    },
    /** EIP-712 digest of a replacement, which the contract that holds approves. */
    digestOf: async (order: Awaited<ReturnType<typeof replacementOf>>) => {
      const { Replacement } = warehouseTypes;
      return TypedDataEncoder.hash(await setting.domainOf(receipts), { Replacement }, order);
    },
    /** The contract that holds reserves value of the receipt, for ever but for its own word. */
    hold: async (value: bigint) => {
      const holding = receipts.connect(pledges);
      await holding.hold(token, depositor.id, value, forEver, ref);
      return holding;
    },
    positionOf: async (tokenId: bigint) => (await receipts.positionOf(tokenId)).link,
  };
}
