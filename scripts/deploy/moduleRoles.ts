import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";

type ContractName = keyof LedgerAddresses;

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
  {
    id: 1n,
    label: "GOVERNOR",
    holders: [],
    functions: { rules: ["schedule"], liens: ["admitAsset"], claims: ["openEpoch"] },
  },
  {
    id: 2n,
    label: "ISSUER",
    holders: ["receivables"],
    functions: {
      creditCertificates: ["issue"],
      claims: ["reserve", "commit", "release", "satisfy", "lower"],
    },
  },
  {
    id: 3n,
    label: "RESERVER",
    holders: ["factoring", "earlyPayments", "liens"],
    functions: {
      creditCertificates: [
        "hold",
        "makeFirm",
        "releaseHold",
        "commitHold",
        "deliverWhole",
        "settleHold",
      ],
    },
  },
  {
    id: 4n,
    label: "SETTLER",
    holders: ["settlementRuns", "earlyPayments"],
    functions: {
      creditCertificates: ["closeCirculation", "settleBatch", "settleWaiting", "retire"],
      receivables: ["discharge"],
      members: ["raiseOverdue", "clearOverdue"],
      claims: ["claimRange"],
      settlementRuns: ["freeReserved"],
    },
  },
  {
    id: 5n,
    label: "INSTRUCTOR",
    holders: ["factoring", "earlyPayments", "settlementRuns", "liens"],
    functions: { settlement: ["issueInstruction", "withdrawInstruction", "recordExcess"] },
  },
  {
    id: 6n,
    label: "RECOURSE",
    holders: ["settlementRuns"],
    functions: { factoring: ["applyRecourse"], liens: ["payLiens"] },
  },
  {
    id: 7n,
    label: "RECEIPT_KEEPER",
    holders: ["warehouseReceipts"],
    functions: { warehouses: ["putUnderReceipt", "letOut", "takeFromReceipt"] },
  },
  {
    id: 8n,
    label: "STOCK_KEEPER",
    holders: ["warehouses"],
    functions: { warehouseReceipts: ["setShort"] },
  },
  {
    id: 9n,
    label: "PLEDGER",
    holders: ["liens"],
    functions: {
      creditCertificates: [
        "keepHold",
        "loosenHold",
        "releasePart",
        "deliverPart",
        "payHold",
        "settlePart",
      ],
      warehouseReceipts: [
        "hold",
        "makeFirm",
        "releaseHold",
        "commitHold",
        "keepHold",
        "loosenHold",
        "releasePart",
        "deliverPart",
        "approvePickUp",
        "approveReplacement",
      ],
    },
  },
  {
    id: 10n,
    label: "EARLY_PAYER",
    holders: ["earlyPayments"],
    functions: { liens: ["reserveLien", "settleLien"] },
  },
];
