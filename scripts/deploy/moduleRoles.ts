import type { ledgerContracts } from "./ledgerContracts.ts";

type ContractName = keyof typeof ledgerContracts;

/** A role of the AccessManager: which functions it opens, and which contracts hold it. */
export type ModuleRole = {
  readonly id: bigint;
  readonly label: string;
  /** Contracts that hold it without execution delay, since they call within a member's transaction. */
  readonly holders: readonly ContractName[];
  readonly functions: Readonly<Partial<Record<ContractName, readonly string[]>>>;
};

/** Grants of the AccessManager. No verb of a member is among them: members act through `Members`. */
export const moduleRoles: readonly ModuleRole[] = [
  { id: 1n, label: "GOVERNOR", holders: [], functions: { rules: ["schedule"] } },
  {
    id: 4n,
    label: "SETTLER",
    holders: [],
    functions: { members: ["raiseOverdue", "clearOverdue"] },
  },
];
