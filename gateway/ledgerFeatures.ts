import type { EventHandlers } from "@tallystick/sdk";
import type { Interface } from "ethers";
import type { MemberDirectory } from "./auth/memberDirectory.ts";
import type { Database } from "./database/database.ts";
import type { LedgerError } from "./errors/ledgerRefusal.ts";
import type { RefusalStatuses } from "./errors/toProblem.ts";
import type { GatewayServices } from "./gatewayServices.ts";
import type { Route } from "./openapi/route.ts";
import type { Worker } from "./workers/worker.ts";

/** What the business of the ledger adds to the gateway: the one place where contracts' nouns come in. */
export interface LedgerFeatures {
  /** ABI of each contract, by the name that the deployment file gives its address under. */
  readonly interfaces: Readonly<Record<string, Interface>>;
  readonly handlers: EventHandlers;
  readonly recordOnly: readonly string[];
  /**
   * Turns revert data of a call about a contract's tokens into a typed error; the database knows names for its
   * sentence.
   */
  decodeError(
    data: string,
    subject: string,
    database: Database,
  ): LedgerError | undefined | Promise<LedgerError | undefined>;
  readonly refusalStatuses: RefusalStatuses;
  /** Members, read from the projection. */
  directory(database: Database): MemberDirectory;
  routes(services: GatewayServices): readonly Route[];
  /** What is done beside answering requests. */
  workers(services: GatewayServices): readonly Worker[];
}
