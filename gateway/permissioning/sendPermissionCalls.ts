import { setTimeout as rest } from "node:timers/promises";
import { allowListAddresses, allowListInterface, type PermissionCall } from "@tallystick/sdk";
import { type BaseWallet, keccak256 } from "ethers";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import { quantity } from "../chain/quantity.ts";
import { readReceipt } from "../chain/readReceipt.ts";
import type { Rpc } from "../chain/rpc.ts";
import { nodeVerdict } from "../outbox/nodeVerdict.ts";

/** How the operator's transactions are made. */
export interface PermissionSender {
  readonly rpc: Rpc;
  readonly wallet: BaseWallet;
  readonly chainId: number;
  readonly gasPrice: bigint;
  /** Transactions that may wait at once. */
  readonly most: number;
  readonly patienceMs?: number;
}

/** A call that is in a block. */
export interface SentPermission extends PermissionCall {
  readonly transactionHash: string;
}

/** What came of a round. */
export interface SentPermissions {
  readonly sent: readonly SentPermission[];
  /** Whether earlier transactions of the operator still wait, or another sender was faster: the next round goes on. */
  readonly isShared: boolean;
}

/** Writing a role costs 20,000 gas beside the transaction's own 21,000 and its event. */
const GAS_LIMIT = 100_000n;
const POLL_MS = 300;

function transactionOf({ verb, account, value }: PermissionCall) {
  if (verb === "giveCoin") return { to: account, value, data: "0x" };
  const data = allowListInterface.encodeFunctionData(verb, [account]);
  return { to: allowListAddresses.transactions, value: 0n, data };
}

async function nonceAt({ rpc, wallet }: PermissionSender, tag: string): Promise<number> {
  const answer = await rpc.send("eth_getTransactionCount", [wallet.address, tag]);
  return nodeAnswer("eth_getTransactionCount", quantity, answer);
}

/** False when another sender used the nonce: what it did with it, the next round sees. */
async function broadcast(rpc: Rpc, raw: string): Promise<boolean> {
  try {
    await rpc.send("eth_sendRawTransaction", [raw]);
    return true;
  } catch (error) {
    const { kind, message } = nodeVerdict(error);
    if (kind === "held") return true;
    if (kind === "crowded" || /nonce|underpriced|replacement/i.test(message)) return false;
    throw error;
  }
}

async function included({ rpc, patienceMs = 20_000 }: PermissionSender, hash: string) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const receipt = await readReceipt(rpc, hash);
    if (receipt !== undefined || Date.now() > until) return receipt;
    await rest(POLL_MS);
  }
}

/**
 * Makes the calls, one transaction each. The nonce is what the chain counted, never one that is kept here: of two senders
 * with the same plan both make the same bytes, and of two with different plans one is refused. So nothing needs to be
 * stored before it is sent, and nothing is done twice.
 */
export async function sendPermissionCalls(
  sender: PermissionSender,
  calls: readonly PermissionCall[],
): Promise<SentPermissions> {
  if (calls.length === 0) return { sent: [], isShared: false };
  const { rpc, wallet, chainId, gasPrice, most } = sender;
  const [first, pending] = await Promise.all([
    nonceAt(sender, "latest"),
    nonceAt(sender, "pending"),
  ]);
  if (pending > first) return { sent: [], isShared: true };
  const made: SentPermission[] = [];
  for (const [index, call] of calls.slice(0, most).entries()) {
    const terms = { type: 0, chainId, gasPrice, gasLimit: GAS_LIMIT, nonce: first + index };
    const raw = await wallet.signTransaction({ ...terms, ...transactionOf(call) });
    if (!(await broadcast(rpc, raw))) break;
    made.push({ ...call, transactionHash: keccak256(raw) });
  }
  const sent: SentPermission[] = [];
  for (const call of made) {
    const receipt = await included(sender, call.transactionHash);
    if (receipt === undefined) break;
    if (receipt.status !== 1) {
      const sentence = `The chain refused ${call.verb} of ${call.account} (${call.transactionHash}).`;
      throw new Error(`${sentence} Is ${wallet.address} an administrator of its list?`);
    }
    sent.push(call);
  }
  return { sent, isShared: sent.length < calls.length };
}
