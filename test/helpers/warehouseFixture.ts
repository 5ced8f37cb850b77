import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { type BaseContract, encodeBytes32String, id } from "ethers";
import { chain } from "./chain.ts";
import { civilDay } from "./civilDay.ts";
import { deployWarehouses, type WarehouseMember } from "./deployWarehouses.ts";
import { ref } from "./ref.ts";
import { warehouseTypes } from "./warehouseTypes.ts";

export const criteria = {
  storageCapability: id("storage capability"),
  yearsInTrade: id("years in trade"),
  operatingStandards: id("operating standards"),
  ownCredit: id("own credit"),
};
export const kilograms = `0x${Buffer.from("KGM").toString("hex")}`;
/** Loss standard of the fixture's lots. */
export const lossBasisPoints = 50n;
export const none = `0x${"0".repeat(64)}`;
/** The name of an empty field, as an error tells it. */
export const field = (name: string): string => encodeBytes32String(name);

const forEver = (1n << 40n) - 1n;

/** Two admitted custodians; location 1 of the first one, for 1,000,000 kg, with lots 1 and 2 that nobody counted. */
export async function warehouseFixture() {
  const deployed = await deployWarehouses();
  const { warehouses, receipts, members, who } = deployed;
  const chainId = (await chain.ethers.provider.getNetwork()).chainId;
  const now = async (): Promise<bigint> => BigInt(await chain.networkHelpers.time.latest());
  const until = (await now()) + 365n * 86_400n;
  for (const custodian of [who.custodian, who.otherCustodian])
    await warehouses
      .connect(who.operator.account)
      .admitCustodian(custodian.id, criteria, until, ref);
  const keeper = warehouses.connect(who.custodian.account);
  await keeper.registerLocation(id("hall 1"), 1_000_000n, kilograms, ref);
  const storageUntil = (await civilDay.today()) + 90n;
  const lotTerms = (mark: string, location = 1n) => ({
    location,
    mark: id(mark),
    goods: id("aluminium ingots"),
    lossBasisPoints,
    storageUntil,
    minLot: 10n,
  });
  await keeper.openLot(lotTerms("heat 1"), ref);
  await keeper.openLot(lotTerms("heat 2"), ref);

  const domainOf = async (contract: BaseContract) => ({
    name: "Tallystick",
    version: "1",
    chainId,
    verifyingContract: await contract.getAddress(),
  });

  async function sign(
    kind: keyof typeof warehouseTypes,
    signer: HardhatEthersSigner,
    message: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const contract = kind === "Count" ? warehouses : receipts;
    const domain = await domainOf(contract);
    return await signer.signTypedData(domain, { [kind]: warehouseTypes[kind] }, { ...message });
  }

  const countOf = async (by: WarehouseMember, quantity: bigint, lot: bigint, takenAt?: bigint) => ({
    lot,
    counter: by.id,
    quantity,
    takenAt: takenAt ?? (await now()),
    method: 0n,
    evidence: id("photographs"),
    deadline: forEver,
    epoch: await members.epochOf(by.id),
  });
  /** A member's count of a lot, signed by its account and brought by anyone. */
  async function count(by: WarehouseMember, quantity: bigint, lot = 1n, takenAt?: bigint) {
    // So that two counts in a row have two times.
    if (takenAt === undefined) await chain.networkHelpers.mine();
    const statement = await countOf(by, quantity, lot, takenAt);
    const signature = await sign("Count", by.account, statement);
    return await warehouses
      .connect(deployed.stranger)
      .recordCount(statement, by.account, signature, ref);
  }
  return {
    ...deployed,
    keeper,
    lotTerms,
    storageUntil,
    until,
    now,
    domainOf,
    sign,
    count,
    countOf,
  };
}
