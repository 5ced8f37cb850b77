import { Interface, type InterfaceAbi } from "ethers";
import { ICertificateMetadata__factory } from "../generated/factories/interfaces/ICertificateMetadata__factory.ts";
import { IClaims__factory } from "../generated/factories/interfaces/IClaims__factory.ts";
import { ICreditCertificates__factory } from "../generated/factories/interfaces/ICreditCertificates__factory.ts";
import { IDocumentAnchors__factory } from "../generated/factories/interfaces/IDocumentAnchors__factory.ts";
import { IEarlyPayments__factory } from "../generated/factories/interfaces/IEarlyPayments__factory.ts";
import { IFactoring__factory } from "../generated/factories/interfaces/IFactoring__factory.ts";
import { ILedgerAuthority__factory } from "../generated/factories/interfaces/ILedgerAuthority__factory.ts";
import { ILiens__factory } from "../generated/factories/interfaces/ILiens__factory.ts";
import { IMembers__factory } from "../generated/factories/interfaces/IMembers__factory.ts";
import { IReceivables__factory } from "../generated/factories/interfaces/IReceivables__factory.ts";
import { IRules__factory } from "../generated/factories/interfaces/IRules__factory.ts";
import { ISettlement__factory } from "../generated/factories/interfaces/ISettlement.sol/ISettlement__factory.ts";
import { ISettlementRuns__factory } from "../generated/factories/interfaces/ISettlementRuns__factory.ts";
import { IWarehouseReceipts__factory } from "../generated/factories/interfaces/IWarehouseReceipts__factory.ts";
import { IWarehouses__factory } from "../generated/factories/interfaces/IWarehouses__factory.ts";
import type { ContractName } from "../ledger/contractTypes.ts";
import { accessManagedAbi } from "./abi/accessManagedAbi.ts";
import { accessManagerAbi } from "./abi/accessManagerAbi.ts";
import { eip712Abi } from "./abi/eip712Abi.ts";
import { ercTokenAbi } from "./abi/ercTokenAbi.ts";
import { rememberHashes } from "./rememberHashes.ts";

// From the interfaces and not from the contracts, whose factories carry the bytecode into every browser.
function interfaceOf(...abis: readonly InterfaceAbi[]): Interface {
  return rememberHashes(new Interface(abis.flatMap((abi) => [...new Interface(abi).fragments])));
}

/**
 * All that each contract of a ledger answers, emits and reverts with, by the name that a deployment gives its address
 * under. A test compares it with the compiled contracts.
 *
 * @example
 * import { ledgerInterfaces } from "@tallystick/sdk";
 *
 * ledgerInterfaces.receivables.getEvent("ReceivableConfirmed")?.format("sighash")
 * // => "ReceivableConfirmed(uint32,uint16,uint40,address,bytes32)"
 */
export const ledgerInterfaces: Readonly<Record<ContractName, Interface>> = {
  authority: interfaceOf(ILedgerAuthority__factory.abi, accessManagerAbi),
  members: interfaceOf(IMembers__factory.abi, accessManagedAbi),
  rules: interfaceOf(IRules__factory.abi, accessManagedAbi),
  claims: interfaceOf(IClaims__factory.abi, accessManagedAbi),
  receivables: interfaceOf(IReceivables__factory.abi, accessManagedAbi, eip712Abi),
  creditCertificates: interfaceOf(
    ICreditCertificates__factory.abi,
    accessManagedAbi,
    eip712Abi,
    ercTokenAbi,
    ["function settlementPart() view returns (address)"],
  ),
  certificateMetadata: interfaceOf(ICertificateMetadata__factory.abi),
  settlement: interfaceOf(ISettlement__factory.abi, accessManagedAbi, eip712Abi),
  settlementRuns: interfaceOf(ISettlementRuns__factory.abi, accessManagedAbi),
  earlyPayments: interfaceOf(IEarlyPayments__factory.abi, eip712Abi),
  factoring: interfaceOf(IFactoring__factory.abi, accessManagedAbi, eip712Abi),
  documentAnchors: interfaceOf(IDocumentAnchors__factory.abi),
  warehouses: interfaceOf(IWarehouses__factory.abi, accessManagedAbi, eip712Abi),
  receiptMetadata: interfaceOf(ICertificateMetadata__factory.abi),
  warehouseReceipts: interfaceOf(
    IWarehouseReceipts__factory.abi,
    accessManagedAbi,
    eip712Abi,
    ercTokenAbi,
    ["function deliveryPart() view returns (address)"],
  ),
  liens: interfaceOf(ILiens__factory.abi, accessManagedAbi, eip712Abi),
};
