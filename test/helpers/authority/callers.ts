import { roles } from "../roles.ts";
import type { ContractName } from "./probe.ts";
import type { Scene } from "./scene.ts";

/** A refused caller: who calls, with what, and which arguments the error has. */
export type Refused = {
  readonly from: string;
  /** Arguments of the call, where they differ from the usual ones. */
  readonly values?: readonly unknown[];
  /** Arguments of the error. */
  readonly args: readonly unknown[];
};

/** The role that a function's callers need, by contract unless the function is named. */
const needed: Readonly<Record<string, bigint>> = {
  members: roles.operator,
  rules: roles.operator,
  certificateSettlement: roles.legal,
  "creditCertificates.confirmFreeze": roles.legal,
  "creditCertificates.proposeFreeze": roles.legal,
  creditCertificates: roles.supplier,
  "receivables.recordCreditNote": roles.registrar,
  receivables: roles.obligor,
  settlement: roles.settlementBank,
  settlementRuns: roles.settlementBank,
  warehouses: roles.operator,
  "warehouses.openLot": roles.custodian,
  "warehouses.recordOwnershipChange": roles.operator | roles.registrar,
  "warehouses.registerLocation": roles.custodian,
  receiptDelivery: roles.custodian,
  "warehouseReceipts.issue": roles.custodian,
  "warehouseReceipts.replace": roles.custodian,
  warehouseReceipts: roles.supplier,
  liens: roles.legal,
  "liens.accept": roles.financier,
  "liens.countersign": roles.custodian,
};

/** Arguments of an error that says no more than who called. */
function about(from: string, error: string): readonly unknown[] {
  return error === "AccessManagerUnauthorizedAccount" ? [from, 0n] : [from];
}

/** Callers that are refused everywhere for the same reason; undefined for those that `parties` tells apart. */
export function caller(
  scene: Scene,
  name: ContractName,
  fn: string,
  who: string,
  error: string,
): Refused | undefined {
  const { stranger, governance } = scene;
  const { operator, auditor } = scene.who;
  switch (who) {
    case "stranger":
      return { from: stranger.address, args: about(stranger.address, error) };
    case "operator":
      return { from: operator.account.address, args: [operator.account.address] };
    case "governance":
      return { from: governance.address, args: [governance.address] };
    case "otherRole": {
      const role = needed[`${name}.${fn}`] ?? needed[name];
      return { from: auditor.account.address, args: [auditor.id, roles.auditor, role] };
    }
    default:
      return undefined;
  }
}
