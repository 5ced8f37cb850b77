import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";

/**
 * Binds a new database to the chain, and refuses to use an old one with another chain: its outbox and idempotency
 * records would answer for transactions that never were on this chain.
 */
export async function assertSameChain(
  database: Database,
  rpc: Rpc,
  chainId: number,
): Promise<void> {
  const nodeChainId = Number(await rpc.send("eth_chainId", []));
  if (nodeChainId !== chainId) {
    throw new Error(
      `The node serves chain ${nodeChainId}, but the ledger was deployed on chain ${chainId}.`,
    );
  }
  const genesis = await readBlock(rpc, 0);
  if (genesis === undefined) throw new Error("The node does not have the chain's first block.");
  await database.query(
    "INSERT INTO local.chain (chain_id, genesis_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    [chainId, genesis.hash],
  );
  const [stored] = await database.query<{ chain_id: bigint; genesis_hash: string }>(
    "SELECT chain_id, genesis_hash FROM local.chain",
  );
  if (stored?.genesis_hash !== genesis.hash || Number(stored.chain_id) !== chainId) {
    throw new Error(
      `This database belongs to chain ${stored?.chain_id} with genesis ${stored?.genesis_hash}, but the node serves ` +
        `chain ${chainId} with genesis ${genesis.hash}. Use the database's own chain, or another database.`,
    );
  }
}
