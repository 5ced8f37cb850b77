import type { EngineProfile, EventHandlers } from "@tallystick/sdk";
import type { Logger } from "pino";
import type { ChainSource } from "../chain/createChainSource.ts";
import type { EventDecoder } from "../chain/createEventDecoder.ts";
import type { Database } from "../database/database.ts";
import type { Reached } from "../writePoints.ts";

/** What a projector is made of. */
export interface ProjectorOptions {
  readonly database: Database;
  readonly source: ChainSource;
  readonly decoder: EventDecoder;
  readonly handlers: EventHandlers;
  /** Events that are logged and change no row, as `Contract.Event`. */
  readonly recordOnly: readonly string[];
  /** Changes whenever tables or handlers do; then everything is projected again. */
  readonly schemaFingerprint: string;
  readonly finality: EngineProfile["finality"];
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  /** First block that can hold an event of the ledger. */
  readonly startBlock?: number;
  readonly reached?: Reached;
  /** Blocks of one transaction while catching up. */
  readonly batchBlocks?: number;
  /** How many of the newest blocks a reorganisation can take back; a deeper one projects from genesis. */
  readonly undoDepth?: number;
}
