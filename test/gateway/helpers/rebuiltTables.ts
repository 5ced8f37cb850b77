import { ledgerHandlers, recordOnlyEvents } from "@tallystick/sdk";
import { createChainSource } from "../../../gateway/chain/createChainSource.ts";
import { createEventDecoder } from "../../../gateway/chain/createEventDecoder.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { createProjector } from "../../../gateway/projection/createProjector.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";
import { projectedTables } from "./projectedTables.ts";
import { silentLogger } from "./silentLogger.ts";
import { testDatabase } from "./testDatabase.ts";

const LONGEST_REBUILD_MS = 60_000;

/** Schema `projected` as another gateway makes it from the same chain, in batches of other sizes. */
export async function rebuiltTables(
  { gateway }: Pick<LedgerGateway, "gateway">,
  rpc: Rpc = gateway.services.rpc,
  batchBlocks = 3,
) {
  const { ledger } = gateway.services;
  const database = await testDatabase();
  const decoder = createEventDecoder(ledger.contracts);
  const projector = createProjector({
    database,
    decoder,
    source: createChainSource(rpc, decoder.addresses),
    handlers: ledgerHandlers,
    recordOnly: recordOnlyEvents,
    schemaFingerprint: "rebuilt",
    finality: "final",
    logger: silentLogger,
    startBlock: ledger.startBlock,
    batchBlocks,
  });
  await projector.start();
  const head = Number(await rpc.send("eth_blockNumber", []));
  await projector.waitForBlock(head, LONGEST_REBUILD_MS).catch(() => {
    throw new Error(`The rebuild is stuck: ${JSON.stringify(projector.status())}`);
  });
  await projector.stop();
  const tables = await projectedTables(database);
  await database.close();
  return tables;
}
