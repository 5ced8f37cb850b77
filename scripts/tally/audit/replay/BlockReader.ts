import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { AuditNode, NodeCall } from "./AuditNode.ts";
import { NodeError } from "./NodeError.ts";
import { NodeUnusable } from "./NodeUnusable.ts";
import { type WireBlock, wireBlock } from "./wireBlock.ts";

const METHOD_UNKNOWN = -32_601;
const [FIRST_RANGE, LARGEST_RANGE] = [16, 512];
const LARGEST_BATCH = 100;
const PATIENCE = 6;

const blockOnly = z.looseObject({ transactions: z.array(z.looseObject({ hash: z.string() })) });
const hexOf = (number: number): string => `0x${number.toString(16)}`;

/**
 * Reads blocks with all transactions and receipts, in ranges that fit the node: each failure halves them, and they grow
 * again. While one range is looked at, the next one is read.
 */
export class BlockReader {
  readonly #node: AuditNode;
  #size = FIRST_RANGE;
  /** False once the node refused `eth_getBlockReceipts`: receipts are then asked for one by one. */
  #hasBlockReceipts = true;

  constructor(node: AuditNode) {
    this.#node = node;
  }

  async *read(from: number, to: number): AsyncGenerator<readonly WireBlock[]> {
    let next = from > to ? undefined : this.#next(from, to);
    for (let at = from; next !== undefined; ) {
      const blocks = await next;
      at += blocks.length;
      next = at > to ? undefined : this.#next(at, to);
      // The reader awaits it later: a failure before must not count as unhandled.
      next?.catch(() => undefined);
      yield blocks;
    }
  }

  async #next(from: number, to: number): Promise<readonly WireBlock[]> {
    for (let failures = 0; ; ) {
      const count = Math.min(this.#size, to - from + 1);
      try {
        const blocks = await this.#range(from, count);
        this.#size = Math.min(this.#size * 2, LARGEST_RANGE);
        return blocks;
      } catch (error) {
        if (this.#isUnknownMethod(error)) continue;
        if (count === 1) failures += 1;
        if (failures === PATIENCE) throw this.#unusable(from, error);
        this.#size = Math.max(1, Math.floor(count / 2));
        await pause(count === 1 ? 50 * 2 ** failures : 0);
      }
    }
  }

  #isUnknownMethod(error: unknown): boolean {
    const is = error instanceof NodeError && error.message.startsWith("eth_getBlockReceipts");
    if (!is || error.code !== METHOD_UNKNOWN || !this.#hasBlockReceipts) return false;
    this.#hasBlockReceipts = false;
    return true;
  }

  #unusable(block: number, cause: unknown): NodeUnusable {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new NodeUnusable(`The node does not give block ${block}: ${reason}`, { cause });
  }

  async #range(from: number, count: number): Promise<readonly WireBlock[]> {
    const numbers = Array.from({ length: count }, (_, index) => hexOf(from + index));
    const answers = await this.#batches(
      numbers.map((number) => ["eth_getBlockByNumber", number, true]),
    );
    const blocks = answers.map((answer) => blockOnly.parse(answer));
    const receipts = await this.#receiptsOf(numbers, blocks);
    return blocks.map((block, index) => wireBlock.parse({ block, receipts: receipts[index] }));
  }

  async #receiptsOf(
    numbers: readonly string[],
    blocks: readonly z.infer<typeof blockOnly>[],
  ): Promise<readonly unknown[][]> {
    const calls = blocks.map(({ transactions }, index): NodeCall[] => {
      if (transactions.length === 0) return [];
      if (this.#hasBlockReceipts) return [["eth_getBlockReceipts", numbers[index]]];
      return transactions.map(({ hash }) => ["eth_getTransactionReceipt", hash]);
    });
    const answers = await this.#batches(calls.flat());
    let at = 0;
    return calls.map(({ length }) => {
      const own = answers.slice(at, at + length);
      at += length;
      return this.#hasBlockReceipts ? ((own[0] ?? []) as unknown[]) : own;
    });
  }

  async #batches(calls: readonly NodeCall[]): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (let at = 0; at < calls.length; at += LARGEST_BATCH) {
      answers.push(...(await this.#node.batch(calls.slice(at, at + LARGEST_BATCH))));
    }
    return answers;
  }
}
