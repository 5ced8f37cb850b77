import type { Signer } from "ethers";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { Admission, RulesVersion } from "../../sdk/contracts/structs.ts";

/** What a ledger is deployed with. */
export type LedgerOptions = {
  /** Pays for the deployment and has no rights afterwards. Needs a provider. */
  readonly deployer: Signer;
  /** Account that administers the AccessManager, each time with 7 days' notice. */
  readonly governance: string;
  /** The first operator, which becomes member 1. */
  readonly firstOperator: Admission;
  readonly rules?: RulesVersion;
  /** Seconds that the ledger's civil time is ahead of UTC; UTC+8 by default. */
  readonly utcOffset?: number;
  /** Public key of the tags' key epoch 1, 32 bytes in hex; without one tags begin with epoch 0 and are not blind. */
  readonly tagKey?: string;
  /** Wei; 0 by default. */
  readonly gasPrice?: bigint;
  /**
   * Gas limit of each transaction. With one, all are sent at once and share blocks, where otherwise each waits for the
   * one before, which its estimate needs.
   */
  readonly gasLimit?: bigint;
  /** Creation bytecode instead of the SDK's own, as for contracts that are instrumented to measure coverage. */
  readonly bytecodes?: Readonly<Record<keyof LedgerAddresses, string>>;
};
