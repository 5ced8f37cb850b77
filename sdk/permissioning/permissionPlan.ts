/** Where the chain's lists differ from `Members`. */
export type PermissionFinding = {
  readonly code:
    | "permission-missing"
    | "permission-ended"
    | "permission-unknown"
    | "permission-admin"
    | "permission-operator"
    | "permission-deployer";
  /** One sentence in English. */
  readonly sentence: string;
  /** Checksummed. */
  readonly account: string;
  readonly expected: "none" | "enabled" | "admin";
  readonly actual: "none" | "enabled" | "admin" | "manager";
};

/** A transaction of the operator's. */
export type PermissionCall = {
  readonly verb: "setNone" | "setEnabled" | "giveCoin";
  /** Checksummed. */
  readonly account: string;
  /** Coin that goes with it, in wei. */
  readonly value: bigint;
};

/** What is to be done about the chain's lists, and what has to be said about them. */
export type PermissionPlan = {
  /** How many addresses may send transactions now. */
  readonly senders: number;
  /** In the order in which they are made: what closes comes before what opens. */
  readonly calls: readonly PermissionCall[];
  readonly findings: readonly PermissionFinding[];
};
