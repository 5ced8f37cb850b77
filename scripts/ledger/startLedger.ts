import { mkdir, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import { BlockProducer } from "./BlockProducer.ts";
import { Chain } from "./Chain.ts";
import { Checkpoints } from "./Checkpoints.ts";
import { DirectoryLock } from "./DirectoryLock.ts";
import { genesisOf } from "./genesisOf.ts";
import { Housekeeping } from "./Housekeeping.ts";
import { Journal } from "./Journal.ts";
import { LedgerClock } from "./LedgerClock.ts";
import type { EmbeddedLedger, LedgerOptions } from "./LedgerOptions.ts";
import { ledgerMeta } from "./ledgerMeta.ts";
import { ledgerStatus } from "./ledgerStatus.ts";
import { metaOf } from "./metaOf.ts";
import { restoreNode } from "./restoreNode.ts";
import { rpcFront } from "./rpcFront.ts";
import { rpcMethods } from "./rpcMethods.ts";

type Release = (() => Promise<void> | void)[];

const FLUSH_MS = 1000;

/**
 * Starts the embedded ledger: anvil behind a front that journals every block before it is mined.
 * @throws {LedgerError} with a sentence for the operator.
 */
export async function startLedger(options: LedgerOptions): Promise<EmbeddedLedger> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  const lock = new DirectoryLock(directory);
  const release: Release = [() => lock.release()];
  try {
    return await assemble(options, directory, release);
  } catch (error) {
    await releaseAll(release);
    throw error;
  }
}

async function assemble(
  options: LedgerOptions,
  directory: string,
  release: Release,
): Promise<EmbeddedLedger> {
  const meta = await ledgerMeta.readOrCreate(directory, metaOf(options));
  const genesisFile = join(directory, "genesis.json");
  await writeFile(genesisFile, JSON.stringify(genesisOf(meta)));
  const genesis = { chainId: meta.chainId, timestamp: meta.genesisTimestamp };
  const journal = await Journal.open(join(directory, "journal"), genesis);
  release.push(() => journal.close());
  const checkpoints = await Checkpoints.open(directory);
  const mode = options.clock?.mode ?? "wall";
  const settings = {
    genesisFile,
    chainId: meta.chainId,
    genesisTimestamp: meta.genesisTimestamp,
    gasLimit: meta.gasLimit,
    historyBlocks: options.historyBlocks ?? 16,
    standingClock: mode === "manual",
  };
  const onBlock = options.onReplay ?? (() => undefined);
  const first = await restoreNode({ journal, checkpoints, settings, onBlock });
  const chain = new Chain(journal, first, () => restoreNode({ journal, checkpoints, settings }));
  release.push(() => chain.node.stop());

  const lastTimestamp = first.state.timestamp;
  const clock = new LedgerClock({ mode, lastTimestamp, followsWall: meta.followsWall });
  const producer = new BlockProducer(chain, clock, options.maxTransactionsPerBlock ?? 1000);
  const status = () => ledgerStatus({ meta, journal, chain, producer, clock });
  const front = await rpcFront({
    port: options.port ?? 0,
    methods: rpcMethods({ producer, clock, chain, status }),
    client: () => chain.client(),
    allowDevMethods: options.allowDevMethods ?? false,
  });
  const emptyBlockSeconds = options.emptyBlockSeconds ?? 60;
  const parts = { chain, producer, checkpoints, clock, emptyBlockSeconds };
  const housekeeping = new Housekeeping(parts);
  release.push(() => housekeeping.close());
  release.push(() => flush(front));
  release.push(() => producer.close());
  release.push(() => void front.close());
  replaceDeadNodes(chain, producer);
  const port = portOf(front);
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    chainId: meta.chainId,
    directory,
    restored: {
      checkpoint: first.checkpoint,
      replayMs: first.replayMs,
      passedOver: first.passedOver,
    },
    setTime: (seconds) => producer.mineEmpty(() => clock.jump(seconds)),
    mine: () => producer.mineEmpty(),
    checkpoint: () => housekeeping.checkpoint(),
    status,
    close: () => {
      closed ??= releaseAll(release);
      return closed;
    },
  };
}

/** Last taken, first released: the front, the queue, the checkpoint, the node, the files. */
async function releaseAll(release: Release): Promise<void> {
  for (const step of release.splice(0).reverse()) await step();
}

/** Answers are on their way when the queue is empty: gives them a moment, then hangs up. */
async function flush(front: Server): Promise<void> {
  front.closeIdleConnections();
  const end = Date.now() + FLUSH_MS;
  const open = (): Promise<number> =>
    new Promise((done) => front.getConnections((_, count) => done(count)));
  while (Date.now() < end && (await open()) > 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  front.closeAllConnections();
}

/** A node that dies while nobody writes is replaced at once, for the readers. */
function replaceDeadNodes(chain: Chain, producer: BlockProducer): void {
  const recovered = chain.node.ended.then(() =>
    producer.exclusive(async () => {
      if (chain.failure) throw chain.failure;
    }),
  );
  // Rejected when the ledger closes or stays down: then nobody replaces anything.
  recovered.then(
    () => replaceDeadNodes(chain, producer),
    () => undefined,
  );
}

function portOf(front: Server): number {
  const address = front.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
