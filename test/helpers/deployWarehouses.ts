import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { getCreateAddress, ZeroAddress } from "ethers";
import { admissionOf } from "./admissionOf.ts";
import { chain } from "./chain.ts";
import { grantTo } from "./grantTo.ts";
import { impersonate } from "./impersonate.ts";
import { ref } from "./ref.ts";
import { roles } from "./roles.ts";

const utcOffset = 28_800n;
/** AccessManager roles: who reserves value, who keeps receipts over stock, who keeps the stock. */
const reserver = 3n;
const receiptKeeper = 7n;
const stockKeeper = 8n;

const cast = {
  operator: roles.operator,
  custodian: roles.custodian,
  otherCustodian: roles.custodian,
  counter: roles.auditor,
  registrar: roles.registrar,
  depositor: roles.supplier,
  trader: roles.supplier,
  financier: roles.financier,
} as const;

export type WarehouseMember = {
  readonly id: bigint;
  readonly account: HardhatEthersSigner;
};

type Cast = Readonly<Record<keyof typeof cast, WarehouseMember>>;

/** Warehouses and their receipts, wired as a ledger wires them; `pledges` acts as the contract of liens, which alone holds. */
export async function deployWarehouses() {
  const [deployer, stranger, ...accounts] = await chain.ethers.getSigners();
  if (!deployer || !stranger) throw new Error("the chain has no accounts");
  const parties = Object.entries(cast).map(([name, its], index) => {
    const account = accounts[index];
    if (account === undefined) throw new Error("the chain has too few accounts");
    return { name, its, account, id: BigInt(index + 1) };
  });
  const who = Object.fromEntries(
    parties.map(({ name, id, account }) => [name, { id, account }]),
  ) as Cast;
  const authority = await chain.ethers.deployContract("Authority", [deployer.address]);
  const authorityAt = await authority.getAddress();
  const first = admissionOf("operator", who.operator.account, roles.operator);
  const members = await chain.ethers.deployContract("Members", [authorityAt, first]);
  for (const { name, its, account } of parties.slice(1))
    await members.connect(who.operator.account).admit(admissionOf(name, account, its), ref);
  const deployed = await deployTogether(deployer, authorityAt, await members.getAddress());
  const { warehouses, receipts, liens } = deployed;
  const stock = ["putUnderReceipt", "letOut", "takeFromReceipt"];
  await grantTo(authority, receipts, receiptKeeper, warehouses, stock);
  await grantTo(authority, warehouses, stockKeeper, receipts, ["setShort"]);
  const pledges = await impersonate(await liens.getAddress());
  const holds = ["hold", "makeFirm", "releaseHold", "commitHold"];
  const own = ["releasePart", "approvePickUp", "approveReplacement"];
  await grantTo(authority, pledges, reserver, receipts, [...holds, ...own]);
  return { ...deployed, authority, members, who, pledges, stranger };
}

/** The contracts, each of which names others before they exist. */
async function deployTogether(deployer: HardhatEthersSigner, authority: string, members: string) {
  const nonce = await deployer.getNonce();
  const next = (index: number): string =>
    getCreateAddress({ from: deployer.address, nonce: nonce + index });
  const [warehousesAt, deliveryAt, metadataAt, receiptsAt] = [next(0), next(1), next(2), next(3)];
  const liensAt = next(4);
  const { ethers } = chain;
  const warehouses = await ethers.deployContract("Warehouses", [
    authority,
    members,
    receiptsAt,
    utcOffset,
  ]);
  const delivery = await ethers.deployContract("ReceiptDelivery", [
    authority,
    members,
    utcOffset,
    warehousesAt,
    liensAt,
  ]);
  const metadata = await ethers.deployContract("ReceiptMetadata", [receiptsAt, warehousesAt]);
  const erc = await ethers.deployContract("WarehouseReceipts", [
    authority,
    members,
    utcOffset,
    metadataAt,
    deliveryAt,
  ]);
  // Nothing here pledges certificates, so their contracts may be missing.
  const liens = await ethers.deployContract("Liens", [
    authority,
    members,
    ZeroAddress,
    ZeroAddress,
    receiptsAt,
    warehousesAt,
    ZeroAddress,
    utcOffset,
  ]);
  const receipts = await ethers.getContractAt("IWarehouseReceipts", receiptsAt);
  return { warehouses, delivery, metadata, erc, receipts, liens };
}
