import { setTimeout as rest } from "node:timers/promises";
import { engineProfiles, type PermissionCall, type PermissionFinding } from "@tallystick/sdk";
import { readDeployment } from "@tallystick/sdk/node";
import { connectRpc } from "../../../gateway/chain/connectRpc.ts";
import { openOperatorKey } from "../../../gateway/permissioning/openOperatorKey.ts";
import { PermissionJob } from "../../../gateway/permissioning/PermissionJob.ts";
import type { SentPermission } from "../../../gateway/permissioning/sendPermissionCalls.ts";

/** What to compare, and with which key to change it. */
export type ReconcileOptions = {
  readonly rpc: string;
  /** File that says where the contracts are. */
  readonly deployment: string;
  readonly also: readonly string[];
  /** Nothing is changed without it. */
  readonly key: { readonly file: string; readonly passphrase: string } | undefined;
};

/** What came of it. */
export type Reconciled = {
  readonly block: number;
  /** How many addresses may send. */
  readonly accounts: number;
  readonly sent: readonly SentPermission[];
  /** What is left to be done. */
  readonly calls: readonly PermissionCall[];
  /** What is still wrong. */
  readonly findings: readonly PermissionFinding[];
};

/** A round makes as many calls as a node's pool takes of one signer; members come by the dozen. */
const MOST_ROUNDS = 100;
const REST_MS = 500;

/** Compares the chain's lists with the members' accounts, and with a key makes them follow. */
export async function reconcilePermissions(options: ReconcileOptions): Promise<Reconciled> {
  const { chainId, addresses } = await readDeployment(options.deployment);
  const rpc = connectRpc(options.rpc);
  try {
    const actual = Number(await rpc.send("eth_chainId", []));
    if (actual !== chainId) {
      throw new Error(`The node serves chain ${actual}, and the ledger is on ${chainId}.`);
    }
    const { key, also } = options;
    const wallet =
      key === undefined ? {} : { wallet: await openOperatorKey(key.file, key.passphrase) };
    const gas = engineProfiles.avalanche;
    const rules = { also, graceSeconds: 0, gas, most: gas.maxInFlightPerSigner };
    const job = new PermissionJob({
      rpc,
      chainId,
      members: addresses.members,
      ...rules,
      ...wallet,
    });
    const sent: SentPermission[] = [];
    for (let round = 0; key !== undefined && round < MOST_ROUNDS; round += 1) {
      const { sent: made, isUnfinished } = await job.run();
      sent.push(...made);
      if (!isUnfinished) break;
      // Somebody else's transactions of the same key are under way.
      if (made.length === 0) await rest(REST_MS);
    }
    await job.follow();
    const { calls, findings, senders } = await job.plan();
    return { block: job.block, accounts: senders, sent, calls, findings };
  } finally {
    rpc.destroy();
  }
}
