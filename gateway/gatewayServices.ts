import type { TagSources } from "@tallystick/sdk";
import type { Logger } from "pino";
import type { Approvals } from "./approval/createApprovals.ts";
import type { AuditTrail } from "./audit/auditTrail.ts";
import type { IdentityDesk } from "./auth/identityDesk.ts";
import type { MemberDirectory } from "./auth/memberDirectory.ts";
import type { HeadWatcher } from "./chain/createHeadWatcher.ts";
import type { StallWatch } from "./chain/createStallWatch.ts";
import type { EndpointStatus } from "./chain/endpoints/endpointStatus.ts";
import type { Rpc } from "./chain/rpc.ts";
import type { GatewayConfig } from "./config/gatewayConfig.ts";
import type { Database } from "./database/database.ts";
import type { Drain } from "./http/drain.ts";
import type { Keystore } from "./keystore/createKeystore.ts";
import type { ExecuteCall } from "./ledger/createExecuteCall.ts";
import type { WritesGate } from "./ledger/createWritesGate.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { GatewayMetrics } from "./metrics/gatewayMetrics.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Projector } from "./projection/projector.ts";
import type { ProofDesk } from "./proofs/proofDesk.ts";
import type { TagDesk } from "./tags/tagDesk.ts";
import type { WebhookDesk } from "./webhooks/webhookDesk.ts";

/** Everything that routes may use. Routes are functions of this, so that tests and scripts can compose their own. */
export interface GatewayServices {
  readonly config: GatewayConfig;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  /** Begins when the gateway is told to stop. */
  readonly drain: Drain;
  readonly audit: AuditTrail;
  readonly ledger: Ledger;
  readonly database: Database;
  readonly rpc: Rpc;
  /** How each of several nodes does; nothing where there is one. */
  readonly endpoints: () => readonly EndpointStatus[];
  readonly head: HeadWatcher;
  readonly projector: Projector;
  readonly outbox: Outbox;
  /** What validators signed about blocks; undefined where none are pinned. */
  readonly proofs: ProofDesk | undefined;
  /** Whether the chain makes blocks. */
  readonly stall: StallWatch;
  /** Whether writes are carried out yet. */
  readonly gate: WritesGate;
  readonly keystore: Keystore;
  /** Sessions, keys, people and identity providers: who somebody is. */
  readonly identities: IdentityDesk;
  readonly directory: MemberDirectory;
  /** Rules that ask for a second person, and what waits for one. */
  readonly approvals: Approvals;
  /** Writes to the ledger as the signed-in member. */
  readonly execute: ExecuteCall;
  /** Pinned tag keys, this gateway's shares of them, and the peers that are asked. */
  readonly tags: TagDesk;
  /** Where tags of each pinned key epoch come from. */
  readonly tagSources: TagSources;
  /** Where routes and senders of webhooks meet. */
  readonly webhooks: WebhookDesk;
}
