import type { Interface } from "ethers";

/** One deployed contract of the ledger, by the name that events, routes and tables know it by. */
export interface LedgerContract {
  /** For instance `CreditCertificates`. */
  readonly name: string;
  readonly address: string;
  readonly interface: Interface;
}
