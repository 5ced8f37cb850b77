import type { BlockProducer } from "./BlockProducer.ts";
import type { Chain } from "./Chain.ts";
import type { Journal } from "./Journal.ts";
import type { LedgerClock } from "./LedgerClock.ts";
import type { LedgerStatus } from "./LedgerOptions.ts";
import type { LedgerMeta } from "./ledgerMeta.ts";

/** How the ledger is, for people and health checks. */
export function ledgerStatus(parts: {
  meta: LedgerMeta;
  journal: Journal;
  chain: Chain;
  producer: BlockProducer;
  clock: LedgerClock;
}): LedgerStatus {
  const { meta, chain, clock } = parts;
  const { number, hash, timestamp, pool } = chain.state;
  return {
    number,
    hash,
    timestamp,
    chainId: meta.chainId,
    fingerprint: meta.fingerprint,
    clock: clock.mode,
    now: clock.now(),
    waiting: parts.producer.waiting + pool.size,
    journalBytes: parts.journal.bytes,
    nodeProcessId: chain.node.processId,
    failure: chain.failure?.message ?? null,
  };
}
