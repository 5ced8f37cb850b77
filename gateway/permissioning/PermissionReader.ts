import {
  AccountHistory,
  AllowListHistory,
  type AllowListName,
  allowListAddresses,
  allowListInterface,
  type CoinDust,
  genesisRoles,
  type PermissionFacts,
} from "@tallystick/sdk";
import { z } from "zod";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import { quantity } from "../chain/quantity.ts";
import type { Rpc } from "../chain/rpc.ts";
import { RpcRefusal } from "../chain/rpcRefusal.ts";
import { readPermissionLogs } from "./readPermissionLogs.ts";

/** Which lists and members are read, and what the operator decided about them. */
export interface PermissionTarget {
  /** Address of `Members`. */
  readonly members: string;
  /** Whose role as administrator is expected; those that the genesis file names without it. */
  readonly operators?: readonly string[];
  readonly also: readonly string[];
  readonly dust: CoinDust | undefined;
  readonly graceSeconds: number;
}

const METHOD_UNKNOWN = -32_601;
/** How EIP-7702 marks an account that has a key and code: it pays for its own gas. */
const DELEGATION = "0xef0100";

const head = z.looseObject({ number: quantity, timestamp: quantity });
const amount = z.string().regex(/^0x[0-9a-f]+$/i);

/** Reads both fences from the chain alone: neither can be enumerated, so their logs are followed. */
export class PermissionReader {
  readonly #rpc: Rpc;
  readonly #target: PermissionTarget;
  readonly #accounts = new AccountHistory();
  #lists: AllowListHistory | undefined;
  #operators: readonly string[] = [];
  /** Last block whose logs were taken. */
  #block = -1;
  #time = 0;

  constructor(rpc: Rpc, target: PermissionTarget) {
    this.#rpc = rpc;
    this.#target = target;
  }

  get block(): number {
    return this.#block;
  }

  /** Takes what happened up to the head; says whether anything did. */
  async follow(): Promise<boolean> {
    const answer = await this.#rpc.send("eth_getBlockByNumber", ["latest", false]);
    const { number, timestamp } = nodeAnswer("eth_getBlockByNumber", head, answer);
    const lists = await this.#begin();
    if (number <= this.#block) return false;
    const { members } = this.#target;
    const logs = await readPermissionLogs(this.#rpc, members, this.#block + 1, number);
    for (const log of logs) {
      if (!lists.take(log)) this.#accounts.take(log, log.blockTime);
    }
    this.#block = number;
    this.#time = timestamp;
    return logs.length > 0;
  }

  /** The fences as of the block that was followed last. Roles are what the lists themselves say at that block. */
  async facts(): Promise<PermissionFacts> {
    const lists = this.#lists ?? (await this.#begin());
    const { also, dust, graceSeconds } = this.#target;
    const accounts = this.#accounts.all();
    const known = accounts.map(({ account }) => account);
    const roles = {
      transactions: await this.#roles("transactions", lists, [...known, ...also]),
      deployers: await this.#roles("deployers", lists, []),
    };
    const alive = accounts.filter(({ endedAt }) => endedAt === undefined);
    const payers = [...alive.map(({ account }) => account), ...also];
    const coin = dust === undefined ? new Map() : await this.#coin(payers);
    const operators = this.#operators;
    const blockTime = this.#time;
    return { blockTime, operators, accounts, also, roles, coin, dust, graceSeconds };
  }

  async #begin(): Promise<AllowListHistory> {
    if (this.#lists !== undefined) return this.#lists;
    const lists = new AllowListHistory(genesisRoles(await this.#chainConfig()));
    this.#operators = this.#target.operators ?? lists.adminsOf("transactions");
    this.#lists = lists;
    return lists;
  }

  /** Only engines of the family answer it; elsewhere nothing was on the lists in the beginning. */
  async #chainConfig(): Promise<unknown> {
    try {
      return await this.#rpc.send("eth_getChainConfig", []);
    } catch (error) {
      if (error instanceof RpcRefusal && error.code === METHOD_UNKNOWN) return {};
      throw error;
    }
  }

  async #roles(
    list: AllowListName,
    lists: AllowListHistory,
    others: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const addresses = [
      ...new Set([...lists.rolesIn(list).keys(), ...this.#operators, ...others]),
    ].sort();
    const to = allowListAddresses[list];
    const at = this.#at();
    const roles = addresses.map(async (address): Promise<[string, number]> => {
      const data = allowListInterface.encodeFunctionData("readAllowList", [address]);
      const answer = await this.#rpc.send("eth_call", [{ to, data }, at]);
      return [address, Number(nodeAnswer("eth_call", amount, answer))];
    });
    return new Map(await Promise.all(roles));
  }

  async #coin(addresses: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    const at = this.#at();
    const coins = addresses.map(async (address): Promise<[string, bigint] | undefined> => {
      const [balance, code] = await Promise.all([
        this.#rpc.send("eth_getBalance", [address, at]),
        this.#rpc.send("eth_getCode", [address, at]),
      ]);
      const text = String(code);
      if (text !== "0x" && !text.startsWith(DELEGATION)) return undefined;
      return [address, BigInt(nodeAnswer("eth_getBalance", amount, balance))];
    });
    return new Map((await Promise.all(coins)).filter((each) => each !== undefined));
  }

  #at(): string {
    return `0x${this.#block.toString(16)}`;
  }
}
