import { keccak256, Transaction } from "ethers";
import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import type { SignerSource } from "../keystore/signerSource.ts";
import type { Reached } from "../writePoints.ts";
import { type OutboxRow, outboxRows } from "./outboxRows.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What a displaced transaction is replaced with. */
export interface ReplacementTools {
  readonly database: Database;
  readonly signers: SignerSource;
  readonly reached: Reached;
}

const displacedSql = `
  UPDATE local.outbox SET state = 'displaced', finished_at = now()
  WHERE transaction_hash = $1 AND state = 'signed' RETURNING transaction_hash`;

const nonceSql = `
  INSERT INTO local.signer (address, next_nonce) VALUES ($1, $2::int8 + 1)
  ON CONFLICT (address) DO UPDATE SET next_nonce = GREATEST(signer.next_nonce, $2::int8) + 1
  RETURNING next_nonce - 1 AS nonce`;

const liveSql = `
  SELECT * FROM local.outbox WHERE member_id = $1 AND route = $2 AND idempotency_key = $3 AND step = $4
    AND state IN ('signed', 'included')`;

async function liveOf(target: Queryable, of: StoredTransaction) {
  const step = [of.memberId, of.route, of.idempotencyKey, of.step];
  const [row] = await target.query<OutboxRow>(liveSql, step);
  return row === undefined ? undefined : outboxRows.read(row);
}

/**
 * Ends a transaction whose nonce someone else used and stores its call anew, with the signer's next nonce, both or
 * neither. Where another gateway was first, answers what it stored; undefined when the step has no live transaction.
 *
 * @param used how many nonces of the signer the chain has used.
 */
export async function replaceDisplaced(
  { database, signers, reached }: ReplacementTools,
  displaced: StoredTransaction,
  used: number,
): Promise<StoredTransaction | undefined> {
  const { hash, memberId, sender } = displaced;
  const signer = await signers.signerFor(memberId, sender);
  const { type, chainId, gasPrice, gasLimit, to, data, value } = Transaction.from(displaced.raw);
  const terms = { type: type ?? 0, chainId, gasPrice, gasLimit, to, data, value };
  return database.transaction(async (transaction) => {
    const won = await transaction.query(displacedSql, [hash]);
    if (won.length === 0) return liveOf(transaction, displaced);
    const [taken] = await transaction.query<{ nonce: bigint }>(nonceSql, [sender, used]);
    const nonce = Number(taken?.nonce);
    const raw = await signer.signTransaction({ ...terms, nonce });
    const successor: StoredTransaction = { ...displaced, hash: keccak256(raw), nonce, raw };
    const row = outboxRows.write(successor);
    await insertRows(transaction, "local.outbox", outboxRows.columns, [row]);
    reached("before-replacement");
    return successor;
  });
}
