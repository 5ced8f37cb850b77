import type { BlockSummary } from "./Chain.ts";
import type { ClockOptions } from "./LedgerClock.ts";
import type { GenesisAccount } from "./ledgerMeta.ts";

export type LedgerOptions = {
  /** Where everything lies; made when absent. One launcher at a time may use it. */
  directory: string;
  /** Of the JSON-RPC front on 127.0.0.1; 0 (default) takes a free one. */
  port?: number;
  /** Default 31337. Fixed when the directory is made, like all that block 0 depends on. */
  chainId?: number;
  /** Names what the state was made with, for example a hash of the contracts' bytecode. */
  fingerprint?: string;
  /** Default: the wall clock. */
  clock?: ClockOptions;
  genesisAccounts?: readonly GenesisAccount[];
  /** Of a block. Default 700,000,000, as in the Besu profile. */
  gasLimit?: number;
  /** Default 1,000. */
  maxTransactionsPerBlock?: number;
  /** Of how many past blocks `eth_call` and proofs can be asked. Default 16. */
  historyBlocks?: number;
  /** With a wall clock a block is mined when there was none for so long. Default 60. */
  emptyBlockSeconds?: number;
  /** Lets anvil_, evm_ and the like through. What they change is journalled nowhere. Default false. */
  allowDevMethods?: boolean;
  /** Called with each block's number while the journal is replayed at the start. */
  onReplay?: (blockNumber: number) => void;
};

export type LedgerStatus = BlockSummary & {
  chainId: number;
  fingerprint: string;
  clock: ClockOptions["mode"];
  /** What the next block's time would be, in Unix seconds. */
  now: number;
  waiting: number;
  journalBytes: number;
  nodeProcessId: number;
  /** Why nothing can be written any more; null while all is well. */
  failure: string | null;
};

export type EmbeddedLedger = {
  url: string;
  port: number;
  chainId: number;
  directory: string;
  /** What the start took: the checkpoint's block (0: none), why others were no use, the replay. */
  restored: { checkpoint: number; passedOver: string[]; replayMs: number };
  /** Moves the clock to Unix `seconds` by a block of that time. */
  setTime(seconds: number): Promise<BlockSummary>;
  mine(): Promise<BlockSummary>;
  checkpoint(): Promise<void>;
  status(): LedgerStatus;
  close(): Promise<void>;
};
