import { type ContractName, lienStates, positionFlags, type Row } from "@tallystick/sdk";

/** How a row is asked for at its contract. */
export type ContractView = {
  readonly contract: ContractName;
  readonly verb: string;
  readonly arguments: (row: Row) => readonly unknown[];
  /** What the contract must answer: fields of its first answer, or of all answers by their names. */
  readonly expected: (row: Row) => Readonly<Record<string, bigint>>;
};

const amount = (row: Row, column: string): bigint => BigInt(String(row[column] ?? 0));

function flagsOf(row: Row): bigint {
  return positionFlags.reduce(
    (bits, flag, index) => (row[flag] === true ? bits | (1n << BigInt(index)) : bits),
    0n,
  );
}

function position(
  contract: "creditCertificates" | "warehouseReceipts",
  [id, value, held]: readonly [string, string, string],
): ContractView {
  return {
    contract,
    verb: "positionOf",
    arguments: (row) => [row[id]],
    expected: (row) => ({
      owner: amount(row, "holder"),
      value: amount(row, value),
      held: amount(row, held),
      tier: amount(row, "tier"),
      flags: flagsOf(row),
    }),
  };
}

/** What contracts answer about rows of the replay's tables. */
export const contractViews: Readonly<Record<string, ContractView>> = {
  certificate: position("creditCertificates", ["certificate_id", "value_minor", "held_minor"]),
  receipt: position("warehouseReceipts", ["receipt_id", "quantity", "held"]),
  receivable: {
    contract: "creditCertificates",
    verb: "totalsOf",
    arguments: (row) => [row["receivable_id"]],
    expected: (row) => ({
      live: amount(row, "live_minor"),
      settled: amount(row, "settled_minor"),
      retired: amount(row, "retired_minor"),
      waiting: amount(row, "waiting_minor"),
    }),
  },
  lot: {
    contract: "warehouses",
    verb: "lotOf",
    arguments: (row) => [row["lot_id"]],
    expected: (row) => ({ measured: amount(row, "measured"), live: amount(row, "live") }),
  },
  lien: {
    contract: "liens",
    verb: "lienOf",
    arguments: (row) => [row["lien_id"]],
    expected: (row) => ({
      amount: amount(row, "amount"),
      securedParty: amount(row, "secured_party"),
      state: BigInt((lienStates as readonly unknown[]).indexOf(row["state"])),
    }),
  },
};
