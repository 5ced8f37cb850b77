import {
  coinDust,
  type PermissionCall,
  type PermissionFinding,
  type PermissionPlan,
  planPermissions,
} from "@tallystick/sdk";
import type { BaseWallet } from "ethers";
import type { Rpc } from "../chain/rpc.ts";
import { PermissionReader } from "./PermissionReader.ts";
import { type SentPermission, sendPermissionCalls } from "./sendPermissionCalls.ts";

/** What the job works with. */
export interface PermissionJobOptions {
  readonly rpc: Rpc;
  readonly chainId: number;
  /** Address of `Members`. */
  readonly members: string;
  /** Of the engine's profile. */
  readonly gas: { readonly gasPrice: bigint; readonly gasLimit: bigint };
  /** Transactions of the operator's that may wait at once. */
  readonly most: number;
  /** Addresses that may send though they are no member's account; checksummed. */
  readonly also: readonly string[];
  /** How long the lists may lag behind `Members` before that is a finding; 0: not at all. */
  readonly graceSeconds: number;
  /** Without it nothing is changed, and the genesis file says who the operators are. */
  readonly wallet?: BaseWallet;
}

/** What a round saw and did. */
export interface PermissionRound {
  readonly block: number;
  /** As it was before. */
  readonly findings: readonly PermissionFinding[];
  readonly calls: readonly PermissionCall[];
  readonly sent: readonly SentPermission[];
  /** Whether calls are left for the next round. */
  readonly isUnfinished: boolean;
}

/** Reconciles the chain's lists with `Members`. A second run right after a first one changes nothing. */
export class PermissionJob {
  readonly #options: PermissionJobOptions;
  readonly #reader: PermissionReader;

  constructor(options: PermissionJobOptions) {
    this.#options = options;
    const { rpc, members, also, graceSeconds, wallet, gas } = options;
    const target = { members, also, graceSeconds, dust: coinDust(gas) };
    const operators = wallet === undefined ? {} : { operators: [wallet.address] };
    this.#reader = new PermissionReader(rpc, { ...target, ...operators });
  }

  /** The block that was followed last. */
  get block(): number {
    return this.#reader.block;
  }

  /** Whether anything happened since the last look that concerns the lists. */
  follow(): Promise<boolean> {
    return this.#reader.follow();
  }

  /** What is to be done as of the block that was followed last. */
  async plan(): Promise<PermissionPlan> {
    return planPermissions(await this.#reader.facts());
  }

  /** Looks, and does what is to be done. */
  async run(): Promise<PermissionRound> {
    await this.#reader.follow();
    const { calls, findings } = await this.plan();
    const { block } = this.#reader;
    const { rpc, wallet, chainId, gas, most } = this.#options;
    const isHelpless = findings.some(({ code }) => code === "permission-operator");
    if (wallet === undefined || isHelpless) {
      return { block, findings, calls, sent: [], isUnfinished: calls.length > 0 };
    }
    const sender = { rpc, wallet, chainId, gasPrice: gas.gasPrice, most };
    const { sent, isShared } = await sendPermissionCalls(sender, calls);
    return { block, findings, calls, sent, isUnfinished: isShared };
  }
}
